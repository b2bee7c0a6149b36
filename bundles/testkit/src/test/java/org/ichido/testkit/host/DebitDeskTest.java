package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.MessageConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebitDeskTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Path SAMPLES = Path.of("../../config/copybooks/samples");

  private InMemoryBroker broker;
  private DebitDesk desk;

  @BeforeEach
  void open() throws Exception {
    broker = new InMemoryBroker();
    desk =
        DebitDesk.loggedIn(
            broker.factory, "core", "secret", "DEBITS", "ANSWERS", HostCharacters.LATIN_EBCDIC);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    broker.close();
  }

  private static byte[] sample(String name) throws Exception {
    String hex = Files.readString(SAMPLES.resolve(name + ".939.hex"));
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  private FeeRequest asked(String sample) throws Exception {
    broker.put("DEBITS", sample(sample));
    return desk.next(WAIT).orElseThrow();
  }

  private BytesMessage answered() throws Exception {
    try (MessageConsumer answers =
        broker.session.createConsumer(broker.session.createQueue("ANSWERS"))) {
      return (BytesMessage) answers.receive(WAIT.toMillis());
    }
  }

  private static byte[] body(BytesMessage message) throws Exception {
    byte[] body = new byte[(int) message.getBodyLength()];
    return Arrays.copyOf(body, message.readBytes(body));
  }

  @ParameterizedTest
  @CsvSource({"DBIT, DEBIT, false", "RFND, REFUND, false", "DINQ, DEBIT, true"})
  void whatIsAskedIsReadFromTheSamples(String type, String subject, boolean inquiry)
      throws Exception {
    FeeRequest asked = asked(type + "-Q");

    assertThat(asked.subject()).isEqualTo(subject);
    assertThat(asked.isInquiry()).isEqualTo(inquiry);
    assertThat(asked.order()).isEqualTo(12);
    assertThat(asked.yen()).isEqualTo(2200);
  }

  /** The samples are what Ichido's own tests take as well. */
  @Test
  void theAnswersAreThoseOfTheSamples() throws Exception {
    desk.answer(asked("DBIT-Q").booked("B000000000004711"));
    assertThat(body(answered())).isEqualTo(sample("DBIT-R"));
    desk.answer(asked("RFND-Q").notBooked("ACCOUNT"));
    assertThat(body(answered())).isEqualTo(sample("RFND-R"));
    desk.answer(asked("DINQ-Q").neverSeen());
    assertThat(body(answered())).isEqualTo(sample("DINQ-R"));
  }

  @Test
  void anAnswerThatCannotBeGivenNowSaysNoResult() throws Exception {
    HostRecord later = asked("DBIT-Q").later("2001");

    assertThat(later.get("ICH-RESPONSE-CODE")).isEqualTo("2001");
    assertThat(later.get("ICH-FEE-RESULT")).isEmpty();
  }

  @Test
  void anAnswerIsPersistentAndSaysItsCharacters() throws Exception {
    desk.answer(asked("DBIT-Q").notBooked("FUNDS"));

    BytesMessage message = answered();
    assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
    assertThat(message.getIntProperty("JMS_IBM_Character_Set")).isEqualTo(939);
  }

  @Test
  void nothingComesWhileNothingIsAsked() throws Exception {
    assertThat(desk.next(Duration.ofMillis(1))).isEmpty();
  }
}
