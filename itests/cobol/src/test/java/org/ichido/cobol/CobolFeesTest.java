package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.mq.record.DebitRecord;
import org.ichido.mq.record.HostRecord;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.QueueRole;
import org.ichido.testkit.host.HostCharacters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core banking in COBOL is asked by the records that the product makes, in 939. */
@Tag("peers")
class CobolFeesTest {
  private static final Charset EBCDIC = HostCharacters.LATIN_EBCDIC.charset();
  private static final Instant NOW = Instant.parse("2026-11-24T01:15:30.500Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Account ACCOUNT = new Account("007", "1", "1234567", "\uff76)\uff8c\uff9e");
  private static final int FEE = 2200;
  private static Probe probe;

  @TempDir private Path books;
  private CobolProgram desk;

  @BeforeAll
  static void compile() throws Exception {
    probe = Probe.run();
  }

  @BeforeEach
  void open() throws Exception {
    Files.writeString(books.resolve("accounts"), "00711234567000005000\n");
    start();
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private void start() throws Exception {
    desk =
        CobolProgram.start(
            "BANKDEBT",
            Cobc.program("BANKDEBT"),
            Map.of("ACCOUNTS", books.resolve("accounts"), "POSTINGS", books.resolve("postings")));
  }

  private static BankMessaging bank() {
    return new BankMessaging(
        new BankId("kinsan"),
        "0123",
        true,
        Map.of(QueueRole.DEBIT_REPLY, "KINSAN.OTP.DEBIT.REPLY"),
        "KINSAN.OTP.EVENT",
        Optional.of("KINSAN.OTP.DEBIT"),
        "KINSAN.OTP.BACKOUT",
        HostCharacters.LATIN_EBCDIC.ccsid(),
        1,
        Duration.ofDays(2),
        Duration.ofMinutes(5),
        List.of());
  }

  private static byte[] asked(Subject subject, int order, int inquiry, Account account) {
    DebitMessage message =
        new DebitMessage(
            new BankId("kinsan"),
            subject,
            new OrderNumber(order),
            new ContractId("C00000000815"),
            "007",
            DAY,
            FEE,
            200,
            "OTPHT",
            account,
            inquiry,
            false);
    return new DebitRecord(CodecLayouts.CODEC).of(bank(), message, false, NOW).bytes();
  }

  private HostRecord answer(Subject subject, int order, int inquiry) throws IOException {
    return answer(asked(subject, order, inquiry, ACCOUNT));
  }

  /** What the product reads of the answer, as strictly as it reads. */
  private HostRecord answer(byte[] question) throws IOException {
    byte[] asked = probe.shapes.get("ICHDBQ").convert(question, EBCDIC, CobolProgram.NATIVE);
    byte[] answered = desk.answer(asked);
    return HostRecord.decode(
        CodecLayouts.CODEC.debitReply(),
        probe.shapes.get("ICHDBR").convert(answered, CobolProgram.NATIVE, EBCDIC),
        CodecLayouts.characters(HostCharacters.LATIN_EBCDIC.ccsid()));
  }

  private CobolProgram.Said sums() throws IOException {
    return desk.card("SUMS", "20261124").said();
  }

  @Test
  void aFeeIsDebitedAndTheAnswerIsWhatTheCodecWants() throws Exception {
    HostRecord answer = answer(Subject.DEBIT, 12, 0);
    assertThat(answer.is("ICH-REPLY")).isTrue();
    assertThat(answer.is("ICH-DEBIT")).isTrue();
    assertThat(answer.is("ICH-DONE")).isTrue();
    assertThat(answer.is("ICH-REPLY-TO-DEBIT")).isTrue();
    assertThat(answer.is("ICH-FEE-IS-BOOKED")).isTrue();
    assertThat(answer.get("ICH-RECORD-LENGTH")).isEqualTo("00384");
    assertThat(answer.get("ICH-FEE-REPLY-ORDER")).isEqualTo("00000012");
    assertThat(answer.get("ICH-FEE-REPLY-YEN")).isEqualTo("000002200");
    assertThat(answer.get("ICH-BOOKING-NUMBER")).isEqualTo("B000000000000001");
    assertThat(answer.get("ICH-REQUEST-ID")).isEqualTo("FEE-D-00000012");
  }

  @Test
  void aRepeatedOrderNumberIsAnsweredFromMemory() throws Exception {
    HostRecord first = answer(Subject.DEBIT, 12, 0);
    HostRecord again = answer(Subject.DEBIT, 12, 0);
    HostRecord inquiry = answer(Subject.DEBIT, 12, 1);
    assertThat(again.get("ICH-BOOKING-NUMBER")).isEqualTo(first.get("ICH-BOOKING-NUMBER"));
    assertThat(inquiry.get("ICH-BOOKING-NUMBER")).isEqualTo(first.get("ICH-BOOKING-NUMBER"));
    assertThat(sums().about("DEBITS")).isEqualTo("000000001");
  }

  /** Its memory is written before it answers: forgotten, the second one would be the first. */
  @Test
  void alsoAfterItWasKilled() throws Exception {
    HostRecord other = answer(Subject.DEBIT, 11, 0);
    HostRecord first = answer(Subject.DEBIT, 12, 0);
    assertThat(first.get("ICH-BOOKING-NUMBER")).isNotEqualTo(other.get("ICH-BOOKING-NUMBER"));
    desk.kill();
    start();
    HostRecord again = answer(Subject.DEBIT, 12, 0);
    assertThat(again.get("ICH-BOOKING-NUMBER")).isEqualTo(first.get("ICH-BOOKING-NUMBER"));
    assertThat(sums().about("DEBIT-YEN")).isEqualTo("000000004400");
  }

  @Test
  void anInquiryAboutWhatNeverCameKeepsNothing() throws Exception {
    assertThat(answer(Subject.DEBIT, 13, 1).is("ICH-FEE-NEVER-SEEN")).isTrue();
    assertThat(answer(Subject.DEBIT, 13, 0).is("ICH-FEE-IS-BOOKED")).isTrue();
  }

  @Test
  void whatWasRefusedStaysRefused() throws Exception {
    assertThat(answer(Subject.DEBIT, 1, 0).is("ICH-FEE-IS-BOOKED")).isTrue();
    assertThat(answer(Subject.DEBIT, 2, 0).is("ICH-FEE-IS-BOOKED")).isTrue();
    HostRecord third = answer(Subject.DEBIT, 3, 0);
    assertThat(third.is("ICH-FEE-LACKS-FUNDS")).isTrue();
    assertThat(third.get("ICH-BOOKING-NUMBER")).isEmpty();
    assertThat(answer(Subject.REFUND, 2, 0).is("ICH-FEE-IS-BOOKED")).isTrue();
    assertThat(answer(Subject.DEBIT, 3, 0).is("ICH-FEE-LACKS-FUNDS")).isTrue();
    assertThat(answer(Subject.DEBIT, 4, 0).is("ICH-FEE-IS-BOOKED")).isTrue();
    assertThat(sums().about("REFUND-YEN")).isEqualTo("000000002200");
  }

  @Test
  void anAccountThatThereIsNotIsNotDebited() throws Exception {
    Account nobodys = new Account("007", "1", "7654321", "A");
    HostRecord answer = answer(asked(Subject.DEBIT, 5, 0, nobodys));
    assertThat(answer.is("ICH-FEE-LACKS-ACCOUNT")).isTrue();
    assertThat(sums().about("DEBITS")).isEqualTo("000000000");
  }

  /** Without its accounts it would say for good that there is none. */
  @Test
  void booksThatAreMissingAreNotTakenForEmptyOnes() throws Exception {
    desk.close();
    Files.delete(books.resolve("accounts"));
    start();
    assertThatThrownBy(() -> answer(Subject.DEBIT, 12, 0)).hasMessageContaining("BAD BOOKS");
    desk.kill();
  }

  /** No book, no answer: Ichido asks again. */
  @Test
  void whatCannotBeWrittenIsNotAnswered() throws Exception {
    Files.createDirectory(books.resolve("postings"));
    assertThatThrownBy(() -> answer(Subject.DEBIT, 6, 0)).hasMessageContaining("BAD BOOKS");
    desk.kill();
  }
}
