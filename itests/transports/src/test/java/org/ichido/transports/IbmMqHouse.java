package org.ichido.transports;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.testkit.host.HostProgram;

/**
 * The distribution as a process, with IBM's client in it, at a queue manager in this JVM. Set up as
 * an administrator does it: an archive in the deploy folder, a connection factory and its name in
 * two files of {@code etc}.
 */
final class IbmMqHouse implements Transport {
  static final String QUEUE_MANAGER = "QM1";

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

  /** How many messages the small queue holds. */
  private static final int FEW = 5;

  private static final Pattern LIST = Pattern.compile("(?m)^requester\\.\\w+\\.reply-to = .*$");

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
    QueueManagerDefinition definition = QueueManager.named(QUEUE_MANAGER);
    ShippedBanks.queues().forEach(definition::queue);
    definition.queue(QueueDefinition.local(ShippedBanks.SMALL).with(QueueAttribute.MAXDEPTH, FEW));
    for (String user : List.of("ichido", "channel", "branch", "app", "core")) {
      definition.user(user, user);
    }
    QueueManager queueManager = definition.start();
    try {
      DemoServer server = DemoServer.prepare(path("ichido.distribution"), directory);
      preparation.of(server);
      install(server, queueManager.port());
      server.boot();
      return new IbmMqHouse(queueManager, server);
    } catch (Exception e) {
      queueManager.close();
      throw e;
    }
  }

  private static void install(DemoServer server, int port) throws IOException {
    Path archive = path("ichido.ibmmq");
    Path deploy = Files.createDirectories(server.directory().resolve("deploy"));
    Files.copy(archive, deploy.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path etc = server.directory().resolve("etc");
    Files.writeString(
        etc.resolve("org.ops4j.connectionfactory-ibmmq.cfg"),
        FACTORY.formatted(port, QUEUE_MANAGER));
    Path mq = etc.resolve("org.ichido.mq.cfg");
    Files.writeString(mq, Files.readString(mq).replace("(name=ichido)", "(name=ibmmq)"));
    // As long as the profile cannot say "the queue manager that I am connected to".
    for (Bank bank : ShippedBanks.ALL) {
      Path profile = etc.resolve("org.ichido.bank~%s.cfg".formatted(bank.id()));
      if (Files.exists(profile)) {
        String text = Files.readString(profile);
        Matcher lists = LIST.matcher(text);
        Files.writeString(
            profile,
            lists.replaceAll(
                list -> list.group().replaceAll("([A-Z.]+\\.[A-Z]+)", "$1@" + QUEUE_MANAGER)));
      }
    }
  }

  private static Path path(String property) {
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
    return "queue:///" + queue + "?targetClient=1";
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
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(queueManager.port());
    factory.setChannel("ICHIDO.CLIENTS");
    factory.setQueueManager(QUEUE_MANAGER);
    return factory;
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
