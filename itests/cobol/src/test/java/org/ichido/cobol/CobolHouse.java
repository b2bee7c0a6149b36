package org.ichido.cobol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.ichido.demo.DemoServer;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;

/**
 * The distribution as a process, with IBM's client in it, at a queue manager in this JVM: what the
 * bank's programs talk to. Set up as an administrator does it.
 */
final class CobolHouse implements AutoCloseable {
  private static final String QUEUE_MANAGER = "QM1";
  private static final String FACTORY =
      """
      type = ibmmq
      name = ibmmq
      jms.hostName = 127.0.0.1
      jms.port = %d
      jms.channel = ICHIDO.SERVER
      jms.queueManager = %s
      jms.transportType = 1
      jms.user = ichido
      .jms.password = ichido
      """;

  private final QueueManager queueManager;
  final DemoServer server;

  private CobolHouse(QueueManager queueManager, DemoServer server) {
    this.queueManager = queueManager;
    this.server = server;
  }

  static CobolHouse started(Path directory) throws Exception {
    QueueManagerDefinition definition = QueueManager.named(QUEUE_MANAGER);
    for (String queue :
        List.of("REQUEST", "OPERATOR", "APP", "CORE", "EVENT", "DEBIT", "DEBIT.REPLY", "BACKOUT")) {
      definition.queue("KINSAN.OTP." + queue);
    }
    for (String user : List.of("channel", "branch", "app", "core")) {
      definition.queue(replies(user)).user(user, user);
    }
    QueueManager queueManager = definition.user("ichido", "ichido").start();
    try {
      DemoServer server = DemoServer.prepare(path("ichido.distribution"), directory);
      install(server.directory(), queueManager.port());
      server.boot();
      return new CobolHouse(queueManager, server);
    } catch (Exception e) {
      queueManager.close();
      throw e;
    }
  }

  private static void install(Path server, int port) throws IOException {
    Path archive = path("ichido.ibmmq");
    Path deploy = Files.createDirectories(server.resolve("deploy"));
    Files.copy(archive, deploy.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path etc = server.resolve("etc");
    Files.writeString(
        etc.resolve("org.ops4j.connectionfactory-ibmmq.cfg"),
        FACTORY.formatted(port, QUEUE_MANAGER));
    edit(etc.resolve("org.ichido.mq.cfg"), text -> text.replace("(name=ichido)", "(name=ibmmq)"));
    // Nobody waits a minute here for an inquiry.
    edit(
        etc.resolve("org.ichido.bank~kinsan.cfg"),
        text ->
            text.replaceAll("(?m)^(requester\\.\\w+\\.reply-to = \\S+)$", "$1@" + QUEUE_MANAGER)
                .replace("fee.inquire-after.1 = 60 s", "fee.inquire-after.1 = 2 s"));
  }

  private static void edit(Path file, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(file);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IOException("nothing to change in " + file);
    }
    Files.writeString(file, after);
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath();
  }

  /** The queue of a requester's replies. */
  static String replies(String user) {
    return "KINSAN." + user.toUpperCase(Locale.ROOT) + ".REPLY";
  }

  /** A program's way to the queue manager, under a user of its own. */
  HostQueue connect(String user) throws Exception {
    return HostQueue.connect(queueManager.port(), QUEUE_MANAGER, "BANK.CLIENTS", user);
  }

  /** How many messages were set aside. */
  int backout() {
    return queueManager.queue("KINSAN.OTP.BACKOUT").messages().size();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    server.stop();
    queueManager.close();
  }
}
