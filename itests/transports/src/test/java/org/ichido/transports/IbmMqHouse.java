package org.ichido.transports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;
import org.ichido.demo.IbmMqInstallation;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.testkit.host.HostProgram;

/**
 * The distribution as a process, with IBM's client in it, at a queue manager in this JVM that has
 * the shipped definitions.
 */
final class IbmMqHouse implements Transport {
  static final String QUEUE_MANAGER = "QM1";

  /**
   * Beside the shipped definitions: a channel without TLS, for both, on which everybody is whom his
   * password says; and a queue that is soon full.
   */
  private static final String OURS =
      """
      DEFINE AUTHINFO('SUITE.PASSWORDS') AUTHTYPE(IDPWOS) CHCKCLNT(REQUIRED) ADOPTCTX(YES)
      ALTER QMGR CONNAUTH('SUITE.PASSWORDS')
      DEFINE CHANNEL('SUITE.SVRCONN') CHLTYPE(SVRCONN) TRPTYPE(TCP)
      DEFINE QLOCAL('%1$s') MAXDEPTH(5)
      SET AUTHREC PROFILE('%1$s') OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(PUT)
      SET AUTHREC PROFILE('%1$s') OBJTYPE(QUEUE) PRINCIPAL('channel') +
        AUTHADD(PUT,GET,BROWSE,INQ)
      """
          .formatted(ShippedBanks.SMALL);

  static final String CHANNEL = "SUITE.SVRCONN";

  final QueueManager queueManager;
  final DemoServer server;

  private IbmMqHouse(QueueManager queueManager, DemoServer server) {
    this.queueManager = queueManager;
    this.server = server;
  }

  /** As it is unpacked: one bank. */
  static IbmMqHouse started(Path directory) throws Exception {
    return started(directory, server -> {});
  }

  static IbmMqHouse started(Path directory, Preparation preparation) throws Exception {
    QueueManager queueManager = defined().start();
    try {
      DemoServer server = DemoServer.prepare(path("ichido.distribution"), directory);
      preparation.of(server);
      installation(queueManager).into(server, path("ichido.ibmmq"), "ichido", "ichido");
      server.boot();
      return new IbmMqHouse(queueManager, server);
    } catch (Exception e) {
      queueManager.close();
      throw e;
    }
  }

  /** With the shipped definitions, and with ours. */
  static QueueManagerDefinition defined() throws IOException {
    QueueManagerDefinition definition =
        QueueManager.named(QUEUE_MANAGER)
            .mqsc(Path.of(System.getProperty("ichido.config"), "mq", "ichido.mqsc"))
            .mqsc(OURS);
    for (String user : List.of("ichido", "channel", "branch", "app", "core")) {
      definition.user(user, user);
    }
    return definition;
  }

  private static IbmMqInstallation installation(QueueManager queueManager) {
    return IbmMqInstallation.here(QUEUE_MANAGER, queueManager.port(), CHANNEL);
  }

  static Path path(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath();
  }

  @Override
  public DemoServer server() {
    return server;
  }

  @Override
  public ConnectionFactory programs() throws JMSException {
    return factory();
  }

  @Override
  public String password(String user) {
    return user;
  }

  @Override
  public String hostQueue(String queue) {
    return IbmMqPrograms.hostQueue(queue);
  }

  @Override
  public Optional<Outage> outage() {
    return Optional.of(
        new Outage() {
          @Override
          public void begin() {
            queueManager.end();
          }

          @Override
          public void end() {
            queueManager.resume();
          }
        });
  }

  @Override
  public Optional<String> smallQueue() {
    return Optional.of(ShippedBanks.SMALL);
  }

  @Override
  public Gap beforeTheCommit() {
    Trouble held = queueManager.troubles().at(Call.COMMIT).ofUser("ichido").hold();
    return new Gap() {
      @Override
      public void reached() throws InterruptedException {
        if (!held.awaitStruck(1, HostProgram.PATIENCE)) {
          throw new IllegalStateException("the server does not come to a commit");
        }
      }

      @Override
      public void close() {
        held.end();
      }
    };
  }

  /** Requesters' way to the queue manager. */
  ConnectionFactory factory() throws JMSException {
    return new IbmMqPrograms(installation(queueManager), CHANNEL).factory();
  }

  /** The bank's channel, at the request queue. */
  HostProgram channel() throws JMSException {
    return HostProgram.loggedIn(
        factory(),
        "channel",
        "channel",
        "queue:///KINSAN.OTP.REQUEST?targetClient=1",
        "KINSAN.CHANNEL.REPLY");
  }

  @Override
  public void close() throws InterruptedException, IOException {
    server.stop();
    queueManager.close();
  }
}
