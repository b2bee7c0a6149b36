package org.ichido.core.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.Cause;
import org.ichido.api.Lock;
import org.ichido.api.TokenState;
import org.ichido.core.life.Standing;
import org.ichido.spi.FactorRange;
import org.ichido.spi.Failures;
import org.ichido.spi.Lockout;
import org.ichido.spi.store.TokenRow;

/**
 * The decision about a code, for every algorithm and every path. Pure: the same token, matches,
 * rules and time give the same judgement. Algorithms and lockout rules propose; this alone
 * disposes: no algorithm can have a step accepted that was not tried, and no rule can leave a token
 * open after {@link #MOST_FAILURES} failures, or a failure uncounted by failing itself.
 *
 * <p>Counted as a failure is one thing only: a code that matches no step, for a token that the code
 * is for and that is neither locked nor expired. A right code shows possession, so USED and STALE
 * never count.
 */
public final class Verification {
  /**
   * The failure in a row that locks until somebody unlocks, whatever the rules say. NIST SP 800-63B
   * section 5.2.2: no more than 100 consecutive failures on one account.
   */
  public static final int MOST_FAILURES = 100;

  private Verification() {}

  /**
   * @param token the token in question
   * @param rules what the profile says
   * @param now the present time
   * @return the steps that the algorithm is to try
   */
  public static FactorRange tried(TokenRow token, Rules rules, Instant now) {
    return rules.window().tried(onDevice(token, now), token.otp().period());
  }

  /**
   * What the device's clock shows, as far as it was measured: its codes are of that time (S0-40).
   *
   * @param token the token on it
   * @param now a time by our clock
   * @return the same moment by the device's
   */
  public static Instant onDevice(TokenRow token, Instant now) {
    return now.plus(token.otp().period().multipliedBy(token.drift()));
  }

  /**
   * Decides about a code that is to give access.
   *
   * @param token the token in question, as loaded
   * @param proposed the steps that give the code, as the algorithm has it; what is not of {@link
   *     #tried} does not count
   * @param rules what the profile says
   * @param now the present time
   * @return the judgement
   */
  public static Judgement decide(TokenRow token, List<Long> proposed, Rules rules, Instant now) {
    return decide(token, proposed, rules, now, Purpose.USE);
  }

  /**
   * Decides.
   *
   * @param token the token in question, as loaded
   * @param proposed the steps that give the code, as the algorithm has it; what is not of {@link
   *     #tried} does not count
   * @param rules what the profile says
   * @param now the present time
   * @param purpose what the code is for
   * @return the judgement
   */
  public static Judgement decide(
      TokenRow token, List<Long> proposed, Rules rules, Instant now, Purpose purpose) {
    Optional<Cause> unusable = unusable(token, now, purpose);
    if (unusable.isPresent()) {
      return Judgement.refused(unusable.get(), Optional.empty());
    }
    FactorRange tried = tried(token, rules, now);
    Instant shown = onDevice(token, now);
    List<Long> matching =
        proposed.stream()
            .filter(factor -> factor >= tried.first() && factor <= tried.last())
            .sorted()
            .toList();
    for (long factor : matching) {
      if (factor > token.lastFactor()
          && rules.window().covers(factor, shown, token.otp().period())) {
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
    return failed(token, rules, now);
  }

  /**
   * @param token a token, as loaded
   * @param now the present time
   * @param purpose what a code is for
   * @return why none of its codes is accepted for that now; empty if a right one is
   */
  public static Optional<Cause> unusable(TokenRow token, Instant now, Purpose purpose) {
    TokenState state = Standing.at(token, now);
    if (state == TokenState.REVOKED) {
      return Optional.of(Cause.REVOKED);
    }
    if (!purpose.fits(state) || token.seed().isEmpty()) {
      return Optional.of(Cause.NOT_ELIGIBLE);
    }
    if (token.suspension().isPresent()) {
      return Optional.of(Cause.SUSPENDED);
    }
    if (token.lock().filter(lock -> lock.inForce(now)).isPresent()) {
      return Optional.of(Cause.LOCKED);
    }
    boolean expired = token.expires().filter(end -> !now.isBefore(end)).isPresent();
    if (expired && purpose != Purpose.UPKEEP) {
      return Optional.of(Cause.EXPIRED);
    }
    return Optional.empty();
  }

  static Judgement failed(TokenRow token, Rules rules, Instant now) {
    Failures failures = new Failures(token.failures() + 1, now);
    Optional<Lock> longest =
        failures.consecutive() >= MOST_FAILURES
            ? Optional.of(new Lock.UntilUnlocked(now))
            : Optional.empty();
    for (Lockout rule : rules.lockouts()) {
      try {
        longest =
            Stream.concat(longest.stream(), rule.after(failures).stream())
                .filter(lock -> lock.inForce(now))
                .reduce(Lock::longer);
      } catch (Throwable e) {
        // Thrown on, it would leave wrong codes without an answer and uncounted, and right ones
        // accepted: guesses without end. So whatever it is, it locks.
        TokenRow locked = token.failed(Optional.of(new Lock.UntilUnlocked(now)));
        return Judgement.failed(locked, Optional.of(e));
      }
    }
    return Judgement.failed(token.failed(longest), Optional.empty());
  }
}
