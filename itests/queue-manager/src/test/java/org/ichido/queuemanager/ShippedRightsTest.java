package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.JmsProgram.LONG;
import static org.ichido.queuemanager.JmsProgram.receive;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.jms.BytesMessage;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.QueueBrowser;
import javax.jms.TemporaryQueue;
import javax.net.ssl.SSLContext;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the shipped MQSC and IBM's client")
@ExtendWith(SuiteEvidence.class)
class ShippedRightsTest {
  private static final Path MQSC =
      Path.of(System.getProperty("ichido.config")).resolve("mq/ichido.mqsc");

  private static final Path README =
      Path.of(System.getProperty("ichido.config")).resolve("../itests/queue-manager/README.md");

  private static final List<String> USERS = List.of("ichido", "channel", "branch", "app", "core");
  private static final String OURS = "ICHIDO.SVRCONN";
  private static final String THEIRS = "ICHIDO.REQUESTER";
  private static final Map<String, SSLContext> CLIENTS = new TreeMap<>();

  private static SSLContext server;

  private QueueManager qm;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates queueManager = Certificates.make("qm1");
    Map<String, Certificates> programs = new TreeMap<>();
    for (String user : USERS) {
      String name = "CN=" + user + ",OU=OTP,O=Example Bank";
      programs.put(user, Certificates.make(user, name));
    }
    String elsewhere = "CN=ichido,OU=OTP,O=Another Bank";
    programs.put("stranger", Certificates.make("stranger", elsewhere));
    server = Certificates.context(Optional.of(queueManager), List.copyOf(programs.values()));
    for (Map.Entry<String, Certificates> program : programs.entrySet()) {
      CLIENTS.put(
          program.getKey(),
          Certificates.context(Optional.of(program.getValue()), List.of(queueManager)));
    }
  }

  @BeforeEach
  void start() throws Exception {
    QueueManagerDefinition definition = QueueManager.named("QM1").tls(server).mqsc(MQSC);
    USERS.forEach(user -> definition.user(user, "of " + user));
    qm = definition.start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private MQConnectionFactory factory(String certificate, String channel) throws Exception {
    MQConnectionFactory factory = JmsProgram.factory(qm);
    factory.setChannel(channel);
    factory.setSSLCipherSuite("*TLS12ORHIGHER");
    factory.setSSLSocketFactory(CLIENTS.get(certificate).getSocketFactory());
    factory.setBooleanProperty(WMQConstants.USER_AUTHENTICATION_MQCSP, true);
    return factory;
  }

  private JmsProgram ichido(boolean transacted) throws Exception {
    return JmsProgram.start(
        factory("ichido", OURS).createConnection("ichido", "of ichido"), transacted);
  }

  private JmsProgram requester(String user) throws Exception {
    return JmsProgram.start(factory(user, THEIRS).createConnection(user, "of " + user), false);
  }

  @ParameterizedTest
  @CsvSource({
    "channel, KINSAN.OTP.REQUEST, KINSAN.CHANNEL.REPLY",
    "branch, MIRAI.OTP.OPERATOR, MIRAI.BRANCH.REPLY",
    "app, SHITEN.OTP.APP, SHITEN.APP.REPLY",
    "core, KENSHIN.OTP.CORE, KENSHIN.CORE.REPLY"
  })
  void aRequesterAsksAndGetsItsAnswer(String user, String asks, String answers) throws Exception {
    try (JmsProgram requester = requester(user);
        JmsProgram ichido = ichido(true)) {
      requester.send(asks, "a request");
      assertThat(qm.queue(asks).messages().get(0).get(TextField.USER)).isEqualTo(user);
      assertThat(receive(ichido.consumer(asks), LONG)).isEqualTo("a request");
      ichido.send(answers, "an answer");
      ichido.session.commit();
      assertThat(receive(requester.consumer(answers), LONG)).isEqualTo("an answer");
    }
    assertThat(qm.denied()).isEmpty();
  }

  @Test
  void coreBankingGetsEventsAndFeesAndSaysWhatBecameOfThem() throws Exception {
    try (JmsProgram ichido = ichido(false);
        JmsProgram core = requester("core")) {
      ichido.send("KINSAN.OTP.EVENT", "an event");
      ichido.send("KINSAN.OTP.DEBIT", "a fee");
      assertThat(receive(core.consumer("KINSAN.OTP.EVENT"), LONG)).isEqualTo("an event");
      assertThat(receive(core.consumer("KINSAN.OTP.DEBIT"), LONG)).isEqualTo("a fee");
      core.send("KINSAN.OTP.DEBIT.REPLY", "booked");
      assertThat(receive(ichido.consumer("KINSAN.OTP.DEBIT.REPLY"), LONG)).isEqualTo("booked");
    }
    assertThat(qm.denied()).isEmpty();
  }

  @Test
  void ichidoLooksThroughTheBackoutQueueAndTakesFromIt() throws Exception {
    try (JmsProgram ichido = ichido(false)) {
      ichido.send("MIRAI.OTP.BACKOUT", "not answered");
      QueueBrowser browser = ichido.session.createBrowser(ichido.queue("MIRAI.OTP.BACKOUT"));
      Message seen = (Message) browser.getEnumeration().nextElement();
      String selector = "JMSMessageID = '" + seen.getJMSMessageID() + "'";
      MessageConsumer one =
          ichido.session.createConsumer(ichido.queue("MIRAI.OTP.BACKOUT"), selector);
      assertThat(receive(one, LONG)).isEqualTo("not answered");
    }
    assertThat(qm.denied()).isEmpty();
  }

  @Test
  void ichidoMayAskTheCommandServer() throws Exception {
    try (JmsProgram ichido = ichido(false)) {
      TemporaryQueue answers = ichido.session.createTemporaryQueue();
      BytesMessage ping = ichido.session.createBytesMessage();
      for (int number : new int[] {1, 36, 1, 40, 1, 1, 0, 0, 0}) {
        ping.writeInt(number);
      }
      ping.setStringProperty(WMQConstants.JMS_IBM_FORMAT, "MQADMIN");
      ping.setJMSReplyTo(answers);
      ichido
          .session
          .createProducer(ichido.queue("SYSTEM.ADMIN.COMMAND.QUEUE?targetClient=1"))
          .send(ping);
      assertThat(ichido.session.createConsumer(answers).receive(LONG)).isNotNull();
    }
    assertThat(qm.denied()).isEmpty();
  }

  /** By IBM's client, should a bank set the threshold lower than it is shipped. */
  @Test
  void aMessageIsMovedAtTheThresholdWithTheUserWhoPutIt() throws Exception {
    qm.queue("KINSAN.OTP.REQUEST").set(QueueAttribute.BOTHRESH, 1);
    try (JmsProgram requester = requester("channel");
        JmsProgram ichido = ichido(true)) {
      requester.send("KINSAN.OTP.REQUEST", "poison");
      MessageConsumer consumer = ichido.consumer("KINSAN.OTP.REQUEST");
      assertThat(receive(consumer, LONG)).isEqualTo("poison");
      ichido.session.rollback();
      requester.send("KINSAN.OTP.REQUEST", "the next");
      assertThat(receive(consumer, LONG)).isEqualTo("the next");
      ichido.session.commit();
    }
    List<TestMessage> moved = qm.queue("KINSAN.OTP.BACKOUT").messages();
    assertThat(moved).hasSize(1);
    assertThat(moved.get(0).get(TextField.USER)).isEqualTo("channel");
    assertThat(qm.denied()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "channel, KINSAN.OTP.OPERATOR",
    "channel, KINSAN.OTP.DEBIT",
    "channel, KINSAN.OTP.BACKOUT",
    "channel, KINSAN.BRANCH.REPLY",
    "branch, MIRAI.OTP.REQUEST",
    "app, SHITEN.OTP.CORE",
    "core, KINSAN.OTP.EVENT",
    "core, SYSTEM.ADMIN.COMMAND.QUEUE"
  })
  void aRequesterPutsNowhereElse(String user, String queue) throws Exception {
    try (JmsProgram requester = requester(user)) {
      assertThat(JmsProgram.reasonOf(() -> requester.send(queue, "forged"))).isEqualTo(2035);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "channel, KINSAN.BRANCH.REPLY",
    "branch, MIRAI.OTP.OPERATOR",
    "app, SHITEN.OTP.EVENT",
    "core, KINSAN.OTP.BACKOUT",
    "core, KINSAN.OTP.DEBIT.REPLY"
  })
  void aRequesterReadsNothingElse(String user, String queue) throws Exception {
    qm.queue(queue).put("private".getBytes(ISO_8859_1));
    try (JmsProgram requester = requester(user)) {
      assertThat(JmsProgram.reasonOf(() -> receive(requester.consumer(queue), LONG)))
          .isEqualTo(2035);
      assertThat(qm.denied()).containsExactly(user + " has no [INQ, GET, BROWSE] on " + queue);
    }
  }

  @ParameterizedTest
  @CsvSource({"KINSAN.OTP.REQUEST", "KINSAN.OTP.OPERATOR", "KINSAN.OTP.DEBIT.REPLY"})
  void ichidoAsksNothingOfItself(String queue) throws Exception {
    try (JmsProgram ichido = ichido(false)) {
      assertThat(JmsProgram.reasonOf(() -> ichido.send(queue, "forged"))).isEqualTo(2035);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "channel, ICHIDO.SVRCONN, channel, of channel",
    "ichido, ICHIDO.REQUESTER, ichido, of ichido",
    "stranger, ICHIDO.SVRCONN, ichido, of ichido",
    "ichido, ICHIDO.SVRCONN, ichido, wrong",
    "ichido, ICHIDO.SVRCONN, , "
  })
  void whoIsNotWhomTheChannelIsForDoesNotComeIn(
      String certificate, String channel, String user, String password) throws Exception {
    MQConnectionFactory factory = factory(certificate, channel);
    assertThat(JmsProgram.reasonOf(() -> factory.createConnection(user, password).close()))
        .isEqualTo(2035);
    assertThat(qm.users()).isEmpty();
  }

  @Test
  void thePasswordOfAnotherMakesNobodyThatOther() throws Exception {
    MQConnectionFactory factory = factory("channel", THEIRS);
    JmsProgram program = JmsProgram.start(factory.createConnection("core", "of core"), false);
    try (program) {
      assertThat(qm.users()).containsOnly("channel");
    }
  }

  @Test
  void withoutTlsNobodyComesIn() throws Exception {
    MQConnectionFactory plain = JmsProgram.factory(qm);
    plain.setChannel(OURS);
    assertThat(JmsProgram.reasonOf(() -> plain.createConnection("ichido", "of ichido").close()))
        .isEqualTo(2397);
  }

  /** As the README has it for tests without certificates. */
  @Test
  void withoutCertificatesTheRightsHoldAllTheSame() throws Exception {
    qm.close();
    String open =
        """
        ALTER QMGR CHLAUTH(DISABLED) CONNAUTH(' ')
        ALTER CHANNEL('ICHIDO.SVRCONN') CHLTYPE(SVRCONN) SSLCIPH(' ') MCAUSER(' ')
        ALTER CHANNEL('ICHIDO.REQUESTER') CHLTYPE(SVRCONN) SSLCIPH(' ') MCAUSER(' ')
        """;
    assertThat(Files.readString(README)).contains(open);
    qm = QueueManager.named("QM1").mqsc(MQSC).mqsc(open).user("channel", "").start();
    MQConnectionFactory plain = JmsProgram.factory(qm);
    plain.setChannel(THEIRS);
    try (JmsProgram channel =
        JmsProgram.start(plain.createConnection("channel", "anything"), false)) {
      channel.send("KINSAN.OTP.REQUEST", "a request");
      assertThat(qm.users()).containsOnly("channel");
      assertThat(JmsProgram.reasonOf(() -> channel.send("KINSAN.OTP.CORE", "forged")))
          .isEqualTo(2035);
    }
  }
}
