package org.ichido.core.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Cause;
import org.ichido.spi.FactorRange;
import org.ichido.spi.store.TokenRow;

/**
 * The decision about two successive codes that show how far a token's clock is off (RFC 4226
 * section 7.4, RFC 6238 section 6). Pure. It opens no door: both codes must be newer than the last
 * one accepted and are consumed, a pair that matches nothing counts as one failure and may lock,
 * and what is kept never exceeds the limits, however often it is done.
 */
public final class Resynchronisation {
  private Resynchronisation() {}

  /**
   * @param period how long a step lasts
   * @param limits how far a token's clock may be off
   * @param now the present time
   * @return the steps that the first code may be of: those before what the device may show now
   */
  public static FactorRange tried(Duration period, DriftLimits limits, Instant now) {
    long step = Window.stepAt(now, period);
    return new FactorRange(Math.max(0, step - limits.search() - 1), step + limits.search() - 1);
  }

  /**
   * @param first the steps that the first code may be of
   * @return the steps that the second code may be of
   */
  public static FactorRange after(FactorRange first) {
    return new FactorRange(first.first() + 1, first.last() + 1);
  }

  /**
   * Decides. The drift is measured at the second code: the device shows it now.
   *
   * @param token the token in question, as loaded
   * @param first the steps that give the first code, as the algorithm has it
   * @param second the steps that give the second code
   * @param rules what the profile says about codes
   * @param limits what it says about clocks
   * @param now the present time
   * @return the judgement. STALE is a pair that is right, and farther off than is kept: not counted
   */
  public static Judgement decide(
      TokenRow token,
      List<Long> first,
      List<Long> second,
      Rules rules,
      DriftLimits limits,
      Instant now) {
    Optional<Cause> unusable = Verification.unusable(token, now, Purpose.UPKEEP);
    if (unusable.isPresent()) {
      return Judgement.refused(unusable.get(), Optional.empty());
    }
    FactorRange tried = tried(token.otp().period(), limits, now);
    long step = Window.stepAt(now, token.otp().period());
    List<Long> seconds =
        first.stream()
            .filter(factor -> factor >= tried.first() && factor <= tried.last())
            .map(factor -> factor + 1)
            .filter(second::contains)
            .sorted(Comparator.comparingLong(factor -> Math.abs(factor - step)))
            .toList();
    if (seconds.isEmpty()) {
      return Verification.failed(token, rules, now);
    }
    Optional<Long> fresh =
        seconds.stream().filter(factor -> factor - 1 > token.lastFactor()).findFirst();
    if (fresh.isEmpty()) {
      return Judgement.refused(Cause.USED, Optional.of(seconds.get(0)));
    }
    long drift = fresh.get() - step;
    if (Math.abs(drift) > limits.greatest()) {
      return Judgement.refused(Cause.STALE, fresh);
    }
    return Judgement.resynchronised(token, fresh.get(), (int) drift);
  }
}
