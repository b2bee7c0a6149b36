package org.ichido.core.verify;

import java.util.Optional;
import org.ichido.api.Cause;
import org.ichido.api.Lock;
import org.ichido.spi.store.TokenRow;

/**
 * What was decided about a code.
 *
 * @param cause why it is refused; empty if it is accepted
 * @param factor the step it belongs to, if it matched one
 * @param changed the token's new row, if anything about it changes
 * @param imposed the lock that this attempt brought
 * @param ruleFailure what a lockout rule threw instead of answering
 */
public record Judgement(
    Optional<Cause> cause,
    Optional<Long> factor,
    Optional<TokenRow> changed,
    Optional<Lock> imposed,
    Optional<Throwable> ruleFailure) {
  static Judgement accepted(TokenRow token, long factor) {
    return new Judgement(
        Optional.empty(),
        Optional.of(factor),
        Optional.of(token.accepted(factor)),
        Optional.empty(),
        Optional.empty());
  }

  static Judgement resynchronised(TokenRow token, long factor, int drift) {
    return new Judgement(
        Optional.empty(),
        Optional.of(factor),
        Optional.of(token.accepted(factor).drifted(drift)),
        Optional.empty(),
        Optional.empty());
  }

  static Judgement refused(Cause cause, Optional<Long> factor) {
    return new Judgement(
        Optional.of(cause), factor, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @return the judgement about a user who has no token
   */
  public static Judgement notEligible() {
    return refused(Cause.NOT_ELIGIBLE, Optional.empty());
  }

  static Judgement failed(TokenRow changed, Optional<Throwable> ruleFailure) {
    return new Judgement(
        Optional.of(Cause.INVALID),
        Optional.empty(),
        Optional.of(changed),
        changed.lock(),
        ruleFailure);
  }

  /**
   * @return whether the code is accepted
   */
  public boolean accepted() {
    return cause.isEmpty();
  }
}
