package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountRequest;
import org.ichido.spi.store.Total;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.TotalsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What core banking checks at the end of a day. */
class BusinessRecordTest extends ExchangeFixture {
  private static final Actor.CoreBanking CORE = new Actor.CoreBanking("IBCHAN");

  private HostRecord totals(HostRecord request) {
    HostRecord reply = answerTo(request);
    assertThat(reply.is("ICH-DONE")).isTrue();
    return reply;
  }

  @Test
  void theTotalsOfADayAreAskedForWholeOrByBranchAndType() {
    HostRecord request = Samples.request(RequestType.TOTALS);
    totals(request.with("ICH-TOTALS-BRANCH", ""));
    totals(request.with("ICH-TOTALS-TYPE", "VRFY").with("ICH-REQUEST-ID", "ANOTHER"));
    assertThat(core.acted)
        .extracting(asked -> ((TotalsRequest) asked).branch())
        .containsExactly(Optional.empty(), Optional.of("007"));
    assertThat(core.acted)
        .extracting(asked -> ((TotalsRequest) asked).recordType())
        .containsExactly(Optional.empty(), Optional.of("VRFY"));
    assertThat(core.acted)
        .extracting(asked -> ((TotalsRequest) asked).date())
        .containsOnly(LocalDate.of(2026, 11, 24));
  }

  @Test
  void theTotalsAreSummedByTheClassOfTheirCode() {
    HostRecord reply = totals(Samples.request(RequestType.TOTALS));
    assertThat(reply.is("ICH-TOTALS-ARE-WHOLE")).isTrue();
    assertThat(reply.get("ICH-COUNT-ALL")).isEqualTo("000000979");
    assertThat(reply.get("ICH-COUNT-DONE")).isEqualTo("000000901");
    assertThat(reply.get("ICH-COUNT-REFUSED")).isEqualTo("000000075");
    assertThat(reply.get("ICH-COUNT-LATER")).isEqualTo("000000000");
    assertThat(reply.get("ICH-COUNT-BAD")).isEqualTo("000000003");
    assertThat(reply.get("ICH-COUNT-SYSTEM")).isEqualTo("000000000");
  }

  @Test
  void aDayOfWhichSomeIsForgottenSaysSoAndWhatDoesNotFitIsNotCutFromTheLeft() {
    core.totals =
        new DayTotals(
            Samples.DECIDED, List.of(new Total("007", "VRFY", "2001", 12_000_000_000L)), false);
    HostRecord reply = totals(Samples.request(RequestType.TOTALS));
    assertThat(reply.is("ICH-TOTALS-ARE-PARTIAL")).isTrue();
    assertThat(reply.get("ICH-COUNT-ALL")).isEqualTo("999999999");
    assertThat(reply.get("ICH-COUNT-LATER")).isEqualTo("999999999");
  }

  @Test
  void aTypeThatThereIsNotHasNoTotals() {
    HostRecord request = Samples.request(RequestType.TOTALS).with("ICH-TOTALS-TYPE", "XXXX");
    refused(answerTo(request), ReasonCode.FIELD_VALUE, "ICH-TOTALS-TYPE");
  }

  @Test
  void theCountsAreComparedAndOursAreTold() {
    HostRecord reply = totals(Samples.request(RequestType.COUNT_CHECK));
    assertThat(core.acted)
        .containsExactly(
            new CountRequest(
                ((CountRequest) core.acted.get(0)).key(),
                Samples.bank(true).bank(),
                Optional.empty(),
                new Count(1200, 1815, 1422),
                CORE));
    assertThat(reply.is("ICH-COUNTS-ARE-EQUAL")).isTrue();
    assertThat(reply.get("ICH-OUR-CONTRACTS")).isEqualTo("000001200");
    assertThat(reply.get("ICH-OUR-USERS")).isEqualTo("000001815");
    assertThat(reply.get("ICH-OUR-TOKENS")).isEqualTo("000001422");
  }

  @Test
  void theCountsOfABranchAreCompared() {
    totals(Samples.request(RequestType.COUNT_CHECK).with("ICH-CHECK-BRANCH", "012"));
    assertThat(((CountRequest) core.acted.get(0)).branch()).contains("012");
    HostRecord wrong =
        Samples.request(RequestType.COUNT_CHECK)
            .with("ICH-REQUEST-ID", "ANOTHER")
            .with("ICH-CHECK-BRANCH", "0-1");
    HostRecord reply = answerTo(wrong);
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo("ICH-CHECK-BRANCH");
    assertThat(reply.get("ICH-COUNTS-EQUAL")).isEmpty();
    assertThat(core.judged()).isOne();
  }

  @Test
  void eventsAreAskedForByTheirNumbers() {
    HostRecord reply = totals(Samples.request(RequestType.RESEND_EVENTS));
    assertThat(core.acted)
        .containsExactly(
            new ResendRequest(
                ((ResendRequest) core.acted.get(0)).key(),
                Samples.bank(true).bank(),
                101,
                105,
                CORE));
    assertThat(reply.get("ICH-EVENTS-RESENT")).isEqualTo("000000004");
    assertThat(reply.get("ICH-EVENTS-WAITING")).isEqualTo("000000001");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 8104, ICH-FROM-EVENT",
    "5, 0, 8104, ICH-TO-EVENT",
    "5, 4, 8105, ICH-TO-EVENT",
    "1, 1001, 8105, ICH-TO-EVENT"
  })
  void aRangeThatIsNoneIsNamedByItsField(String from, String to, String code, String field) {
    HostRecord reply =
        answerTo(
            Samples.request(RequestType.RESEND_EVENTS)
                .with("ICH-FROM-EVENT", from)
                .with("ICH-TO-EVENT", to));
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo(code);
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(field);
    assertThat(core.judged()).isZero();
  }

  @Test
  void aThousandNumbersMayBeAskedForAtOnce() {
    totals(
        Samples.request(RequestType.RESEND_EVENTS)
            .with("ICH-FROM-EVENT", "1")
            .with("ICH-TO-EVENT", "1000"));
    assertThat(core.judged()).isOne();
  }
}
