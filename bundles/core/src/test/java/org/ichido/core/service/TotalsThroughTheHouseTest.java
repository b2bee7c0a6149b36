package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.RequestKey;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.Total;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.Subject;
import org.ichido.spi.transport.TotalsRequest;
import org.junit.jupiter.api.Test;

/** How many requests of a business date were answered, and how. */
class TotalsThroughTheHouseTest extends House {
  private static final BankId BANK = HOLDER.bank();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  /** In Japan it is nine hours later. */
  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T15:00:00Z");

  private int serial;

  private RequestKey answered(String branch, String type, String code, LocalDate date) {
    RequestKey key = key();
    answered(key, branch, type, code, date);
    return key;
  }

  private void answered(RequestKey key, String branch, String type, String code, LocalDate date) {
    RecordMark mark = new RecordMark(BANK, "IBCHAN", date, ++serial, branch, type, code);
    onceOnly.handleMarked(
        key,
        Subject.of(HOLDER),
        onceOnly.fingerprint(new byte[] {1}),
        WriteWork.of(),
        done -> new Formed(new StoredReply(new byte[0], 0, 1), Optional.of(mark)));
  }

  private DayTotals totals(LocalDate date, Optional<String> branch, Optional<String> type) {
    return onceOnly.ask(decisions.totals(new TotalsRequest(key(), BANK, date, branch, type)));
  }

  private DayTotals totals() {
    return totals(TODAY, Optional.empty(), Optional.empty());
  }

  @Test
  void requestsAreCountedByBranchTypeAndResponseCode() {
    answered("007", "VRFY", "0000", TODAY);
    answered("007", "VRFY", "0000", TODAY);
    answered("007", "VRFY", "1000", TODAY);
    answered("011", "ISSU", "0000", TODAY);
    answered("011", "ISSU", "0000", TODAY.minusDays(1));

    assertThat(totals())
        .isEqualTo(
            new DayTotals(
                START,
                List.of(
                    new Total("007", "VRFY", "0000", 2),
                    new Total("007", "VRFY", "1000", 1),
                    new Total("011", "ISSU", "0000", 1)),
                true));
  }

  @Test
  void aRequestCountsOnceHoweverOftenItWasSent() {
    RequestKey key = answered("007", "VRFY", "0000", TODAY);
    answered(key, "007", "VRFY", "0000", TODAY);
    assertThat(totals().totals()).containsExactly(new Total("007", "VRFY", "0000", 1));
  }

  @Test
  void aBranchATypeOrBothMayBeAskedAboutAlone() {
    answered("007", "VRFY", "0000", TODAY);
    answered("007", "ISSU", "1106", TODAY);
    answered("011", "VRFY", "1000", TODAY);

    Optional<String> seven = Optional.of("007");
    Optional<String> verify = Optional.of("VRFY");
    assertThat(totals(TODAY, seven, Optional.empty()).totals())
        .containsExactly(new Total("007", "ISSU", "1106", 1), new Total("007", "VRFY", "0000", 1));
    assertThat(totals(TODAY, Optional.empty(), verify).totals())
        .containsExactly(new Total("007", "VRFY", "0000", 1), new Total("011", "VRFY", "1000", 1));
    assertThat(totals(TODAY, seven, verify).totals())
        .containsExactly(new Total("007", "VRFY", "0000", 1));
    assertThat(totals(TODAY, Optional.of("999"), verify).totals()).isEmpty();
  }

  /** The day's first request is forgotten a horizon, at Kinsan 48 hours, after it came. */
  @Test
  void aDateIsWholeUntilItsFirstInstantIsAHorizonAgo() {
    Instant last = MIDNIGHT.plus(Duration.ofHours(48));
    clock.set(last);
    assertThat(totals().whole()).isTrue();
    clock.set(last.plusNanos(1));
    assertThat(totals().whole()).isFalse();
    assertThat(totals(TODAY.plusDays(1), Optional.empty(), Optional.empty()).whole()).isTrue();
  }

  @Test
  void aDayThatWasOpenedOnItsEveBeginsThen() {
    Instant eve = MIDNIGHT.minus(Duration.ofHours(6));
    clock.set(eve);
    onceOnly.ask(
        decisions.business(
            new BusinessRequest(
                key(), BANK, BusinessRequest.Step.OPEN, TODAY, new Actor.CoreBanking("CORE"))));
    clock.set(eve.plus(Duration.ofHours(48)));
    assertThat(totals().whole()).isTrue();
    clock.set(eve.plus(Duration.ofHours(48)).plusNanos(1));
    assertThat(totals().whole()).isFalse();
  }

  /** Records come before business opens as well. */
  @Test
  void aDayThatWasOpenedInItsCourseBeginsAtMidnight() {
    onceOnly.ask(
        decisions.business(
            new BusinessRequest(
                key(), BANK, BusinessRequest.Step.OPEN, TODAY, new Actor.CoreBanking("CORE"))));
    clock.set(MIDNIGHT.plus(Duration.ofHours(48)).plusNanos(1));
    assertThat(totals().whole()).isFalse();
  }

  @Test
  void afterABackupWasPutBackTheDayIsNotWhole() {
    assertThat(totals().whole()).isTrue();
    store.acceptOlder(MIDNIGHT, List.of());
    assertThat(totals().whole()).isTrue();
    store.acceptOlder(START, List.of());
    assertThat(totals().whole()).isFalse();
  }

  @Test
  void aBankWithoutAProfileIsNotServed() {
    TotalsRequest request =
        new TotalsRequest(key(), new BankId("nobody"), TODAY, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> decisions.totals(request)).isInstanceOf(BankNotServed.class);
  }
}
