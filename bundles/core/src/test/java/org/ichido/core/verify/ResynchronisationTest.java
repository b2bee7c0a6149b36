package org.ichido.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.evidence.Requirement;
import org.ichido.spi.FactorRange;
import org.ichido.spi.Lockout;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** The laws of two successive codes, whatever an algorithm proposes. */
@Requirement("S0-40")
class ResynchronisationTest {
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  private static final long STEP = START.getEpochSecond() / 60;
  private static final DriftLimits LIMITS = new DriftLimits(30, 5);
  private static final Lockout LOCK_AFTER_FIVE =
      failures ->
          failures.consecutive() >= 5
              ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
              : Optional.empty();
  private static final Rules RULES =
      new Rules(new Window(1, 1, Duration.ofMinutes(2)), List.of(LOCK_AFTER_FIVE));

  private static TokenRow token() {
    return TokenRow.active(
        new TokenId("t-1"),
        new Holder(new BankId("mirai"), new ContractId("C1"), new UserId("U1")),
        TokenKind.SOFT,
        new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofSeconds(60)),
        new SealedSeed(1, new byte[20]),
        Optional.empty(),
        START);
  }

  private static Judgement decide(TokenRow token, List<Long> first, List<Long> second) {
    return Resynchronisation.decide(token, first, second, RULES, LIMITS, START);
  }

  private static List<Long> steps(List<Integer> around) {
    return around.stream().map(step -> STEP + step).toList();
  }

  @Property
  void whatIsKeptNeverExceedsTheLimitAndTheLastStepNeverGoesBack(
      @ForAll @Size(max = 6) List<@IntRange(min = -40, max = 40) Integer> first,
      @ForAll @Size(max = 6) List<@IntRange(min = -40, max = 40) Integer> second,
      @ForAll @IntRange(min = -40, max = 40) int last) {
    TokenRow token = token().accepted(STEP + last);
    Judgement judgement = decide(token, steps(first), steps(second));
    TokenRow after = judgement.changed().orElse(token);
    assertThat(Math.abs(after.drift())).isLessThanOrEqualTo(5);
    assertThat(after.lastFactor()).isGreaterThanOrEqualTo(token.lastFactor());
    if (judgement.accepted()) {
      long factor = judgement.factor().orElseThrow();
      assertThat(first).contains((int) (factor - 1 - STEP));
      assertThat(second).contains((int) (factor - STEP));
      assertThat(factor - 1).as("both are new").isGreaterThan(token.lastFactor());
      assertThat(after.lastFactor()).isEqualTo(factor);
      assertThat(after.drift()).isEqualTo((int) (factor - STEP));
    } else {
      assertThat(after.drift()).isEqualTo(token.drift());
      assertThat(after.lastFactor()).isEqualTo(token.lastFactor());
      boolean counted = judgement.cause().equals(Optional.of(Cause.INVALID));
      assertThat(after.failures()).isEqualTo(counted ? 1 : 0);
    }
  }

  /** A pair that anybody proposes outside what was tried is no pair. */
  @Property
  void stepsThatWereNotTriedDoNotCount(@ForAll @IntRange(min = 31, max = 500) int far) {
    for (int step : List.of(far, -far)) {
      Judgement judgement = decide(token(), List.of(STEP + step - 1), List.of(STEP + step));
      assertThat(judgement.cause()).as("%d steps off", step).contains(Cause.INVALID);
    }
  }

  @Test
  void ofSeveralPairsTheNearestCounts() {
    Judgement judgement =
        decide(
            token(),
            List.of(STEP - 4, STEP + 1, STEP + 20),
            List.of(STEP - 3, STEP + 2, STEP + 21));
    assertThat(judgement.changed().orElseThrow().drift()).isEqualTo(2);
  }

  @Test
  void aFreshPairCountsBesideOneThatWasUsed() {
    TokenRow token = token().accepted(STEP);
    Judgement judgement = decide(token, List.of(STEP - 1, STEP + 2), List.of(STEP, STEP + 3));
    assertThat(judgement.factor()).contains(STEP + 3);
  }

  @Test
  void theSecondCodeIsLookedForOneStepLater() {
    FactorRange first = Resynchronisation.tried(Duration.ofSeconds(60), LIMITS, START);
    assertThat(first).isEqualTo(new FactorRange(STEP - 31, STEP + 29));
    assertThat(Resynchronisation.after(first)).isEqualTo(new FactorRange(STEP - 30, STEP + 30));
  }

  @Test
  void theFarthestSearchStillMakesOneRange() {
    DriftLimits farthest = new DriftLimits(DriftLimits.FARTHEST, 0);
    assertThat(Resynchronisation.tried(Duration.ofSeconds(60), farthest, START).last())
        .isEqualTo(STEP + DriftLimits.FARTHEST - 1);
    assertThatThrownBy(() -> new DriftLimits(DriftLimits.FARTHEST + 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DriftLimits(3, 4)).isInstanceOf(IllegalArgumentException.class);
  }
}
