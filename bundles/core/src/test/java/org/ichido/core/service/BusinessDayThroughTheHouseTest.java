package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.BusinessRequest.Step;
import org.ichido.core.fakes.FactorAsCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core banking opens and closes the business of a day. */
class BusinessDayThroughTheHouseTest extends ContractHouse {
  private static final Actor.CoreBanking CORE = new Actor.CoreBanking("CORE01");

  private BusinessOutcome tell(BankId bank, Step step, LocalDate date) {
    clock.advance(Duration.ofSeconds(1));
    return store.transact(decisions.business(new BusinessRequest(key(), bank, step, date, CORE)));
  }

  private BusinessOutcome open(LocalDate date) {
    return tell(BANK, Step.OPEN, date);
  }

  private BusinessOutcome shut(LocalDate date) {
    return tell(BANK, Step.CLOSE, date);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private BusinessOutcome done(LocalDate date, Instant opened, Optional<Instant> closed) {
    return new BusinessOutcome(
        Outcome.Done.at(clock.instant()), Optional.of(date), Optional.of(opened), closed);
  }

  private BusinessOutcome refused(
      Reason reason, LocalDate holds, Instant opened, Optional<Instant> closed) {
    return new BusinessOutcome(
        new Outcome.Refused(clock.instant(), reason),
        Optional.of(holds),
        Optional.of(opened),
        closed);
  }

  private List<String> audited() {
    return store.wholeAudit().stream().map(entry -> entry.event() + " " + entry.detail()).toList();
  }

  @Test
  void aDayIsOpenedAndClosedAndTheNextFollows() {
    assertThat(open(TODAY)).isEqualTo(done(TODAY, clock.instant(), Optional.empty()));
    Instant opened = clock.instant();
    assertThat(shut(TODAY)).isEqualTo(done(TODAY, opened, Optional.of(clock.instant())));
    LocalDate next = TODAY.plusDays(1);
    assertThat(open(next)).isEqualTo(done(next, clock.instant(), Optional.empty()));
    assertThat(audited())
        .containsExactly(
            "BUSINESS_OPENED business date 2026-11-21",
            "BUSINESS_CLOSED business date 2026-11-21",
            "BUSINESS_OPENED business date 2026-11-22");
    AuditEntry first = store.wholeAudit().get(0);
    assertThat(first.actor()).contains(CORE);
    assertThat(first.contract()).as("it is about the bank").isEmpty();
  }

  /** A host that was restarted tells again, by another request. */
  @Test
  void toldAgainItHoldsAsItDidAndNothingIsWritten() {
    open(TODAY);
    Instant opened = clock.instant();
    assertThat(open(TODAY)).isEqualTo(done(TODAY, opened, Optional.empty()));
    shut(TODAY);
    Instant closed = clock.instant();
    assertThat(shut(TODAY)).isEqualTo(done(TODAY, opened, Optional.of(closed)));
    assertThat(audited()).hasSize(2);
  }

  @Test
  void nothingIsOpenedWhileAnotherDayIs() {
    open(TODAY);
    Instant opened = clock.instant();
    for (LocalDate later : List.of(TODAY.plusDays(1), TODAY.plusYears(10))) {
      assertThat(open(later))
          .isEqualTo(refused(Reason.BUSINESS_OPEN, TODAY, opened, Optional.empty()));
    }
    assertThat(audited())
        .endsWith(
            "ACT_REFUSED OPEN business: BUSINESS_OPEN, business date 2026-11-22",
            "ACT_REFUSED OPEN business: BUSINESS_OPEN, business date 2036-11-21");
    assertThat(shut(TODAY).outcome().kind())
        .as("the day is as it was")
        .isEqualTo(Outcome.Kind.DONE);
  }

  /** The day itself, once closed, and the day before it, whether it is open or closed. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 3_650})
  void noDayIsOpenedThatLiesNotBehindTheLast(int daysBefore) {
    open(TODAY);
    Instant opened = clock.instant();
    if (daysBefore > 0) {
      assertThat(open(TODAY.minusDays(daysBefore)))
          .isEqualTo(refused(Reason.DATE_IN_PAST, TODAY, opened, Optional.empty()));
    }
    shut(TODAY);
    Instant closed = clock.instant();
    assertThat(open(TODAY.minusDays(daysBefore)))
        .isEqualTo(refused(Reason.DATE_IN_PAST, TODAY, opened, Optional.of(closed)));
    assertThat(open(TODAY.plusDays(1)).date()).contains(TODAY.plusDays(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-365, -1, 1, 365})
  void noOtherDayIsClosedThanTheOneThatIsOpen(int days) {
    assertThat(shut(TODAY))
        .as("before the first")
        .isEqualTo(
            new BusinessOutcome(
                new Outcome.Refused(clock.instant(), Reason.NOT_FOUND),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    open(TODAY);
    Instant opened = clock.instant();
    assertThat(shut(TODAY.plusDays(days)))
        .isEqualTo(refused(Reason.NOT_FOUND, TODAY, opened, Optional.empty()));
    shut(TODAY);
    Instant closed = clock.instant();
    assertThat(shut(TODAY.plusDays(days)))
        .isEqualTo(refused(Reason.NOT_FOUND, TODAY, opened, Optional.of(closed)));
  }

  /** Weekends, the turn of the year, month ends and leap days are the bank's own calendar. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-24",
    "2026-12-30, 2027-01-04",
    "2027-02-28, 2027-03-01",
    "2028-02-28, 2028-02-29",
    "2028-02-29, 2028-03-01",
    "2026-11-21, 2036-11-21",
  })
  void afterADayComesAnyLaterOne(LocalDate first, LocalDate second) {
    open(first);
    shut(first);
    assertThat(open(second).outcome()).isInstanceOf(Outcome.Done.class);
    assertThat(shut(second).date()).contains(second);
  }

  /** The first day may lie behind or before the calendar's: nights and holidays. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20", "2026-11-21", "2026-11-24", "2020-02-29"})
  void theFirstDayIsAnyThatCoreBankingTells(String date) {
    assertThat(open(day(date)).date()).contains(day(date));
  }

  /** Neither the clock's midnight nor anything else opens or closes a day. */
  @Test
  void timeAloneChangesNoDay() {
    open(TODAY);
    Instant opened = clock.instant();
    clock.set(japan("2026-12-31T23:59:59"));
    assertThat(shut(TODAY)).isEqualTo(done(TODAY, opened, Optional.of(clock.instant())));
  }

  @Test
  void eachBankHasItsOwnDay() {
    BankId mirai = serve("mirai");
    open(TODAY);
    assertThat(tell(mirai, Step.CLOSE, TODAY).outcome())
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.NOT_FOUND));
    assertThat(tell(mirai, Step.OPEN, TODAY.minusDays(1)).date()).contains(TODAY.minusDays(1));
    assertThat(shut(TODAY).date()).contains(TODAY);
  }

  @Test
  void aBankThatIsNotServedHasNoDay() {
    assertThatThrownBy(() -> tell(new BankId("ginsan"), Step.OPEN, TODAY))
        .isInstanceOf(BankNotServed.class);
  }

  /** Customers pay at night. */
  @Test
  void codesAreVerifiedWhetherBusinessIsOpenOrNot() {
    register();
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    open(TODAY);
    shut(TODAY);
    clock.set(START.plusSeconds(60));
    assertThat(verify(FactorAsCode.code(STEP + 1)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** Nobody's seed is needed for it. */
  @Test
  void itNeedsTheStoreAndNoVault() {
    vault.closed = true;
    assertThat(open(TODAY).date()).contains(TODAY);
    store.broken = true;
    assertThatThrownBy(() -> shut(TODAY)).isInstanceOf(StoreUnavailable.class);
    store.broken = false;
    assertThat(shut(TODAY).closed()).contains(clock.instant());
    assertThat(store.audited(AuditEvent.BUSINESS_CLOSED)).hasSize(1);
  }
}
