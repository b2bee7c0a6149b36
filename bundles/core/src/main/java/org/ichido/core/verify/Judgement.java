package org.ichido.core.verify;

import java.util.Optional;
import org.ichido.api.Cause;
import org.ichido.spi.store.TokenRow;

/**
 * What was decided about a code.
 *
 * @param cause why it is refused; empty if it is accepted
 * @param factor the step it belongs to, if it matched one
 * @param changed the token's new row, if anything about it changes
 * @param newlyLocked whether this attempt locked the token
 */
public record Judgement(
    Optional<Cause> cause, Optional<Long> factor, Optional<TokenRow> changed, boolean newlyLocked) {
  static Judgement accepted(TokenRow token, long factor) {
    return new Judgement(
        Optional.empty(), Optional.of(factor), Optional.of(token.accepted(factor)), false);
  }

  static Judgement refused(Cause cause, Optional<Long> factor) {
    return new Judgement(Optional.of(cause), factor, Optional.empty(), false);
  }

  /**
   * @return the judgement about a user who has no token
   */
  public static Judgement notEligible() {
    return refused(Cause.NOT_ELIGIBLE, Optional.empty());
  }

  static Judgement failed(TokenRow changed) {
    return new Judgement(
        Optional.of(Cause.INVALID),
        Optional.empty(),
        Optional.of(changed),
        changed.lock().isPresent());
  }

  /**
   * @return whether the code is accepted
   */
  public boolean accepted() {
    return cause.isEmpty();
  }
}
