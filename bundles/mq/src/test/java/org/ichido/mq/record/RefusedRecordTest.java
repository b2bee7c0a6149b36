package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a record is answered by its reason code, and nothing is judged. */
class RefusedRecordTest extends ExchangeFixture {
  @ParameterizedTest
  @CsvSource({
    "ICH-VERSION, 02, UNSUPPORTED_VERSION",
    "ICH-VERSION, 00, UNSUPPORTED_VERSION",
    "ICH-RECORD-LENGTH, 383, LENGTH_MISMATCH",
    "ICH-RECORD-LENGTH, 0, LENGTH_MISMATCH",
    "ICH-KIND, X, NOT_A_REQUEST",
    "ICH-KIND, '', NOT_A_REQUEST",
    "ICH-ENVIRONMENT, T, ENVIRONMENT_MISMATCH",
    "ICH-ENVIRONMENT, '', ENVIRONMENT_MISMATCH",
    "ICH-BANK, 0124, BANK_MISMATCH",
    "ICH-BANK, '', BANK_MISMATCH",
  })
  void aHeaderThatDoesNotFitIsNamedByItsCode(String field, String value, ReasonCode code) {
    refused(answerTo(verify.with(field, value)), code);
  }

  @ParameterizedTest
  @CsvSource({
    "ICH-SENT-AT, 0",
    "ICH-SENT-AT, 20261324101530123",
    "ICH-BUSINESS-DATE, 0",
    "ICH-BUSINESS-DATE, 20261131",
    "ICH-ORIG-BUSINESS-DATE, 20261131",
    "ICH-RESEND, ''",
    "ICH-RESEND, X",
    "ICH-CONTRACT, A B",
    "ICH-USER, TARO ONE",
    "ICH-REQUEST-ID, A B",
    "ICH-CODE, 12345",
    "ICH-CODE, +12345",
    "ICH-CODE, -123456",
    "ICH-CODE, 12 456",
    "ICH-CODE, 12345A",
    "ICH-CODE, 123456.",
  })
  void aValueThatIsNotWellFormedIsNamedByItsField(String field, String value) {
    refused(answerTo(verify.with(field, value)), ReasonCode.FIELD_VALUE, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ICH-SOURCE", "ICH-CONTRACT", "ICH-USER", "ICH-REQUEST-ID", "ICH-CODE"})
  void aRequiredFieldThatIsBlankIsNamed(String field) {
    refused(answerTo(verify.with(field, "")), ReasonCode.FIELD_MISSING, field);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "UNLOCK",
        "REVOKE",
        "SUSPEND",
        "LIFT_SUSPENSION",
        "RELEASE_DOWNLOADS",
        "RESYNCHRONISE",
        "APPROVE",
        "DESCRIBE",
        "PLACE_ORDER",
        "SHIP_ORDER",
        "RETURN_ORDER",
        "CANCEL_ORDER",
        "SETTLE_FEE",
        "UNLOCK_DEVICE"
      })
  void whoActsForACustomerSaysWhoHeIs(RequestType type) {
    HostRecord request = Samples.request(type);
    refused(answerTo(request.with("ICH-OPERATOR", "")), ReasonCode.FIELD_MISSING, "ICH-OPERATOR");
    refused(answerTo(request.with("ICH-OPERATOR", "A B")), ReasonCode.FIELD_VALUE, "ICH-OPERATOR");
    for (String approver : List.of("OP01", "op01", "A B")) {
      refused(
          answerTo(request.with("ICH-APPROVER", approver)), ReasonCode.FIELD_VALUE, "ICH-APPROVER");
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INQUIRE", "ECHO", "DEBIT_REPLY"})
  void aRecordOnTheWrongQueueIsNotJudged(RequestType type) {
    QueueRole wrong =
        Arrays.stream(QueueRole.values())
            .filter(queue -> !type.comesBy(queue))
            .findFirst()
            .orElseThrow();
    byte[] body = Samples.request(type).encode(Samples.set(939));
    refused(
        Samples.read(type, exchange.exchange(Samples.incoming(body, 939, wrong))),
        ReasonCode.WRONG_QUEUE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void aRequesterSendsWhatItMaySendAlone(RequestType type) {
    RequesterRule nothing =
        new RequesterRule(Samples.REQUESTER.name(), Set.of(), Set.of(), Set.of());
    Incoming incoming =
        new Incoming(
            Samples.bank(true),
            Samples.queueOf(type),
            nothing,
            Samples.request(type).encode(Samples.set(939)),
            939,
            Optional.empty());
    refused(Samples.read(type, exchange.exchange(incoming)), ReasonCode.NOT_PERMITTED);
  }

  @Test
  void trainingIsNotProduction() {
    byte[] body = verify.encode(Samples.set(939));
    Incoming training =
        new Incoming(
            Samples.bank(false), QueueRole.REQUEST, Samples.REQUESTER, body, 939, Optional.empty());
    refused(
        Samples.read(RequestType.VERIFY, exchange.exchange(training)),
        ReasonCode.ENVIRONMENT_MISMATCH);
  }

  @Test
  void anUnknownTypeIsAnsweredWithTheHeaderAlone() {
    Disposition found =
        exchange.exchange(Samples.incoming(verify.with("ICH-RECORD-TYPE", "XXXX"), 1208));
    HostRecord reply =
        HostRecord.decode(
            Samples.LAYOUTS.header(), Samples.reply(found).bytes(), Samples.set(1208));
    refused(reply, ReasonCode.UNKNOWN_TYPE);
    assertThat(reply.get("ICH-RECORD-LENGTH")).isEqualTo("00256");
    assertThat(reply.get("ICH-RECORD-TYPE")).isEqualTo("XXXX");
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 383, 385, 640, 1000})
  void theMessageIsAsLongAsItsRecord(int length) {
    byte[] body = java.util.Arrays.copyOf(verify.encode(Samples.set(1208)), length);
    for (int i = 384; i < length; i++) {
      body[i] = ' ';
    }
    refused(
        Samples.read(
            RequestType.VERIFY, exchange.exchange(Samples.incoming(body, 1208, QueueRole.REQUEST))),
        ReasonCode.LENGTH_MISMATCH);
  }
}
