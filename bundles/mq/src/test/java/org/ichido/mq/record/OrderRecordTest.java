package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S4: what branches order and send, what users register, and the books of the fee. */
class OrderRecordTest extends ExchangeFixture {
  private static final Holder HOLDER = SampleRecordsTest.HOLDER;
  private static final ContractKey CONTRACT = new ContractKey(HOLDER.bank(), HOLDER.contract());
  private static final TokenSerial SERIAL = new TokenSerial("FX0000004711");
  private static final Actor.Operator OPERATOR =
      new Actor.Operator(
          "OP01",
          Optional.of("007"),
          Optional.of("OP02"),
          Optional.of("LOST"),
          Optional.of("P-2026-0815"));

  private HardTokenRequest asked(HostRecord request) {
    assertThat(answerTo(request).is("ICH-DONE")).isTrue();
    HardTokenRequest asked = (HardTokenRequest) core.acted.get(core.acted.size() - 1);
    assertThat(asked.key().id().value()).isEqualTo(request.get("ICH-REQUEST-ID"));
    assertThat(asked.contract()).isEqualTo(CONTRACT);
    return asked;
  }

  @Test
  void anOrderNamesTheDeviceAndInThePlaceOfWhichItComes() {
    HardTokenRequest asked = asked(Samples.request(RequestType.PLACE_ORDER));
    assertThat(asked)
        .isEqualTo(
            new HardTokenRequest.Place(
                asked.key(),
                CONTRACT,
                OrderKind.REISSUE_LOST,
                SERIAL,
                Optional.of(new TokenSerial("FX0000000815")),
                OPERATOR));
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, '', ''",
    "ADD, '', ''",
    "EXCHANGE, FX1, ''",
    "REISSUE_STOLEN, FX1, ''",
    "FIRST, FX1, FIELD_VALUE",
    "ADD, FX1, FIELD_VALUE",
    "EXCHANGE, '', FIELD_MISSING",
    "REISSUE_LOST, '', FIELD_MISSING",
    "REISSUE_STOLEN, '', FIELD_MISSING",
    "ADD, fx1, FIELD_VALUE",
  })
  void aDeviceToReplaceIsNamedExactlyWhereTheKindReplacesOne(
      OrderKind kind, String replaced, String fault) {
    HostRecord request =
        Samples.request(RequestType.PLACE_ORDER)
            .with("ICH-ORDER-KIND", kind.name())
            .with("ICH-REPLACED-SERIAL", replaced);
    if (fault.isEmpty()) {
      assertThat(((HardTokenRequest.Place) asked(request)).kind()).isEqualTo(kind);
    } else {
      refused(answerTo(request), ReasonCode.valueOf(fault), "ICH-REPLACED-SERIAL");
    }
  }

  @Test
  void theReplyToAnOrderHasItsNumberAndNoOtherHasOne() {
    core.act = SampleRecordsTest.ordered();
    HostRecord placed = answerTo(Samples.request(RequestType.PLACE_ORDER));
    assertThat(placed.get("ICH-ORDER-NUMBER")).isEqualTo("00000012");
    core.act = Outcome.Done.at(Samples.DECIDED);
    HostRecord shipped =
        answerTo(Samples.request(RequestType.SHIP_ORDER).with("ICH-REQUEST-ID", "ANOTHER"));
    assertThat(shipped.get("ICH-ORDER-NUMBER")).isEqualTo("00000000");
  }

  @Test
  void whatBecomesOfAnOrderIsToldByItsNumber() {
    OrderNumber order = new OrderNumber(12);
    HardTokenRequest shipped = asked(id(RequestType.SHIP_ORDER));
    HardTokenRequest returned = asked(id(RequestType.RETURN_ORDER));
    HardTokenRequest cancelled = asked(id(RequestType.CANCEL_ORDER));
    assertThat(shipped)
        .isEqualTo(new HardTokenRequest.Ship(shipped.key(), CONTRACT, order, OPERATOR));
    assertThat(returned)
        .isEqualTo(new HardTokenRequest.Return(returned.key(), CONTRACT, order, OPERATOR));
    assertThat(cancelled)
        .isEqualTo(new HardTokenRequest.CancelOrder(cancelled.key(), CONTRACT, order, OPERATOR));
  }

  /** An id of its own, so that all can be asked in one test. */
  private static HostRecord id(RequestType type) {
    HostRecord request = Samples.request(type);
    return request.with("ICH-REQUEST-ID", "ID-" + request.get("ICH-RECORD-TYPE"));
  }

  @Test
  void anOperatorSaysWhetherTheFeeWasBooked() {
    HostRecord booked = Samples.request(RequestType.SETTLE_FEE);
    HardTokenRequest yes = asked(booked);
    HardTokenRequest no =
        asked(booked.set("ICH-FEE-WAS-NOT-BOOKED").with("ICH-REQUEST-ID", "ANOTHER"));
    OrderNumber order = new OrderNumber(12);
    assertThat(yes)
        .isEqualTo(new HardTokenRequest.SettleFee(yes.key(), CONTRACT, order, true, OPERATOR));
    assertThat(no)
        .isEqualTo(new HardTokenRequest.SettleFee(no.key(), CONTRACT, order, false, OPERATOR));
  }

  @Test
  void aDeviceIsUnlockedByItsSerialAndNoUserIsSaid() {
    HardTokenRequest asked = asked(Samples.request(RequestType.UNLOCK_DEVICE).with("ICH-USER", ""));
    assertThat(asked)
        .isEqualTo(new HardTokenRequest.UnlockDevice(asked.key(), CONTRACT, SERIAL, OPERATOR));
  }

  /** T12: the code is wiped when it was judged. */
  @Test
  void aUserRegistersADeviceBySerialAndCodeWhichIsWipedAfterwards() {
    StringBuilder code = new StringBuilder();
    core.whileActing =
        request -> {
          byte[] digits = ((HardTokenRequest.Register) request).code().ascii();
          code.append(new String(digits, StandardCharsets.US_ASCII));
        };
    HardTokenRequest.Register asked =
        (HardTokenRequest.Register) asked(Samples.request(RequestType.REGISTER_DEVICE));
    assertThat(asked.holder()).isEqualTo(HOLDER);
    assertThat(asked.serial()).isEqualTo(SERIAL);
    assertThat(code).hasToString("123456");
    assertThat(asked.code().ascii()).containsOnly(0);
  }

  @Test
  void aCodeOfAnotherLengthIsNamedByTheFieldOfItsOwnRecord() {
    core.act = new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH);
    HostRecord register = answerTo(Samples.request(RequestType.REGISTER_DEVICE));
    assertThat(register.get("ICH-RESPONSE-CODE")).isEqualTo("8105");
    assertThat(register.get("ICH-RESPONSE-REASON")).isEqualTo("ICH-DEVICE-CODE");
    HostRecord revoke =
        answerTo(Samples.request(RequestType.REVOKE_BY_USER).with("ICH-REQUEST-ID", "ANOTHER"));
    assertThat(revoke.get("ICH-RESPONSE-REASON")).isEqualTo("ICH-CODE");
  }

  @Test
  void aSkipSaysUntilWhenTheNextOnesArePossible() {
    core.act =
        new Outcome.Done(
            Samples.DECIDED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-12-24T15:00:00Z")));
    HostRecord request = Samples.request(RequestType.SKIP_REGISTRATION);
    HostRecord reply = answerTo(request);
    assertThat(reply.get("ICH-UNTIL")).isEqualTo("20261225000000000");
    HardTokenRequest.Skip skip = (HardTokenRequest.Skip) core.acted.get(0);
    assertThat(skip).isEqualTo(new HardTokenRequest.Skip(skip.key(), HOLDER));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NOT_THE_FIRST",
        "FIRST_MISSING",
        "NOT_IN_STOCK",
        "ORDER_OPEN",
        "NO_SUCH_ORDER",
        "NO_ACCOUNT",
        "FEE_UNSETTLED",
        "FEE_UNPAID",
        "NOTHING_TO_SKIP",
        "SKIP_OVER"
      })
  void aRefusalIsToldByItsWord(Reason reason) {
    core.act = new Outcome.Refused(Samples.DECIDED, reason, Optional.empty());
    HostRecord reply = answerTo(Samples.request(RequestType.SHIP_ORDER));
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason.name());
    assertThat(reply.is("ICH-" + reason.name().replace('_', '-'))).isTrue();
    assertThat(reply.is("ICH-ACT-REFUSED")).isTrue();
  }

  @Test
  void theBooksOfABusinessDateAreCompared() {
    HostRecord reply = answerTo(Samples.request(RequestType.COMPARE_BOOKS));
    BooksRequest asked = (BooksRequest) core.acted.get(0);
    assertThat(asked)
        .isEqualTo(
            new BooksRequest(
                asked.key(),
                HOLDER.bank(),
                LocalDate.of(2026, 11, 24),
                Optional.of(new Books(3, 6600, 1, 2200)),
                new Actor.CoreBanking("IBCHAN")));
    assertThat(reply.is("ICH-BOOKS-ARE-EQUAL")).isTrue();
    assertThat(reply.get("ICH-OUR-DEBITS")).isEqualTo("000000003");
    assertThat(reply.get("ICH-OUR-DEBIT-YEN")).isEqualTo("000000006600");
    assertThat(reply.get("ICH-OUR-REFUNDS")).isEqualTo("000000001");
    assertThat(reply.get("ICH-OUR-REFUND-YEN")).isEqualTo("000000002200");
    assertThat(reply.get("ICH-BOOKS-DIFFERENCES")).isEqualTo("00000");
  }

  @Test
  void booksThatDifferSayHowOftenAndWhatDoesNotFitIsNotCutFromTheLeft() {
    BooksDifference twice =
        new BooksDifference(new OrderNumber(12), BooksDifference.Kind.BOOKED_TWICE, "B1, B2");
    core.books =
        Optional.of(
            new BooksOutcome(
                Samples.DECIDED,
                new Books(12_000_000_000L, 1, 2, 12_000_000_000_000L),
                false,
                List.of(twice, twice)));
    HostRecord reply = answerTo(Samples.request(RequestType.COMPARE_BOOKS));
    assertThat(reply.is("ICH-BOOKS-DIFFER")).isTrue();
    assertThat(reply.get("ICH-BOOKS-DIFFERENCES")).isEqualTo("00002");
    assertThat(reply.get("ICH-OUR-DEBITS")).isEqualTo("999999999");
    assertThat(reply.get("ICH-OUR-REFUND-YEN")).isEqualTo("999999999999");
  }
}
