package org.ichido.queuemanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.commands.CommandServer;
import org.ichido.queuemanager.conversation.Port;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.mqsc.MqscScript;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.queues.QueueDefinition.Kind;
import org.ichido.queuemanager.trouble.Pauses;
import org.ichido.queuemanager.trouble.Troubles;
import org.ichido.queuemanager.wire.Capture;

/** A queue manager that is not started yet. For one thread. */
public final class QueueManagerDefinition {
  private final String name;
  private final List<Consumer<Kernel>> definitions = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private Clock clock = Clock.systemUTC();
  private Pauses pauses = Pauses.REAL;
  private int port;
  private Optional<SSLContext> tls = Optional.empty();
  private Optional<Path> capture = Optional.empty();

  QueueManagerDefinition(String name) {
    if (name.isBlank() || name.length() > 48) {
      throw new IllegalArgumentException("a queue manager's name has 1 to 48 characters: " + name);
    }
    this.name = name;
    queue(
        QueueDefinition.of("SYSTEM.DEFAULT.MODEL.QUEUE", Kind.MODEL_OF_TEMPORARY)
            .with(QueueAttribute.SHARE, 0));
    queue(Kernel.COMMAND_QUEUE);
  }

  /**
   * @param queueName of a local queue as MQSC defines one when nothing else is said
   * @return this
   */
  public QueueManagerDefinition queue(String queueName) {
    return queue(QueueDefinition.local(queueName));
  }

  /**
   * @param queue one to have
   * @return this
   */
  public QueueManagerDefinition queue(QueueDefinition queue) {
    definitions.add(kernel -> kernel.queues().define(queue));
    return this;
  }

  /**
   * @param file of MQSC commands, in UTF-8
   * @return this
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException that names the line, if it is not MQSC
   */
  public QueueManagerDefinition mqsc(Path file) throws IOException {
    return mqsc(Files.readString(file));
  }

  /**
   * @param commands MQSC commands; they hold after what was defined before
   * @return this
   * @throws IllegalArgumentException that names the line, if it is not MQSC
   */
  public QueueManagerDefinition mqsc(String commands) {
    MqscScript script = new MqscScript(commands);
    definitions.add(kernel -> ignored.addAll(script.apply(kernel)));
    return this;
  }

  /**
   * @param channel one to have; as long as there is none, clients may name any
   * @return this
   */
  public QueueManagerDefinition channel(ChannelDefinition channel) {
    definitions.add(kernel -> kernel.channels().define(channel));
    return this;
  }

  /**
   * @param user who has a password
   * @param password theirs
   * @return this
   */
  public QueueManagerDefinition user(String user, String password) {
    definitions.add(kernel -> kernel.users().add(user, password));
    return this;
  }

  /**
   * Nobody connects without a password. Without TLS it cannot be read, and only the user is
   * checked.
   *
   * @return this
   */
  public QueueManagerDefinition passwordsRequired() {
    definitions.add(kernel -> kernel.users().require(true));
    return this;
  }

  /**
   * @param group whose authorities also hold for
   * @param user this user
   * @return this
   */
  public QueueManagerDefinition member(String group, String user) {
    definitions.add(kernel -> kernel.authorities().join(group, user));
    return this;
  }

  /**
   * @param context for clients that begin with TLS; their certificates are asked for
   * @return this
   */
  public QueueManagerDefinition tls(SSLContext context) {
    tls = Optional.of(context);
    return this;
  }

  /**
   * @param number of the port; else a free one
   * @return this
   */
  public QueueManagerDefinition port(int number) {
    port = number;
    return this;
  }

  /**
   * @param driven for the times in messages and their expiry; waits go by the real time
   * @return this
   */
  public QueueManagerDefinition clock(Clock driven) {
    clock = driven;
    return this;
  }

  /**
   * @param driven for calls that trouble delays
   * @return this
   */
  public QueueManagerDefinition pauses(Pauses driven) {
    pauses = driven;
    return this;
  }

  /**
   * @param file that gets all bytes of all sockets, in pcap format; passwords included
   * @return this
   */
  public QueueManagerDefinition capture(Path file) {
    capture = Optional.of(file);
    return this;
  }

  /**
   * @return the queue manager, which listens
   * @throws IOException if the port or the capture cannot be had
   * @throws IllegalArgumentException that names the line, if an MQSC command cannot be done
   */
  public QueueManager start() throws IOException {
    Kernel kernel = new Kernel(name, clock, new Troubles(pauses));
    definitions.forEach(definition -> definition.accept(kernel));
    Optional<Capture> written = Optional.empty();
    if (capture.isPresent()) {
      written = Optional.of(new Capture(capture.get(), Clock.systemUTC()));
    }
    Port listening = new Port(kernel, port, tls, written);
    return new QueueManager(kernel, listening, new CommandServer(kernel), written, ignored);
  }
}
