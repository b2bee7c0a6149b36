package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask for a soft token, and when. */
class IssueEntitlementThroughTheHouseTest extends EnrolmentHouse {
  @Test
  @Requirement({"S0-25", "S0-26"})
  void duringTheCoolDownTheRemainingTimeIsToldAndAtItsEndItIsOver() {
    Instant end = START.plusSeconds(1_800);
    write(new Change.PutUser(userOf(HANAKO).withCoolDown(Optional.of(end)), false));
    for (Instant during : List.of(START, end.minusNanos(1))) {
      clock.set(during);
      Outcome outcome = issue(HANAKO);
      assertThat(reason(outcome)).contains(Reason.COOLDOWN);
      assertThat(in(outcome)).isEqualTo(end);
    }
    clock.set(end);
    assertThat(issue(HANAKO).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** S0-1: contracts opened on the day or later are refused, new users of older ones are not. */
  @ParameterizedTest
  @CsvSource({"2026-03-31, false", "2026-04-01, true", "2026-04-02, true"})
  @Requirement("S0-1")
  void newContractsAreRefusedFromTheClosingDateOn(LocalDate opened, boolean refused) {
    Holder holder = holder("mirai", "C0002", "jiro");
    contract(holder, Method.SOFT, opened);
    user(holder);
    assertThat(reason(issue(holder)))
        .isEqualTo(refused ? Optional.of(Reason.NEW_CONTRACTS_CLOSED) : Optional.empty());
  }

  /** S0-1, S0-2: they have transaction authentication, and still are told what is closed. */
  @Test
  @Requirement("S0-1")
  void aNewContractWithTransactionAuthenticationIsToldTheSame() {
    Holder holder = holder("mirai", "C0002", "jiro");
    contract(holder, Method.TXN_AUTH, LocalDate.of(2026, 11, 1));
    user(holder);
    assertThat(reason(issue(holder))).contains(Reason.NEW_CONTRACTS_CLOSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"NONE", "HARD", "TXN_AUTH"})
  void aContractOfAnotherMethodIsNotEntitled(Method method) {
    write(new Change.PutContract(contractOf(HANAKO).withMethod(method, Optional.empty()), false));
    assertThat(refused(form(HANAKO))).isEqualTo(Reason.NOT_ENTITLED);
  }

  @Test
  void theMethodOfADayHoldsFromItsFirstInstantInJapan() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    write(
        new Change.PutContract(
            contractOf(HANAKO)
                .withMethod(Method.NONE, Optional.of(new MethodChange(Method.SOFT, day))),
            false));
    clock.set(Instant.parse("2026-11-30T14:59:59.999999999Z"));
    assertThat(refused(form(HANAKO))).isEqualTo(Reason.NOT_ENTITLED);
    clock.set(Instant.parse("2026-11-30T15:00:00Z"));
    assertThat(issue(HANAKO).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void whoIsUnknownOrRemovedOrOfAClosedContractIsNotEntitled() {
    assertThat(refused(form(holder("mirai", "C0001", "nobody")))).isEqualTo(Reason.NOT_ENTITLED);
    assertThat(refused(form(holder("mirai", "C9999", "hanako")))).isEqualTo(Reason.NOT_ENTITLED);
    write(new Change.PutUser(userOf(HANAKO).removedAt(START), false));
    assertThat(refused(form(HANAKO))).isEqualTo(Reason.NOT_ENTITLED);
    Holder other = holder("mirai", "C0003", "saburo");
    contract(other, Method.SOFT, OPENED);
    user(other);
    write(new Change.PutContract(contractOf(other).closedOn(OPENED), false));
    assertThat(refused(form(other))).isEqualTo(Reason.NOT_ENTITLED);
  }

  /** S2-11: at shiten nobody applies at a branch; the issue is the application. */
  @Test
  @Requirement("S2-11")
  void atShitenACustomerAppliesByHimselfAndIsEntitledFromThenOn() {
    serve("shiten", Map.of());
    Holder yui = holder("shiten", "R0001", "yui");
    contract(yui, Method.NONE, OPENED);
    user(yui);
    assertThat(issue(yui).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(contractOf(yui).method()).isEqualTo(Method.SOFT);
    assertThat(store.audit(yui, 9))
        .extracting(AuditEntry::event)
        .containsExactly(AuditEvent.ISSUED, AuditEvent.CONTRACT_CHANGED);
    assertThat(store.audit(yui, 9).get(1).detail()).isEqualTo("method SOFT, self-service");
    clock.advance(Duration.ofSeconds(1));
    issue(yui);
    assertThat(contractOf(yui).version()).as("applied once").isEqualTo(1);
  }

  @Test
  @Requirement("S2-11")
  void atShitenNobodyAppliesForAContractThatIsClosedOrHasAnotherMethod() {
    serve("shiten", Map.of());
    Holder yui = holder("shiten", "R0001", "yui");
    contract(yui, Method.TXN_AUTH, OPENED);
    user(yui);
    assertThat(refused(form(yui))).isEqualTo(Reason.NOT_ENTITLED);
    write(
        new Change.PutContract(
            contractOf(yui).withMethod(Method.NONE, Optional.empty()).closedOn(OPENED), false));
    assertThat(refused(form(yui))).isEqualTo(Reason.NOT_ENTITLED);
  }
}
