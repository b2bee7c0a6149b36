package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ichido.api.BankNotServed;
import org.ichido.api.StoreUnavailable;
import org.ichido.mq.record.RecordField.Picture;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4-29: what core banking answers about a fee is taken, or set aside with its reason. */
class DebitReplyRecordTest {
  private final FakeCore core = new FakeCore();
  private final FakeFees fees = new FakeFees();
  private final CopybookExchange exchange = core.exchange();
  private final HostRecord debit = DebitSamples.said(DebitSamples.message(Subject.DEBIT, 0), false);
  private final HostRecord refund =
      DebitSamples.said(DebitSamples.message(Subject.REFUND, 0), false);
  private final HostRecord inquiry =
      DebitSamples.said(DebitSamples.message(Subject.DEBIT, 1), false);

  @BeforeEach
  void feesAreThere() {
    exchange.debits = fees;
  }

  private Disposition answer(HostRecord reply) {
    return answer(reply, QueueRole.DEBIT_REPLY);
  }

  private Disposition answer(HostRecord reply, QueueRole queue) {
    byte[] body = reply.encode(Samples.set(Samples.EBCDIC));
    return exchange.exchange(Samples.incoming(body, Samples.EBCDIC, queue));
  }

  private void setAside(Disposition found, String reason) {
    assertThat(found).isEqualTo(new Disposition.Unanswerable(reason));
    assertThat(fees.said).isEmpty();
  }

  private DebitReply said(Subject subject, DebitReply.Result result, Optional<String> booking) {
    return new DebitReply(
        Samples.bank(true).bank(), subject, DebitSamples.ORDER, result, booking, 2200);
  }

  private static Disposition taken() {
    return new Disposition.Taken(Optional.empty());
  }

  @Test
  void aBookingIsTakenWithItsNumberAndItsAmount() {
    assertThat(answer(DebitSamples.booked(debit))).isEqualTo(taken());
    assertThat(answer(DebitSamples.booked(refund).with("ICH-FEE-REPLY-YEN", "2100")))
        .isEqualTo(taken());
    Optional<String> booking = Optional.of("B000000000004711");
    assertThat(fees.said)
        .containsExactly(
            said(Subject.DEBIT, DebitReply.Result.BOOKED, booking),
            new DebitReply(
                Samples.bank(true).bank(),
                Subject.REFUND,
                DebitSamples.ORDER,
                DebitReply.Result.BOOKED,
                booking,
                2100));
  }

  @ParameterizedTest
  @EnumSource(names = {"FUNDS", "ACCOUNT", "OTHER"})
  void whatIsNotBookedIsTakenWithItsReasonWhateverItAnswers(DebitReply.Result result) {
    for (HostRecord asked : List.of(debit, inquiry)) {
      fees.said.clear();
      assertThat(answer(DebitSamples.answer(asked, result.name()))).isEqualTo(taken());
      assertThat(fees.said).containsExactly(said(Subject.DEBIT, result, Optional.empty()));
    }
  }

  @Test
  void anInquiryAloneIsAnsweredByNeverSeen() {
    assertThat(answer(DebitSamples.answer(inquiry, "NEVER_SEEN"))).isEqualTo(taken());
    assertThat(fees.said)
        .containsExactly(said(Subject.DEBIT, DebitReply.Result.NEVER_SEEN, Optional.empty()));
    fees.said.clear();
    setAside(answer(DebitSamples.answer(debit, "NEVER_SEEN")), "FIELD_VALUE ICH-FEE-RESULT");
  }

  /** It is core's to know whether it said so before; the same again is no other answer here. */
  @ParameterizedTest
  @EnumSource(
      value = Debits.Taken.class,
      names = {"TAKEN", "KNOWN", "CONTRADICTS"})
  void whatWasKnownOrContradictsIsTakenAsWell(Debits.Taken taken) {
    fees.taken = taken;
    assertThat(answer(DebitSamples.booked(debit))).isEqualTo(taken());
    assertThat(answer(DebitSamples.booked(debit))).isEqualTo(taken());
    assertThat(fees.said).hasSize(2);
  }

  @Test
  void anOrderThatThereIsNotIsSetAside() {
    fees.taken = Debits.Taken.NOT_OURS;
    assertThat(answer(DebitSamples.booked(debit)))
        .isEqualTo(new Disposition.Unanswerable("NOT_OURS"));
  }

  /** Nothing of the body is read then: it may be blank. */
  @ParameterizedTest
  @ValueSource(strings = {"2001", "9001"})
  void whoCannotSayNowHasSaidNothing(String code) {
    HostRecord later = DebitSamples.answer(debit, "").with("ICH-RESPONSE-CODE", code);
    assertThat(answer(later.with("ICH-FEE-REPLY-SUBJECT", "")))
        .isEqualTo(new Disposition.Taken(Optional.of(code)));
    assertThat(fees.said).isEmpty();
  }

  @Test
  void aCodeThatRefusesOurRecordIsForAPerson() {
    setAside(
        answer(DebitSamples.answer(debit, "OTHER").with("ICH-RESPONSE-CODE", "8105")),
        "FIELD_VALUE ICH-RESPONSE-CODE");
  }

