package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over a real broker, with a session of the test's own where Ichido would listen. */
class HostProgramTest {
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final BankHost bank = new BankHost("0417", () -> Instant.parse("2027-04-01T03:00:00Z"));
  private final List<byte[]> asked = new CopyOnWriteArrayList<>();
  private InMemoryBroker broker;
  private MessageConsumer requests;

  @BeforeEach
  void open() throws Exception {
    broker = new InMemoryBroker();
    requests = broker.session.createConsumer(broker.session.createQueue("REQUESTS"));
  }

  @AfterEach
  void close() throws Exception {
    broker.close();
  }

  private HostProgram program() throws JMSException {
    return HostProgram.loggedIn(broker.factory, "cics", "secret", "REQUESTS", "REPLIES");
  }

  private BytesMessage received() throws JMSException {
    return (BytesMessage) requests.receive(WAIT.toMillis());
  }

  private static byte[] body(BytesMessage message) throws JMSException {
    byte[] body = new byte[(int) message.getBodyLength()];
    return Arrays.copyOf(body, message.readBytes(body));
  }

  private void answer(Message request, String verdict) throws JMSException {
    BytesMessage reply = broker.session.createBytesMessage();
    reply.writeBytes(
        new HostRecord("ICHVFR").move("ICH-VERDICT", verdict).bytes(HostProgram.EBCDIC));
    reply.setJMSCorrelationID(request.getJMSMessageID());
    try (MessageProducer producer = broker.session.createProducer(request.getJMSReplyTo())) {
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
  void itSpeaksOtherCharactersIfItIsToldSo() throws Exception {
    HostRecord request = bank.verify("one", "C0001", "taro", "123456").move("ICH-BRANCH", "ｱｲ~");
    try (HostProgram program = program().speaking(HostCharacters.SHIFT_JIS)) {
      program.put(request);
    }

    BytesMessage message = received();
    assertThat(body(message))
        .isEqualTo(request.bytes(Charset.forName("x-IBM943C")))
        .hasSize(request.length());
    assertThat(message.getIntProperty("JMS_IBM_Character_Set")).isEqualTo(943);
  }

  @ParameterizedTest
  @EnumSource
  void inWhateverCharactersARecordComesBackAsItWas(HostCharacters characters) {
    HostRecord request = bank.verify("ONE", "C0001", "TARO", "123456");
    byte[] bytes = request.bytes(characters.charset());

    assertThat(bytes).hasSize(request.length());
    assertThat(HostRecord.of("ICHVFQ", bytes, characters.charset()).get("ICH-USER"))
        .isEqualTo("TARO");
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
    Session answering = broker.connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
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
        HostProgram.loggedIn(broker.factory, "cics", "secret", "ANSWERED", "REPLIES")) {
      HostRecord reply = program.answerTo(bank.verify("one", "C0001", "taro", "123456"));
      assertThat(reply.get("ICH-VERDICT")).isEqualTo("ACCEPTED");
    }
  }

  @Test
  void howeverOftenItWaitsToBeServedItIsOneRequest() throws Exception {
    answerEverythingOn("ANSWERED");
    try (HostProgram program =
        HostProgram.loggedIn(broker.factory, "cics", "secret", "ANSWERED", "REPLIES")) {
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
    new HostProgram(broker.connection, "REQUESTS", "REPLIES").close();
    assertThat(broker.broker.getBroker().getClients()).hasSize(1);

    HostProgram own = program();
    assertThat(broker.broker.getBroker().getClients()).hasSize(2);
    own.close();
    assertThat(broker.broker.getBroker().getClients()).hasSize(1);
  }
}
