package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real broker, with a session of the test's own where Ichido would listen. */
class HostProgramTest {
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final ActiveMQConnectionFactory factory =
      new ActiveMQConnectionFactory("vm://testkit?create=false&waitForStart=1000");
  private final BankHost bank = new BankHost("0417", () -> Instant.parse("2027-04-01T03:00:00Z"));
  private final List<byte[]> asked = new CopyOnWriteArrayList<>();
  private BrokerService broker;
  private Connection connection;
  private Session session;
  private MessageConsumer requests;

  @BeforeEach
  void open() throws Exception {
    broker = new BrokerService();
    broker.setBrokerName("testkit");
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setSchedulerSupport(false);
    broker.setAdvisorySupport(false);
    broker.start();
    broker.waitUntilStarted();
    connection = factory.createConnection();
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    requests = session.createConsumer(session.createQueue("REQUESTS"));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    broker.stop();
    broker.waitUntilStopped();
  }

  private HostProgram program() throws JMSException {
    return HostProgram.loggedIn(factory, "cics", "secret", "REQUESTS", "REPLIES");
  }

  private BytesMessage received() throws JMSException {
    return (BytesMessage) requests.receive(WAIT.toMillis());
  }

  private static byte[] body(BytesMessage message) throws JMSException {
    byte[] body = new byte[(int) message.getBodyLength()];
    return Arrays.copyOf(body, message.readBytes(body));
  }

  private void answer(Message request, String verdict) throws JMSException {
    BytesMessage reply = session.createBytesMessage();
    reply.writeBytes(
        new HostRecord("ICHVFR").move("ICH-VERDICT", verdict).bytes(HostProgram.EBCDIC));
    reply.setJMSCorrelationID(request.getJMSMessageID());
    try (MessageProducer producer = session.createProducer(request.getJMSReplyTo())) {
      producer.send(reply);
    }
  }

  @Test
  void itPutsTheRecordInEbcdicAndSaysSo() throws Exception {
    HostRecord request = bank.verify("one", "C0001", "taro", "123456");
    try (HostProgram program = program()) {
      program.put(request);
    }

    BytesMessage message = received();
    assertThat(body(message)).isEqualTo(request.bytes(HostProgram.EBCDIC));
    assertThat(message.getIntProperty("JMS_IBM_Character_Set")).isEqualTo(939);
    assertThat(message.getJMSReplyTo()).hasToString("queue://REPLIES");
  }

  @Test
  void eachRequestGetsItsOwnReplyInWhateverOrderTheyCome() throws Exception {
    try (HostProgram program = program()) {
      String first = program.put(bank.verify("one", "C0001", "taro", "123456"));
      String second = program.put(bank.verify("two", "C0001", "taro", "654321"));
      List<BytesMessage> both = List.of(received(), received());
      answer(both.get(1), "REFUSED");
      answer(both.get(0), "ACCEPTED");

      assertThat(verdict(program.receive(first, WAIT))).isEqualTo("ACCEPTED");
      assertThat(verdict(program.receive(second, WAIT))).isEqualTo("REFUSED");
    }
  }

  private static String verdict(byte[] reply) {
    return HostRecord.of("ICHVFR", reply, HostProgram.EBCDIC).get("ICH-VERDICT");
  }

  private void answerEverythingOn(String queue) throws JMSException {
    Session answering = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    answering
        .createConsumer(answering.createQueue(queue))
        .setMessageListener(
            message -> {
              try {
                asked.add(body((BytesMessage) message));
                answer(message, "ACCEPTED");
              } catch (JMSException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Test
  void itWaitsForTheAnswerAndReadsIt() throws Exception {
    answerEverythingOn("ANSWERED");
    try (HostProgram program =
        HostProgram.loggedIn(factory, "cics", "secret", "ANSWERED", "REPLIES")) {
      HostRecord reply = program.answerTo(bank.verify("one", "C0001", "taro", "123456"));
      assertThat(reply.get("ICH-VERDICT")).isEqualTo("ACCEPTED");
    }
  }

  @Test
  void howeverOftenItWaitsToBeServedItIsOneRequest() throws Exception {
    answerEverythingOn("ANSWERED");
    try (HostProgram program =
        HostProgram.loggedIn(factory, "cics", "secret", "ANSWERED", "REPLIES")) {
      program.untilServed(bank);
      program.untilServed(bank);
    }
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1)).isEqualTo(asked.get(0));
  }

  @Test
  void withoutAReplyInTimeItSaysToWhatNoneCame() throws Exception {
    try (HostProgram program = program()) {
      String put = program.put(bank.verify("one", "C0001", "taro", "123456"));
      assertThatThrownBy(() -> program.receive(put, Duration.ofMillis(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(put);
    }
  }

  @Test
  void messagesExpireOnlyIfItIsToldSo() throws Exception {
    try (HostProgram program = program()) {
      program.put(bank.verify("one", "C0001", "taro", "123456"));
      assertThat(received().getJMSExpiration()).isZero();

      program.expiringAfter(Duration.ofMinutes(2)).put(bank.verify("two", "C0001", "taro", "1"));
      BytesMessage message = received();
      assertThat(message.getJMSExpiration()).isEqualTo(message.getJMSTimestamp() + 120_000);
    }
  }

  @Test
  void aProgramClosesItsOwnConnectionAndNoOther() throws Exception {
    new HostProgram(connection, "REQUESTS", "REPLIES").close();
    assertThat(broker.getBroker().getClients()).hasSize(1);

    HostProgram own = program();
    assertThat(broker.getBroker().getClients()).hasSize(2);
    own.close();
    assertThat(broker.getBroker().getClients()).hasSize(1);
  }
}
