package org.ichido.transports;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of the archive ichido-ibmmq in one server, in the order of an administrator's day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IbmMqInstallationIT {
  private static final String PASSWORD = "canary-of-the-queue-manager-4711";
  private static final String REQUESTS = "KINSAN.OTP.REQUEST";
  private static final String REPLIES = "KINSAN.CHANNEL.REPLY";
  private static final String BACKOUT = "KINSAN.OTP.BACKOUT";

  /** A client channel definition table as IBM MQ takes it in JSON. */
  private static final String TABLE =
      """
      {"channel": [{
        "name": "ICHIDO.SVRCONN",
        "type": "clientConnection",
        "clientConnection": {
          "connection": [{"host": "127.0.0.1", "port": %d}],
          "queueManager": "QM1"
        }
      }]}
      """;

  private static QueueManager queueManager;
  private static MqInstallation house;

  @BeforeAll
  static void startAsItIsShipped() throws Exception {
    QueueManagerDefinition definition = QueueManager.named("QM1").passwordsRequired();
    ShippedBanks.queues().forEach(definition::queue);
    definition.user("ichido", PASSWORD).user("channel", "channel");
    queueManager = definition.start();
    house =
        MqInstallation.unpacked(
            Path.of(System.getProperty("ichido.work"), "installation", "server"));
    house.server.boot();
  }

  @AfterAll
  static void end() throws Exception {
    house.server.stop();
    queueManager.close();
  }

  private static HostProgram embedded() throws Exception {
    return HostProgram.loggedIn(
        new ActiveMQConnectionFactory(house.server.brokerAddress()),
        "channel",
        house.server.password("channel"),
        REQUESTS,
        REPLIES);
  }

  private static MQConnectionFactory requesters() throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(queueManager.port());
    factory.setChannel("ICHIDO.REQUESTER");
    return factory;
  }

  private static HostProgram overIbmMq() throws JMSException {
    return HostProgram.loggedIn(
        requesters(), "channel", "channel", "queue:///" + REQUESTS + "?targetClient=1", REPLIES);
  }

  private static String answerTo(HostProgram program, String request) throws JMSException {
    BankHost kinsan = new BankHost("9990", InstantSource.system());
    return program
        .answerTo(kinsan.verify(request, "NOBODY", "nobody", "000000"))
        .get("ICH-RESPONSE-CODE");
  }

  private static void connectionFactoryAt(int port) throws IOException {
    house.connectionFactory(
        Map.of(
            "jms.hostName",
            "127.0.0.1",
            "jms.port",
            Integer.toString(port),
            "jms.SSLCipherSuite",
            ""));
  }

  @Test
  @Order(1)
  void theArchiveIsInstalledUnderLoadAndNobodyElseIsRestarted() throws Exception {
    try (HostProgram channel = embedded();
        SteadyRequests requests = SteadyRequests.by(channel, "install")) {
      Map<String, Set<Integer>> before = house.services();
      house.archive();
      house.until("bundle:list -t 0", "Ichido :: IBM MQ factory");
      assertThat(before).containsKeys("Ichido :: MQ", "Ichido :: Core", "Ichido :: JDBC store");
      assertThat(house.services()).isEqualTo(before);
      assertThat(requests.answered()).isPositive();
    }
    assertThat(
            house.server.shell("package:exports").lines().filter(l -> l.startsWith("javax.jms ")))
        .as("who brings javax.jms")
        .hasSize(1);
  }

  @Test
  @Order(2)
  void twoFilesAndAPasswordBringItToIbmMq() throws Exception {
    house.password(PASSWORD);
    connectionFactoryAt(queueManager.port());
    house.take("ibmmq");
    house.untilReceiving("REQUEST");
    try (HostProgram channel = overIbmMq()) {
      assertThat(answerTo(channel, "over-1")).isEqualTo("1000");
      assertThat(queueManager.users()).contains("ichido").containsOnly("ichido", "channel");
    }
    assertThat(queueManager.surprises()).isEmpty();
  }

  @Test
  @Order(3)
  void anObjectInAMessageIsPutAsideAndNeverMade() throws Exception {
    try (Connection connection = requesters().createConnection("channel", "channel")) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      Message object = session.createObjectMessage(new Point2D.Double(1, 2));
      object.setJMSReplyTo(session.createQueue("queue:///" + REPLIES));
      session.createProducer(session.createQueue("queue:///" + REQUESTS)).send(object);
    }
    house.until("ichido:backout-list kinsan", "NOT_TEXT_OR_BYTES");
    assertThat(queueManager.queue(BACKOUT).messages()).hasSize(1);
    assertThat(classesOfTheServer())
        .contains("com.ibm.jms.JMSObjectMessage")
        .doesNotContain(Point2D.Double.class.getName());
    assertThat(house.server.shell("system:property com.ibm.mq.jms.allowlist")).contains("none");
  }

  private static String classesOfTheServer() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(house.server.process().pid()),
                "VM.class_hierarchy")
            .redirectErrorStream(true)
            .start();
    String classes = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(classes).isZero();
    return classes;
  }

  @Test
  @Order(4)
  void theEmbeddedBrokerCanBeTakenAway() throws Exception {
    house.server.shell(
        "feature:install ichido-store-hsqldb ichido-mq ichido-mail ichido-shell\n"
            + "feature:uninstall ichido");
    assertThat(house.server.shell("bundle:list -t 0"))
        .contains("Ichido :: MQ")
        .doesNotContain("Ichido :: Broker");
    house.untilReceiving("REQUEST");
    try (HostProgram channel = overIbmMq()) {
      assertThat(answerTo(channel, "alone-1")).isEqualTo("1000");
    }
  }

  @Test
  @Order(5)
  void aRestartFindsEverythingAsItWas() throws Exception {
    house.server.stop();
    house.server.boot();
    house.untilReceiving("REQUEST");
    try (HostProgram channel = overIbmMq()) {
      assertThat(answerTo(channel, "restarted-1")).isEqualTo("1000");
    }
    assertThat(house.server.shell("bundle:list -t 0")).doesNotContain("Ichido :: Broker");
  }

  @Test
  @Order(6)
  void anotherVersionOfTheArchiveRestartsNobodyElse() throws Exception {
    Map<String, Set<Integer>> before = house.services();
    Files.delete(house.deployed());
    house.until("REQUEST", said -> said.contains("waits for"));
    house.archive();
    house.untilReceiving("REQUEST");
    assertThat(house.services()).isEqualTo(before);
    try (HostProgram channel = overIbmMq()) {
      assertThat(answerTo(channel, "updated-1")).isEqualTo("1000");
    }
  }

  @Test
  @Order(7)
  void whatIbmsClientReportsIsBesideTheLogsAndItsThreadsAreOfItsLoader() throws Exception {
    try (NoQueueManager stranger = NoQueueManager.listening()) {
      connectionFactoryAt(stranger.port());
      house.until("REQUEST", said -> said.startsWith("DOWN"));
    }
    List<Path> reports = files(house.in("data/log/FFDC"));
    assertThat(reports).as("one for each kind of failure").hasSizeBetween(1, 5);
    assertThat(Files.readString(reports.get(0)))
        .contains("name=ichido-mq kinsan")
        .contains("ccl=com.ibm.mq.allclient");
    assertThat(files(house.server.directory()))
        .filteredOn(file -> !file.startsWith(house.in("data/log")))
        .extracting(file -> file.getFileName().toString())
        .noneMatch(name -> name.matches("mqjms.*|.*\\.FDC|.*\\.trc"));
  }

  /** Comes from a server that is DOWN, so that what it says then is new. */
  @Test
  @Order(8)
  void aTableOfChannelsOrAListOfAddressesLeadsThereAsWell() throws Exception {
    int port = queueManager.port();
    house.write("etc/ichido/ccdt.json", TABLE.formatted(port));
    house.connectionFactory(
        Map.of(
            "jms.CCDTURL",
            house.in("etc/ichido/ccdt.json").toUri().toString(),
            "jms.hostName",
            "",
            "jms.port",
            "",
            "jms.channel",
            "",
            "jms.SSLCipherSuite",
            ""));
    house.untilReceiving("REQUEST");

    connectionFactoryAt(1);
    house.until("REQUEST", said -> said.startsWith("DOWN"));
    house.connectionFactory(
        Map.of(
            "jms.connectionNameList",
            "127.0.0.1(1),127.0.0.1(%d)".formatted(port),
            "jms.hostName",
            "",
            "jms.port",
            "",
            "jms.SSLCipherSuite",
            ""));
    house.untilReceiving("REQUEST");
  }

  @Test
  @Order(9)
  void thePasswordStandsInItsFileAndNowhereElse() throws Exception {
    byte[] password = PASSWORD.getBytes(StandardCharsets.US_ASCII);
    assertThat(files(house.server.directory()))
        .filteredOn(file -> contains(file, password))
        .containsExactly(house.in("data/ichido/mq.password"));
    assertThat(
            house.server.shell(
                "service:list\nconfig:list\nsystem:property\nlog:display\nichido:status"))
        .contains("org.ops4j.connectionfactory~ibmmq")
        .doesNotContain(PASSWORD);
    Path process = Path.of("/proc", Long.toString(house.server.process().pid()));
    assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(PASSWORD);
    assertThat(Files.readString(process.resolve("environ"))).doesNotContain(PASSWORD);
  }

  @Test
  @Order(10)
  void theWayBackToTheEmbeddedBrokerIsAsShort() throws Exception {
    house.server.shell("feature:install ichido-broker");
    house.take("ichido");
    house.untilReceiving("REQUEST");
    Files.delete(house.deployed());
    try (HostProgram channel = embedded()) {
      assertThat(answerTo(channel, "back-1")).isEqualTo("1000");
    }
    assertThat(queueManager.users()).isEmpty();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** As it is, and as a string of Java's is serialised or dumped: the bytes are the same. */
  private static boolean contains(Path file, byte[] wanted) {
    try {
      byte[] content = Files.readAllBytes(file);
      for (int at = 0; at + wanted.length <= content.length; at++) {
        if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // gone meanwhile: a temporary file
    }
  }
}
