package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4-29: what core banking is asked about a fee. */
class DebitRecordTest {
  @Test
  void theSamplesAreWhatIsAskedAndWhatMayBeAnswered() throws Exception {
    HostRecord debit = DebitSamples.said(DebitSamples.message(Subject.DEBIT, 0), false);
    HostRecord refund = DebitSamples.said(DebitSamples.message(Subject.REFUND, 0), false);
    HostRecord inquiry = DebitSamples.said(DebitSamples.message(Subject.DEBIT, 1), false);
    SampleRecordsTest.areInTheSamples(
        Map.of(
            "DBIT-Q",
            debit,
            "DBIT-R",
            DebitSamples.booked(debit),
            "RFND-Q",
            refund,
            "RFND-R",
            DebitSamples.answer(refund, "ACCOUNT"),
            "DINQ-Q",
            inquiry,
            "DINQ-R",
            DebitSamples.answer(inquiry, "NEVER_SEEN")));
  }

  @ParameterizedTest
  @CsvSource({
    "DEBIT, 0, DBIT, 000000120, 00000000, 000000000, FEE-D-00000012",
    "DEBIT, 1, DINQ, 000000121, 20261124, 000000120, FEE-D-00000012-1",
    "DEBIT, 4, DINQ, 000000124, 20261124, 000000120, FEE-D-00000012-4",
    "REFUND, 0, RFND, 000000125, 00000000, 000000000, FEE-R-00000012",
    "REFUND, 4, DINQ, 000000129, 20261124, 000000125, FEE-R-00000012-4",
  })
  void everyRecordOfAnOrderHasANameAndANumberAndAnInquirySaysWhatItAsksAbout(
      Subject subject,
      int inquiry,
      String type,
      String serial,
      String originalDate,
      String original,
      String id) {
    HostRecord record = DebitSamples.said(DebitSamples.message(subject, inquiry), false);
    assertThat(record.get("ICH-RECORD-TYPE")).isEqualTo(type);
    assertThat(record.get("ICH-SERIAL-NUMBER")).isEqualTo(serial);
    assertThat(record.get("ICH-ORIG-BUSINESS-DATE")).isEqualTo(originalDate);
    assertThat(record.get("ICH-ORIG-SERIAL-NUMBER")).isEqualTo(original);
    assertThat(record.get("ICH-REQUEST-ID")).isEqualTo(id);
    assertThat(record.get("ICH-INQUIRY")).isEqualTo("0" + inquiry);
    assertThat(record.get("ICH-FEE-SUBJECT")).isEqualTo(subject.name());
    assertThat(record.get("ICH-BUSINESS-DATE")).isEqualTo("20261124");
    assertThat(record.get("ICH-VALUE-DATE")).isEqualTo("20261124");
  }

  @Test
  void theLastOrdersLastInquiryHasANumberStill() {
    OrderNumber last = new OrderNumber(OrderNumber.GREATEST);
    DebitMessage message = DebitSamples.message(Subject.REFUND, last, 4, DebitSamples.ACCOUNT);
    assertThat(DebitSamples.said(message, false).get("ICH-SERIAL-NUMBER")).isEqualTo("999999999");
  }

  @Test
  void theAccountStandsThereInHalfWidthKana() {
    Account account = new Account("011", "2", "0000042", "ﾔﾏﾀﾞ ﾀﾛｳ");
    HostRecord record =
        DebitSamples.said(
            DebitSamples.message(Subject.DEBIT, DebitSamples.ORDER, 0, account), false);
    assertThat(record.get("ICH-FEE-ACCOUNT-BRANCH")).isEqualTo("011");
    assertThat(record.get("ICH-FEE-ACCOUNT-TYPE")).isEqualTo("2");
    assertThat(record.get("ICH-FEE-ACCOUNT-NUMBER")).isEqualTo("0000042");
    assertThat(record.get("ICH-FEE-ACCOUNT-NAME")).isEqualTo("ﾔﾏﾀﾞ ﾀﾛｳ");
  }

  @Test
  void sentAgainItIsTheSameButForTheFlag() {
    DebitMessage message = DebitSamples.message(Subject.DEBIT, 0);
    HostRecord first = DebitSamples.said(message, false);
    HostRecord again = DebitSamples.said(message, true);
    assertThat(first.is("ICH-FIRST-SEND")).isTrue();
    assertThat(again.is("ICH-SENT-AGAIN")).isTrue();
    assertThat(again.set("ICH-FIRST-SEND").encode(Samples.set(1208)))
        .isEqualTo(first.encode(Samples.set(1208)));
  }

  /** Nothing of the account stands in the text: it goes to the log. */
  @Test
  void aNameThatTheSetOfTheBankLacksCannotBeSaidAndIsNotTold() {
    DebitMessage message =
        DebitSamples.message(
            Subject.DEBIT, DebitSamples.ORDER, 0, new Account("007", "1", "1234567", "ﾔﾏﾀﾞ"));
    assertThatThrownBy(
            () ->
                new DebitRecord(Samples.LAYOUTS)
                    .of(Samples.bank(true, Samples.UTF8), message, false, Samples.NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position 282 holds a character that CCSID 1208 does not have in one byte");
  }
}