  @ParameterizedTest
  @CsvSource({
    "ICH-KIND, Q, NOT_A_REPLY",
    "ICH-KIND, E, NOT_A_REPLY",
    "ICH-VERSION, 02, UNSUPPORTED_VERSION",
    "ICH-RECORD-TYPE, EVNT, UNKNOWN_TYPE",
    "ICH-RECORD-TYPE, ECHO, UNKNOWN_TYPE",
    "ICH-RECORD-LENGTH, 512, LENGTH_MISMATCH",
    "ICH-ENVIRONMENT, T, ENVIRONMENT_MISMATCH",
    "ICH-BANK, 0124, BANK_MISMATCH",
    "ICH-FEE-REPLY-SUBJECT, REFUND, FIELD_VALUE ICH-FEE-REPLY-SUBJECT",
    "ICH-FEE-REPLY-SUBJECT, '', FIELD_MISSING ICH-FEE-REPLY-SUBJECT",
    "ICH-FEE-REPLY-ORDER, 0, FIELD_MISSING ICH-FEE-REPLY-ORDER",
    "ICH-FEE-RESULT, '', FIELD_MISSING ICH-FEE-RESULT",
    "ICH-FEE-RESULT, PERHAPS, FIELD_VALUE ICH-FEE-RESULT",
    "ICH-FEE-RESULT, FUNDS, FIELD_VALUE ICH-BOOKING-NUMBER",
    "ICH-BOOKING-NUMBER, '', FIELD_MISSING ICH-BOOKING-NUMBER",
    "ICH-BOOKING-NUMBER, B 1, FIELD_VALUE ICH-BOOKING-NUMBER",
    "ICH-BOOKING-NUMBER, ｱ1, FIELD_VALUE ICH-BOOKING-NUMBER",
  })
  void aRecordThatIsNotInOrderIsSetAsideWithWhatIsWrong(String field, String value, String reason) {
    setAside(answer(DebitSamples.booked(debit).with(field, value)), reason);
  }

  /** The bytes of every field, as they must not be. */
  @TestFactory
  Stream<DynamicTest> noFieldHoldsWhatItsPictureForbids() {
    Set<String> whatItIs =
        Set.of(
            "ICH-EYECATCHER",
            "ICH-VERSION",
            "ICH-RECORD-LENGTH",
            "ICH-RECORD-TYPE",
            "ICH-KIND",
            "ICH-ENVIRONMENT",
            "ICH-BANK");
    return Samples.LAYOUTS.debitReply().fields().stream()
        .filter(field -> !whatItIs.contains(field.name()))
        .map(field -> dynamicTest(field.name() + " " + field.offset(), () -> broken(field)));
  }

  private void broken(RecordField field) {
    byte[] body = DebitSamples.booked(debit).encode(Samples.set(Samples.EBCDIC));
    body[field.offset()] = 0x0e;
    setAside(
        exchange.exchange(Samples.incoming(body, Samples.EBCDIC, QueueRole.DEBIT_REPLY)),
        "FIELD_CHARACTERS " + field.name());
    if (field.picture() == Picture.NINE) {
      body[field.offset()] = "A".getBytes(Charset.forName("x-IBM939"))[0];
      setAside(
          exchange.exchange(Samples.incoming(body, Samples.EBCDIC, QueueRole.DEBIT_REPLY)),
          "FIELD_NOT_NUMERIC " + field.name());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 383, 385, 512})
  void theMessageIsAsLongAsItsRecord(int length) {
    byte[] whole = DebitSamples.booked(debit).encode(Samples.set(1208));
    byte[] body = java.util.Arrays.copyOf(whole, length);
    for (int i = whole.length; i < length; i++) {
      body[i] = ' ';
    }
    setAside(
        exchange.exchange(Samples.incoming(body, 1208, QueueRole.DEBIT_REPLY)), "LENGTH_MISMATCH");
  }

  /** Otherwise a channel could say that its customer has paid. */
  @Test
  void whoMayNotAnswerSettlesNothing() {
    Set<RequestType> allElse = EnumSet.complementOf(EnumSet.of(RequestType.DEBIT_REPLY));
    RequesterRule channel =
        new RequesterRule(Samples.REQUESTER.name(), Set.of("IBCHAN"), allElse, Set.of());
    Incoming incoming =
        new Incoming(
            Samples.bank(true),
            QueueRole.DEBIT_REPLY,
            channel,
            DebitSamples.booked(debit).encode(Samples.set(1208)),
            1208,
            Optional.empty());
    setAside(exchange.exchange(incoming), "NOT_PERMITTED");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void anAnswerIsTakenFromItsOwnQueueAlone(QueueRole queue) {
    setAside(answer(DebitSamples.booked(debit), queue), "NOT_A_REQUEST");
  }

  /** Whatever comes by that queue, nothing is answered. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void noRequestComesByIt(RequestType type) {
    setAside(answer(Samples.request(type), QueueRole.DEBIT_REPLY), "NOT_A_REPLY");
    assertThat(core.judged()).isZero();
  }

  /** What we ask is no request to us. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void whatWeAskIsNoRequestOnAnyQueue(QueueRole queue) {
    Disposition found = answer(debit, queue);
    StoredReply reply = Samples.reply(found);
    assertThat(
            HostRecord.decode(Samples.LAYOUTS.header(), reply.bytes(), Samples.set(reply.ccsid()))
                .is("ICH-UNKNOWN-TYPE"))
        .isTrue();
  }

  @Test
  void withoutCoreOrItsStoreAnAnswerComesAgain() {
    fees.storeIsDown = true;
    assertThatThrownBy(() -> answer(DebitSamples.booked(debit)))
        .isInstanceOf(StoreUnavailable.class);
    exchange.debits = null;
    assertThatThrownBy(() -> answer(DebitSamples.booked(debit))).isInstanceOf(BankNotServed.class);
  }
}
