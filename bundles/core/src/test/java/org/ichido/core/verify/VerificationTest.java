package org.ichido.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.Lockout;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  private static final long STEP = START.getEpochSecond() / 60;

  private static final Lockout LOCK_AFTER_FIVE =
      failures ->
          failures.consecutive() >= 5
              ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
              : Optional.empty();

  private static final Rules KINSAN =
      new Rules(new Window(1, 1, Duration.ofMinutes(2)), List.of(LOCK_AFTER_FIVE));

  /** S2 and S3 read their notice literally: a code is invalid one minute after its step began. */
  private static final Rules SHITEN = new Rules(new Window(0, 1, MINUTE), List.of(LOCK_AFTER_FIVE));

  private TokenRow token = token(TokenState.ACTIVE, Optional.empty());

  @Test
  void thePresentThePreviousAndTheNextStepAreAccepted() {
    for (long step = STEP - 1; step <= STEP + 1; step++) {
      assertThat(present(step, KINSAN, START).accepted()).as("step %d", step).isTrue();
    }
  }

  @Test
  void aCodeOneStepPastTheWindowIsStaleAndNotCounted() {
    Judgement judgement = present(STEP - 2, KINSAN, START);
    assertThat(judgement.cause()).contains(Cause.STALE);
    assertThat(judgement.changed()).isEmpty();
  }

  @Test
  void aCodeTwoStepsAheadOrTwoPastTheWindowIsAGuess() {
    assertThat(present(STEP + 2, KINSAN, START).cause()).contains(Cause.INVALID);
    assertThat(present(STEP - 3, KINSAN, START).cause()).contains(Cause.INVALID);
  }

  @Test
  void s2_4_withAGreatestAgeOfOneMinuteTheCodeIsStaleFromThatInstantOn() {
    assertThat(present(STEP, SHITEN, START.plusMillis(59_999)).accepted()).isTrue();
    assertThat(present(STEP, SHITEN, START.plusMillis(60_000)).cause()).contains(Cause.STALE);
  }

  @Test
  void theGreatestAgeCutsAPastStepShort() {
    Rules rules = new Rules(new Window(1, 0, Duration.ofSeconds(90)), List.of(LOCK_AFTER_FIVE));
    assertThat(present(STEP - 1, rules, START.plusSeconds(29)).accepted()).isTrue();
    assertThat(present(STEP - 1, rules, START.plusSeconds(30)).cause()).contains(Cause.STALE);
  }

  @Test
  void s0_4_theSameCodeIsRefusedTheSecondTime() {
    token = present(STEP, KINSAN, START).changed().orElseThrow();
    Judgement again = present(STEP, KINSAN, START);
    assertThat(again.cause()).contains(Cause.USED);
    assertThat(again.changed()).as("a right code shows possession: not counted").isEmpty();
  }

  @Test
  void anOlderCodeThanTheOneAcceptedIsUsed() {
    token = present(STEP + 1, KINSAN, START).changed().orElseThrow();
    assertThat(present(STEP, KINSAN, START).cause()).contains(Cause.USED);
  }

  @Test
  void anAcceptedCodeStaysUsedWhenItsStepHasLeftTheWindow() {
    token = present(STEP, KINSAN, START).changed().orElseThrow();
    assertThat(present(STEP, KINSAN, START.plusSeconds(120)).cause()).contains(Cause.USED);
  }

  @Test
  void s4_36_fiveWrongCodesLockWithTheFifthAndARightOneIsThenRefused() {
    for (int i = 1; i <= 5; i++) {
      Judgement judgement = present(STEP + 50, KINSAN, START);
      assertThat(judgement.cause()).contains(Cause.INVALID);
      assertThat(judgement.imposed().isPresent()).as("attempt %d", i).isEqualTo(i == 5);
      token = judgement.changed().orElseThrow();
    }
    assertThat(token.failures()).isEqualTo(5);
    Judgement right = present(STEP, KINSAN, START);
    assertThat(right.cause()).contains(Cause.LOCKED);
    assertThat(right.changed()).as("a locked token counts nothing").isEmpty();
  }

  @Test
  void aSuccessSetsTheFailuresToZero() {
    token = present(STEP + 50, KINSAN, START).changed().orElseThrow();
    assertThat(token.failures()).isEqualTo(1);
    token = present(STEP, KINSAN, START).changed().orElseThrow();
    assertThat(token.failures()).isZero();
  }

  @Test
  void aLockThatEndsByItselfLetsTheRightCodeInAtItsEndAndNotBefore() {
    Lockout minute =
        failures ->
            Optional.of(new Lock.Until(failures.latest(), failures.latest().plusSeconds(60)));
    Rules rules = new Rules(new Window(1, 1, Duration.ofMinutes(2)), List.of(minute));
    token = present(STEP + 50, rules, START).changed().orElseThrow();
    assertThat(present(STEP, rules, START.plusMillis(59_999)).cause()).contains(Cause.LOCKED);
    assertThat(present(STEP, rules, START.plusSeconds(60)).accepted()).isTrue();
  }

  @Test
  void ofSeveralRulesTheLockThatHoldsLongestWins() {
    Lockout minute =
        failures ->
            Optional.of(new Lock.Until(failures.latest(), failures.latest().plusSeconds(60)));
    Lockout forEver = failures -> Optional.of(new Lock.UntilUnlocked(failures.latest()));
    for (List<Lockout> order : List.of(List.of(minute, forEver), List.of(forEver, minute))) {
      Rules rules = new Rules(KINSAN.window(), order);
      assertThat(present(STEP + 50, rules, START).changed().orElseThrow().lock())
          .contains(new Lock.UntilUnlocked(START));
    }
  }

  /** Thrown on, wrong codes would have no answer and right ones would be accepted: an oracle. */
  @ParameterizedTest
  @MethodSource
  void aRuleThatFailsCountsTheGuessAndLocksUntilSomebodyUnlocks(Lockout broken, Throwable thrown) {
    Lockout minute =
        failures ->
            Optional.of(new Lock.Until(failures.latest(), failures.latest().plusSeconds(60)));
    for (List<Lockout> order : List.of(List.of(broken, minute), List.of(minute, broken))) {
      Judgement judgement = present(STEP + 50, new Rules(KINSAN.window(), order), START);
      assertThat(judgement.cause()).contains(Cause.INVALID);
      assertThat(judgement.changed().orElseThrow().failures()).isEqualTo(1);
      assertThat(judgement.changed().orElseThrow().lock()).contains(new Lock.UntilUnlocked(START));
      assertThat(judgement.ruleFailure().orElseThrow()).hasSameClassAs(thrown);
    }
  }

  static Stream<Arguments> aRuleThatFailsCountsTheGuessAndLocksUntilSomebodyUnlocks() {
    return Stream.of(
        arguments(throwing(new ArithmeticException()), new ArithmeticException()),
        arguments(throwing(new NoClassDefFoundError()), new NoClassDefFoundError()),
        arguments(throwing(new StackOverflowError()), new StackOverflowError()),
        arguments((Lockout) failures -> null, new NullPointerException()));
  }

  @Test
  void theHundredthFailureLocksUntilSomebodyUnlocksWhateverTheRulesSay() {
    Lockout second =
        failures ->
            Optional.of(new Lock.Until(failures.latest(), failures.latest().plusSeconds(1)));
    for (List<Lockout> lockouts : List.of(List.<Lockout>of(), List.of(second))) {
      token = token(TokenState.ACTIVE, Optional.empty());
      Rules rules = new Rules(KINSAN.window(), lockouts);
      Instant now = START;
      for (int i = 1; i < 100; i++) {
        token = present(STEP + 5_000, rules, now).changed().orElseThrow();
        assertThat(token.lock().flatMap(Lock::end).isPresent()).isEqualTo(!lockouts.isEmpty());
        now = now.plusSeconds(1);
      }
      token = present(STEP + 5_000, rules, now).changed().orElseThrow();
      assertThat(token.failures()).as("NIST SP 800-63B section 5.2.2").isEqualTo(100);
      assertThat(token.lock()).contains(new Lock.UntilUnlocked(now));
    }
  }

  @Property
  void whatWasNotTriedIsNeverAcceptedAndDoesNotSpareAGuess(
      @ForAll @Size(max = 8) List<Long> proposed, @ForAll @IntRange(min = 0, max = 600) int later) {
    token = token(TokenState.ACTIVE, Optional.empty());
    Instant now = START.plusSeconds(later);
    var tried = Verification.tried(token, KINSAN, now);
    List<Long> outside =
        proposed.stream().filter(f -> f < tried.first() || f > tried.last()).toList();
    Judgement judgement = Verification.decide(token, outside, KINSAN, now);
    assertThat(judgement.cause()).contains(Cause.INVALID);
    assertThat(judgement.changed().orElseThrow().failures()).isEqualTo(1);
  }

  @Property
  void inWhateverOrderAndHoweverOftenProposedTheOldestAcceptableStepIsAccepted(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -6, max = 6) Integer> proposed,
      @ForAll @IntRange(min = -3, max = 3) int last) {
    token = token(TokenState.ACTIVE, Optional.empty()).accepted(STEP + last);
    List<Long> steps = proposed.stream().map(step -> STEP + step).toList();
    Judgement judgement = Verification.decide(token, steps, KINSAN, START);
    Optional<Long> oldest =
        steps.stream()
            .filter(step -> step >= STEP - 1 && step <= STEP + 1 && step > STEP + last)
            .min(Comparator.naturalOrder());
    assertThat(judgement.accepted()).isEqualTo(oldest.isPresent());
    oldest.ifPresent(step -> assertThat(judgement.factor()).contains(step));
  }

  @Test
  void anExpiredTokenRefusesFromItsExpiryOnAndCountsNothing() {
    Instant end = START.plusSeconds(1);
    token = token(TokenState.ACTIVE, Optional.of(end));
    assertThat(present(STEP, KINSAN, end.minusMillis(1)).accepted()).isTrue();
    Judgement judgement = present(STEP + 50, KINSAN, end);
    assertThat(judgement.cause()).contains(Cause.EXPIRED);
    assertThat(judgement.changed()).isEmpty();
  }

  @Test
  void aRevokedTokenRefusesARightCode() {
    token = token(TokenState.REVOKED, Optional.empty());
    assertThat(present(STEP, KINSAN, START).cause()).contains(Cause.REVOKED);
  }

  @Property
  void noStepIsAcceptedTwiceWhateverTheOrderAndTheClock(
      @ForAll @Size(max = 60) List<@IntRange(min = -4, max = 4) Integer> presented,
      @ForAll @Size(max = 60) List<@IntRange(min = -150, max = 150) Integer> clockMoves) {
    token = token(TokenState.ACTIVE, Optional.empty());
    Rules neverLocks = new Rules(KINSAN.window(), List.of());
    Set<Long> accepted = new HashSet<>();
    Instant now = START;
    long greatest = Attempts.NO_FACTOR;
    for (int i = 0; i < presented.size(); i++) {
      now = now.plusSeconds(i < clockMoves.size() ? clockMoves.get(i) : 0);
      long step = now.getEpochSecond() / 60 + presented.get(i);
      int failures = token.failures();
      Judgement judgement = present(step, neverLocks, now);
      token = judgement.changed().orElse(token);
      if (judgement.accepted()) {
        assertThat(accepted.add(step)).as("step %d accepted a second time", step).isTrue();
        assertThat(token.failures()).isZero();
      } else {
        boolean counted = judgement.cause().equals(Optional.of(Cause.INVALID));
        assertThat(token.failures()).isEqualTo(failures + (counted ? 1 : 0));
      }
      assertThat(token.lastFactor()).isGreaterThanOrEqualTo(greatest);
      greatest = token.lastFactor();
    }
  }

  @Property
  void anAttemptNeverShortensALock(
      @ForAll @IntRange(min = 1, max = 10_000) int seconds,
      @ForAll @Size(max = 20) List<@IntRange(min = -3, max = 60) Integer> presented) {
    Lock lock = new Lock.Until(START, START.plusSeconds(seconds));
    token = token(TokenState.ACTIVE, Optional.empty()).failed(Optional.of(lock));
    for (int step : presented) {
      token = present(STEP + step, KINSAN, START).changed().orElse(token);
      assertThat(token.lock()).contains(lock);
    }
  }

  private static Lockout throwing(Error thrown) {
    return failures -> {
      throw thrown;
    };
  }

  private static Lockout throwing(RuntimeException thrown) {
    return failures -> {
      throw thrown;
    };
  }

  private Judgement present(long step, Rules rules, Instant now) {
    var range = Verification.tried(token, rules, now);
    List<Long> matching = new ArrayList<>();
    if (step >= range.first() && step <= range.last()) {
      matching.add(step);
    }
    return Verification.decide(token, matching, rules, now);
  }

  private static TokenRow token(TokenState state, Optional<Instant> expires) {
    return new TokenRow(
        new TokenId("t-1"),
        new BankId("kinsan"),
        new ContractId("C1"),
        List.of(new UserId("U1")),
        TokenKind.SOFT,
        state,
        new OtpParameters("totp", HashFunction.SHA1, 6, MINUTE),
        Optional.of(new SealedSeed(1, new byte[20])),
        Attempts.NONE,
        0,
        Optional.empty(),
        new Expiry(expires, false),
        START,
        Optional.empty(),
        0);
  }
}
