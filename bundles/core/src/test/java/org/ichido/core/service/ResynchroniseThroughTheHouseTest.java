package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.contract.Role;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two successive codes show how far a phone's clock is off. */
@Requirement({"S0-28", "S0-40"})
class ResynchroniseThroughTheHouseTest extends Customers {
  private Holder holder;

  @BeforeEach
  void miraiHasACustomerBackFromRepair() {
    bank("mirai");
    holder = customer("holder", Role.GENERAL);
  }

  /** The device shows these two, one after the other; it is ahead by that many steps. */
  private Outcome resynchronise(long ahead) {
    return resynchronise(step() + ahead - 1, step() + ahead, new Actor.User(holder.user()));
  }

  private Outcome resynchronise(long first, long second, Actor actor) {
    return lifecycle.resynchronise(
        new ResynchroniseRequest(
            key(), holder, FactorAsCode.code(first), FactorAsCode.code(second), actor));
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, -4, -1, 0, 1, 4, 5})
  void afterwardsTheCodesOfAClockThatIsOffGiveAccess(int ahead) {
    clock.advance(Duration.ofMinutes(1));
    long shown = step() + ahead;
    if (Math.abs(ahead) > 1) {
      assertThat(verify(holder, FactorAsCode.code(shown))).isEqualTo(Verdict.Kind.REFUSED);
    }
    assertThat(resynchronise(ahead))
        .isEqualTo(Outcome.Done.to(clock.instant(), token(holder).id()));
    assertThat(token(holder).drift()).isEqualTo(ahead);
    assertThat(token(holder).lastFactor()).as("both are used up").isEqualTo(shown);
    assertThat(token(holder).failures()).isZero();
    assertThat(newest(holder).event()).isEqualTo(AuditEvent.RESYNCHRONISED);
    assertThat(newest(holder).detail())
        .isEqualTo("the clock is %+d steps off, before +0".formatted(ahead));
    assertThat(verify(holder, FactorAsCode.code(shown))).isEqualTo(Verdict.Kind.REFUSED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(holder, FactorAsCode.code(shown + 1))).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** What support sees: how far it is; what the customer hears: nothing. */
  @ParameterizedTest
  @ValueSource(ints = {-30, -6, 6, 30})
  void aClockFartherOffIsSeenByTheBankAndNotKeptNorCounted(int ahead) {
    assertThat(resynchronise(ahead)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(token(holder).drift()).isZero();
    assertThat(token(holder).lastFactor()).isEqualTo(Attempts.NO_FACTOR);
    assertThat(token(holder).failures()).as("a right pair shows possession").isZero();
    assertThat(causes(holder)).containsExactly(Cause.STALE);
    assertThat(store.audited(AuditEvent.REFUSED).get(0).factor()).contains(STEP + ahead);
  }

  @Test
  void beyondTheSearchAPairIsAGuessAndCounts() {
    assertThat(resynchronise(31)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(resynchronise(-31)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(token(holder).failures()).isEqualTo(2);
    assertThat(causes(holder)).containsExactly(Cause.INVALID, Cause.INVALID);
  }

  /** T7, T10: no second way to guess; a pair counts once. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2", "1, 0", "0, -1", "500, 501", "0, 501", "500, 1"})
  void whatIsNoPairOfSuccessiveCodesCountsAsOneFailureAndLocksLikeAnyOther(int first, int second) {
    Actor self = new Actor.User(holder.user());
    for (int i = 1; i <= 5; i++) {
      assertThat(resynchronise(STEP + first, STEP + second, self))
          .isEqualTo(refused(Reason.NOT_SYNCHRONISED));
      assertThat(token(holder).failures()).isEqualTo(i);
    }
    assertThat(token(holder).lock()).isPresent();
    assertThat(told()).containsExactly(OutboxRow.Type.LOCKED);
    assertThat(resynchronise(0)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(causes(holder)).startsWith(Cause.LOCKED);
    assertThat(token(holder).drift()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "suspended", "revoked", "initialised"})
  void aTokenThatGivesNoAccessIsNotResynchronised(String how) {
    switch (how) {
      case "locked" -> lock(holder);
      case "suspended" -> suspended(holder);
      case "revoked" -> store.plant(token(holder).ended(TokenState.REVOKED));
      default -> store.plant(initialised(holder));
    }
    TokenRow before = token(holder);
    assertThat(resynchronise(3)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(token(holder)).isEqualTo(before);
    assertThat(causes(holder)).hasSize(1);
  }

  /** An expired token may need it to be renewed. */
  @Test
  void anExpiredTokenIsResynchronisedAndStillGivesNoAccess() {
    store.plant(token(holder).renewed(START));
    assertThat(resynchronise(3).kind()).isEqualTo(Outcome.Kind.DONE);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(holder, FactorAsCode.code(step() + 3))).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(holder)).containsExactly(Cause.EXPIRED);
  }

  @Test
  void aPairThatWasAcceptedOnceIsRefusedAndAnOlderOneToo() {
    assertThat(resynchronise(2).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(resynchronise(2)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(resynchronise(1)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(causes(holder)).containsExactly(Cause.USED, Cause.USED);
    assertThat(token(holder).lastFactor()).isEqualTo(STEP + 2);
    assertThat(token(holder).failures()).isZero();
    assertThat(store.audited(AuditEvent.REPLAYED)).hasSize(2);
  }

  /** The first of the two was seen by somebody when it gave access. */
  @Test
  void aPairOfWhichOneCodeWasAcceptedIsRefused() {
    verify(holder, code());
    Actor self = new Actor.User(holder.user());
    assertThat(resynchronise(STEP, STEP + 1, self)).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(causes(holder)).containsExactly(Cause.USED);
    assertThat(resynchronise(STEP + 1, STEP + 2, self).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void aNewMeasureReplacesTheFormerAndDoesNotAddUp() {
    resynchronise(5);
    clock.advance(Duration.ofMinutes(10));
    assertThat(resynchronise(4).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(holder).drift()).isEqualTo(4);
    clock.advance(Duration.ofMinutes(10));
    assertThat(resynchronise(10)).isEqualTo(refusedNow(Reason.NOT_SYNCHRONISED));
    assertThat(token(holder).drift()).isEqualTo(4);
  }

  @Test
  void aUserHasTheOwnTokenMeasuredAndNobodyElses() {
    Holder master = customer("master", Role.MASTER);
    List<Actor> others =
        List.of(
            new Actor.User(master.user()),
            new Actor.User(new UserId("nobody")),
            new Actor.Administrator("karaf"));
    for (Actor other : others) {
      assertThat(resynchronise(STEP - 1, STEP, other)).isEqualTo(refused(Reason.FORBIDDEN));
    }
    assertThat(token(holder).lastFactor()).isEqualTo(Attempts.NO_FACTOR);
    assertThat(newest(holder).detail()).isEqualTo("RESYNCHRONISE FORBIDDEN");
    put(store.user(holder).orElseThrow().removedAt(START));
    assertThat(resynchronise(0)).isEqualTo(refused(Reason.FORBIDDEN));
  }

  @Test
  void anOperatorDoesItForTheCustomerWhereTheProfileLetsHim() {
    assertThat(resynchronise(STEP - 1, STEP, OP1).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(newest(holder).actor()).contains(OP1);
    clock.advance(Duration.ofMinutes(10));
    bank("mirai", "drift.by", "user");
    assertThat(resynchronise(step() - 1, step(), OP1)).isEqualTo(refusedNow(Reason.FORBIDDEN));
    bank("mirai", "drift.by", "nobody");
    assertThat(resynchronise(0)).isEqualTo(refusedNow(Reason.FORBIDDEN));
  }

  @Test
  void aStrangerIsAnsweredAlikeAfterTheSameWork() {
    Holder without = user("without", Role.GENERAL);
    int before = vault.unsealed.get();
    resynchronise(100);
    int known = vault.unsealed.get() - before;
    Outcome outcome =
        lifecycle.resynchronise(
            new ResynchroniseRequest(
                key(), without, code(), code(), new Actor.User(without.user())));
    assertThat(outcome).isEqualTo(refused(Reason.NOT_SYNCHRONISED));
    assertThat(vault.unsealed.get() - before - known).isEqualTo(known).isPositive();
  }

  @Test
  void aCodeOfAnotherLengthIsNotJudged() {
    ResynchroniseRequest request =
        new ResynchroniseRequest(
            key(), holder, code(), OneTimeCode.of("1234567"), new Actor.User(holder.user()));
    assertThat(lifecycle.resynchronise(request))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(token(holder).failures()).isZero();
  }

  @Test
  void theSamePairSixtyFourTimesAtOnceIsAcceptedOnce() throws Exception {
    List<Outcome> outcomes = together(64, () -> resynchronise(3));
    assertThat(outcomes).filteredOn(o -> o.kind() == Outcome.Kind.DONE).hasSize(1);
    assertThat(store.audited(AuditEvent.RESYNCHRONISED)).hasSize(1);
  }

  /**
   * T2: what a restored backup has forgotten counts as accepted, as far ahead as a clock may be.
   */
  @Test
  void afterARestoredBackupNoPairFromBeforeIsAccepted() {
    new RestoredStore(services, profiles).acceptRestored(new Actor.Administrator("vera"));
    for (int ahead = 0; ahead <= 6; ahead++) {
      resynchronise(ahead);
    }
    assertThat(causes(holder)).containsOnly(Cause.USED).hasSize(7);
    assertThat(token(holder).drift()).isZero();
    assertThat(Optional.of(token(holder).failures())).contains(0);
  }
}
