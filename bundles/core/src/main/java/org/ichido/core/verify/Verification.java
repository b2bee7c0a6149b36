package org.ichido.core.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Cause;
import org.ichido.api.Lock;
import org.ichido.api.TokenState;
import org.ichido.spi.FactorRange;
import org.ichido.spi.Failures;
import org.ichido.spi.store.TokenRow;

/**
 * The decision about a code, for every algorithm and every path. Pure: the same token, matches,
 * rules and time give the same judgement. Algorithms propose; this alone disposes.
 *
 * <p>Counted as a failure is one thing only: a code that matches no step, for an ACTIVE token that
 * is neither locked nor expired. A right code shows possession, so USED and STALE never count.
 */
public final class Verification {
  private Verification() {}

  /**
   * @param token the token in question
   * @param rules what the profile says
   * @param now the present time
   * @return the steps that the algorithm is to try
   */
  public static FactorRange tried(TokenRow token, Rules rules, Instant now) {
    return rules.window().tried(now, token.otp().period());
  }

  /**
   * Decides.
   *
   * @param token the token in question, as loaded
   * @param matching the steps of {@link #tried} that give the code, ascending
   * @param rules what the profile says
   * @param now the present time
   * @return the judgement
   */
  public static Judgement decide(TokenRow token, List<Long> matching, Rules rules, Instant now) {
    Optional<Cause> unusable = unusable(token, now);
    if (unusable.isPresent()) {
      return Judgement.refused(unusable.get(), Optional.empty());
    }
    for (long factor : matching) {
      if (factor > token.lastFactor() && rules.window().covers(factor, now, token.otp().period())) {
        return Judgement.accepted(token, factor);
      }
    }
    for (long factor : matching) {
      if (factor <= token.lastFactor()) {
        return Judgement.refused(Cause.USED, Optional.of(factor));
      }
    }
    if (!matching.isEmpty()) {
      return Judgement.refused(Cause.STALE, Optional.of(matching.get(0)));
    }
    return Judgement.failed(token.failed(lockAfter(token, rules, now)));
  }

  private static Optional<Cause> unusable(TokenRow token, Instant now) {
    if (token.state() != TokenState.ACTIVE) {
      return Optional.of(Cause.REVOKED);
    }
    if (token.lock().filter(lock -> lock.inForce(now)).isPresent()) {
      return Optional.of(Cause.LOCKED);
    }
    if (token.expires().filter(end -> !now.isBefore(end)).isPresent()) {
      return Optional.of(Cause.EXPIRED);
    }
    return Optional.empty();
  }

  private static Optional<Lock> lockAfter(TokenRow token, Rules rules, Instant now) {
    Failures failures = new Failures(token.failures() + 1, now);
    return rules.lockouts().stream()
        .flatMap(rule -> rule.after(failures).stream())
        .filter(lock -> lock.inForce(now))
        .reduce(Lock::longer);
  }
}
