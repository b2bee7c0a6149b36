package org.ichido.core.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Cause;
import org.ichido.core.verify.Judgement;
import org.ichido.core.verify.Verification;
import org.ichido.spi.store.TokenRow;

/**
 * Whether a refused code is one of the token's of another time: the phone's clock is wrong, then
 * (S1-17). A guess may look like that by chance, so nothing but a hint for support follows from it.
 */
final class SuspectedClock {
  private SuspectedClock() {}

  /**
   * @param token the token
   * @param proposed the steps that give the code, also around the window
   * @param judgement what was decided
   * @param now when
   * @return words for the audit; empty if nothing is suspected
   */
  static String of(TokenRow token, List<Long> proposed, Judgement judgement, Instant now) {
    if (!judgement.cause().equals(Optional.of(Cause.INVALID))) {
      return "";
    }
    Duration period = token.otp().period();
    long present =
        Math.floorDiv(Verification.onDevice(token, now).getEpochSecond(), period.toSeconds());
    return proposed.stream()
        .map(factor -> factor - present)
        .min(Comparator.comparingLong(Math::abs))
        .map(steps -> words(period.multipliedBy(Math.abs(steps)), steps > 0))
        .orElse("");
  }

  private static String words(Duration off, boolean fast) {
    return "suspected: the device's clock is %d s %s"
        .formatted(off.toSeconds(), fast ? "fast" : "slow");
  }
}
