package org.ichido.queuemanager;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.calls.Connection;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.Phase;
import org.ichido.queuemanager.commands.CommandServer;
import org.ichido.queuemanager.conversation.Port;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.queues.LocalQueue;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.trouble.Troubles;
import org.ichido.queuemanager.wire.Capture;
import org.ichido.queuemanager.wire.Refusal;

/**
 * A queue manager for one test, in memory, on a port of the loopback address. Thread-safe.
 *
 * <pre>{@code
 * try (QueueManager qm = QueueManager.named("QM1").queue("A.QUEUE").start()) {
 *   factory.setPort(qm.port());
 *   ...
 * }
 * }</pre>
 */
public final class QueueManager implements AutoCloseable {
  private final Kernel kernel;
  private final Port port;
  private final CommandServer commands;
  private final Optional<Capture> capture;
  private final List<String> ignoredMqsc;

  QueueManager(
      Kernel kernel,
      Port port,
      CommandServer commands,
      Optional<Capture> capture,
      List<String> ignoredMqsc) {
    this.ignoredMqsc = List.copyOf(ignoredMqsc);
    this.kernel = kernel;
    this.port = port;
    this.commands = commands;
    this.capture = capture;
    commands.start();
  }

  /**
   * @param name of the queue manager, up to 48 characters
   * @return its definition, to be started
   */
  public static QueueManagerDefinition named(String name) {
    return new QueueManagerDefinition(name);
  }

  /**
   * @return of the queue manager
   */
  public String name() {
    return kernel.name();
  }

  /**
   * @return where it listens, on the loopback address
   */
  public int port() {
    return port.number();
  }

  /**
   * @param name of a queue or an alias
   * @return the queue, to look at and to change
   * @throws IllegalArgumentException if there is none
   */
  public TestQueue queue(String name) {
    try {
      LocalQueue queue = kernel.queues().queue(name);
      return new TestQueue(queue);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(
          "no queue " + name + "; there are " + kernel.queues().names(), refusal);
    }
  }

  /**
   * @return the names of all queues but the queue manager's own, temporary ones included
   */
  public List<String> queueNames() {
    return kernel.queues().names().stream().filter(n -> !n.startsWith("SYSTEM.")).toList();
  }

  /**
   * Defines a queue, or changes it and keeps its messages.
   *
   * @param definition what it is like from now on
   */
  public void define(QueueDefinition definition) {
    kernel.queues().define(definition);
  }

  /**
   * @return what shall go wrong
   */
  public Troubles troubles() {
    return kernel.troubles();
  }

  /**
   * @return who is connected, as they came: the user of each connection
   */
  public List<String> users() {
    return kernel.connections().stream().map(Connection::user).toList();
  }

  /**
   * @return the MQSC commands and attributes that are known and have no effect, with their lines
   */
  public List<String> ignoredMqsc() {
    return ignoredMqsc;
  }

  /**
   * @return how many sockets clients have open
   */
  public int sockets() {
    return port.sockets();
  }

  /**
   * @return what clients sent that was not understood; empty is good
   */
  public List<String> surprises() {
    return kernel.surprises().all();
  }

  /**
   * @return the users and groups that were granted anything
   */
  public Set<String> grantees() {
    return kernel.authorities().grantees();
  }

  /**
   * @param user who
   * @param queue the name of a queue; blank is the queue manager
   * @return what was granted, by whatever profile
   */
  public Set<Authority> granted(String user, String queue) {
    return kernel.authorities().granted(user, queue);
  }

  /**
   * @return what was refused for lack of authority, in words: to whom, what was missing, on what
   */
  public List<String> denied() {
    return kernel.authorities().denied();
  }

  /** From now on new connections are refused with 2161, and calls that fail if quiescing. */
  public void quiesce() {
    kernel.phase(Phase.QUIESCING);
  }

  /**
   * Ends at once: cuts all sockets, backs out what was not committed, drops temporary queues and
   * messages that are not persistent. The listener stays and answers 2059.
   */
  public void end() {
    kernel.phase(Phase.ENDED);
    port.cutAll();
    kernel.queues().dropVolatile();
  }

  /** Runs again, after {@link #quiesce} or {@link #end}. */
  public void resume() {
    kernel.phase(Phase.RUNNING);
  }

  /** Commands on SYSTEM.ADMIN.COMMAND.QUEUE are not answered from now on. */
  public void stopCommandServer() {
    commands.stop();
  }

  /** They are answered again, those that wait first. */
  public void startCommandServer() {
    commands.start();
  }

  /** Closes the port: clients that come get 2538. Who is connected stays. */
  public void stopListening() {
    port.stopListening();
  }

  /**
   * Opens the same port again.
   *
   * @throws IOException if somebody else has it
   */
  public void startListening() throws IOException {
    port.startListening();
  }

  /** Cuts all sockets, as a network does that fails. What was not committed is backed out. */
  public void cutAllSockets() {
    port.cutAll();
  }

  /**
   * Ends everything.
   *
   * @throws IOException if the capture cannot be written
   */
  @Override
  public void close() throws IOException {
    port.stopListening();
    commands.stop();
    kernel.troubles().end();
    port.cutAll();
    if (capture.isPresent()) {
      capture.get().close();
    }
  }
}
