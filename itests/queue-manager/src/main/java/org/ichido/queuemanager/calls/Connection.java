package org.ichido.queuemanager.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.queues.UnitOfWork;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/**
 * A program's connection: its objects and its unit of work. For one thread, but for {@link #lost},
 * {@link #interrupt} and what never changes.
 */
public final class Connection {
  private final Kernel kernel;
  private final Login login;
  private final byte[] id;
  private final UnitOfWork unit;
  private final Map<Integer, OpenObject> objects = new HashMap<>();
  private final AsyncPuts asyncPuts = new AsyncPuts();
  private int handles;
  private volatile int number;
  private volatile String user = "";
  private volatile String application = "";
  private volatile boolean lost;
  private volatile boolean waiting;
  private volatile Optional<Reason> interruption = Optional.empty();

  /**
   * @param kernel what it shares with others
   * @param login who it is
   */
  public Connection(Kernel kernel, Login login) {
    this.kernel = kernel;
    this.login = login;
    this.id = kernel.newId("AMQC");
    this.unit = kernel.queues().unit();
  }

  Kernel kernel() {
    return kernel;
  }

  /**
   * @return counted from 1 as connections are made; 0 before it is
   */
  public int number() {
    return number;
  }

  /**
   * @return whom the program works as; blank before it is connected
   */
  public String user() {
    return user;
  }

  /**
   * @return the program's name
   */
  public String application() {
    return application;
  }

  byte[] id() {
    return id.clone();
  }

  UnitOfWork unit() {
    return unit;
  }

  AsyncPuts asyncPuts() {
    return asyncPuts;
  }

  void connect(String programName) throws Refusal {
    String who = login.user();
    kernel.authorities().check(who, "", Set.of(Authority.CONNECT));
    user = who;
    application = programName;
    number = kernel.add(this);
  }

  int add(OpenObject object) {
    handles++;
    objects.put(handles, object);
    return handles;
  }

  Optional<OpenObject> object(int handle) {
    return Optional.ofNullable(objects.get(handle));
  }

  OpenQueue queue(int handle) throws Refusal {
    if (objects.get(handle) instanceof OpenQueue queue) {
      return queue;
    }
    throw new Refusal(Reason.HANDLE_NOT_OPEN);
  }

  void close(int handle) throws Refusal {
    OpenObject object = objects.remove(handle);
    if (object == null) {
      throw new Refusal(Reason.HANDLE_NOT_OPEN);
    }
    object.close();
  }

  /** Backs out, and closes what is open. */
  public void end() {
    unit.backOut();
    List.copyOf(objects.values()).forEach(OpenObject::close);
    objects.clear();
    kernel.remove(this);
  }

  /** The socket is gone: whoever waits on this connection waits no longer. */
  public void lost() {
    lost = true;
    kernel.queues().wake();
  }

  /**
   * @return whether the socket is gone
   */
  public boolean isLost() {
    return lost;
  }

  /** Ends a wait for a message, if there is one. */
  void interrupt(Reason reason) {
    if (waiting) {
      interruption = Optional.of(reason);
      kernel.queues().wake();
    }
  }

  /** A get has come in: from now on its wait can be ended, even before it begins. */
  public void getArrived() {
    interruption = Optional.empty();
    waiting = true;
  }

  /** The get is over; what would end its wait ends no other. */
  public void getDone() {
    waiting = false;
    interruption = Optional.empty();
  }

  /** Why a get should wait no longer, if it should. */
  Optional<Reason> interruption(boolean failIfQuiescing) {
    if (lost) {
      return Optional.of(Reason.CONNECTION_BROKEN);
    }
    if (failIfQuiescing && kernel.phase() == Phase.QUIESCING) {
      return Optional.of(Reason.QUIESCING);
    }
    return interruption;
  }
}
