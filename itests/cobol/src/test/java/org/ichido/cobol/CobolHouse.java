package org.ichido.cobol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ichido.demo.DemoServer;
import org.ichido.demo.IbmMqInstallation;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;

/**
 * The distribution as a process, with IBM's client in it, at a queue manager in this JVM: what the
 * bank's programs talk to. Set up as an administrator does it.
 */
final class CobolHouse implements AutoCloseable {
  private static final String QUEUE_MANAGER = "QM1";

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
      IbmMqInstallation.here(QUEUE_MANAGER, queueManager.port(), "ICHIDO.SERVER")
          .into(server, path("ichido.ibmmq"), "ichido", "ichido");
      askSooner(server.directory().resolve("etc/org.ichido.bank~kinsan.cfg"));
      server.boot();
      return new CobolHouse(queueManager, server);
    } catch (Exception e) {
      queueManager.close();
      throw e;
    }
  }

  /** Nobody waits a minute here for an inquiry. */
  private static void askSooner(Path profile) throws IOException {
    String shipped = Files.readString(profile);
    String sooner = shipped.replace("fee.inquire-after.1 = 60 s", "fee.inquire-after.1 = 2 s");
    if (sooner.equals(shipped)) {
      throw new IOException("nothing to change in " + profile);
    }
    Files.writeString(profile, sooner);
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
