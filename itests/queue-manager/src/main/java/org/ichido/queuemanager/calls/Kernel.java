package org.ichido.queuemanager.calls;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.queuemanager.definitions.Authorities;
import org.ichido.queuemanager.definitions.ChannelRules;
import org.ichido.queuemanager.definitions.Channels;
import org.ichido.queuemanager.definitions.Users;
import org.ichido.queuemanager.queues.Queues;
import org.ichido.queuemanager.trouble.Troubles;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** What all connections share. Thread-safe. */
public final class Kernel {
  /** The longest message, in bytes. */
  public static final int MAX_MESSAGE_LENGTH = 4194304;

  /** Where administration commands are put. */
  public static final String COMMAND_QUEUE = "SYSTEM.ADMIN.COMMAND.QUEUE";

  private final String name;
  private final Clock clock;
  private final Queues queues;
  private final Channels channels = new Channels();
  private final ChannelRules channelRules = new ChannelRules();
  private final Authorities authorities = new Authorities();
  private final Users users = new Users();
  private final Troubles troubles;
  private final Surprises surprises = new Surprises();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicLong ids;
  private volatile Phase phase = Phase.RUNNING;
  private volatile String deadLetterQueue = "";

  /**
   * @param name of the queue manager
   * @param clock for the times in messages and their expiry
   * @param troubles that a test asks for
   */
  public Kernel(String name, Clock clock, Troubles troubles) {
    this.name = name;
    this.clock = clock;
    this.ids = new AtomicLong(clock.millis() << 20);
    this.queues = new Queues(name, clock, () -> newId("AMQ"));
    this.troubles = troubles;
  }

  /**
   * @return of the queue manager
   */
  public String name() {
    return name;
  }

  /**
   * @return the name with the time it was made, which is always the same
   */
  public String identifier() {
    return name + "_2026-01-01_00.00.00";
  }

  Clock clock() {
    return clock;
  }

  /**
   * @return all queues
   */
  public Queues queues() {
    return queues;
  }

  /**
   * @return all channels
   */
  public Channels channels() {
    return channels;
  }

  /**
   * @return who may come in by which channel, as whom
   */
  public ChannelRules channelRules() {
    return channelRules;
  }

  /**
   * @return who may do what
   */
  public Authorities authorities() {
    return authorities;
  }

  /**
   * @return who has a password
   */
  public Users users() {
    return users;
  }

  /**
   * @return the trouble that a test asked for
   */
  public Troubles troubles() {
    return troubles;
  }

  /**
   * @return what was not understood
   */
  public Surprises surprises() {
    return surprises;
  }

  /**
   * @return how far the queue manager is
   */
  public Phase phase() {
    return phase;
  }

  /**
   * @param newPhase how far it is; those who wait learn it
   */
  public void phase(Phase newPhase) {
    phase = newPhase;
    queues.wake();
  }

  /**
   * @param queue where undeliverable messages go; blank is nowhere
   */
  public void deadLetterQueue(String queue) {
    deadLetterQueue = queue;
  }

  String deadLetterQueue() {
    return deadLetterQueue;
  }

  /**
   * @return the connections that are made
   */
  public Collection<Connection> connections() {
    return List.copyOf(connections);
  }

  int add(Connection connection) {
    connections.add(connection);
    return connected.incrementAndGet();
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  Optional<Connection> connection(byte[] id) {
    return connections.stream().filter(c -> Arrays.equals(c.id(), id)).findFirst();
  }

  /**
   * @param prefix four characters
   * @return 24 bytes that were not given before, as ids of messages and connections are made
   */
  public byte[] newId(String prefix) {
    Fields id = Fields.zeros(24).text(0, 4, prefix).text(4, 12, name);
    long unique = ids.incrementAndGet();
    return id.number(16, (int) (unique >>> 32)).number(20, (int) unique).toBytes();
  }

  void checkQuiescing(boolean failIfQuiescing) throws Refusal {
    if (failIfQuiescing && phase == Phase.QUIESCING) {
      throw new Refusal(Reason.QUIESCING);
    }
  }
}
