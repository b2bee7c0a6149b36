package org.ichido.core.life;

import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;

/**
 * What an act leads to.
 *
 * @param next the state afterwards of the token that was there; empty if there was none, or if the
 *     act is refused
 * @param begins the state in which another token begins
 * @param refused why the act is not for this state. Activation, confirmation and verification keep
 *     it to themselves ("Refusals look alike").
 */
public record Transition(
    Optional<TokenState> next, Optional<TokenState> begins, Optional<Reason> refused) {
  static Transition to(TokenState next) {
    return new Transition(Optional.of(next), Optional.empty(), Optional.empty());
  }

  static Transition begin(TokenState state) {
    return new Transition(Optional.empty(), Optional.of(state), Optional.empty());
  }

  static Transition refuse(Reason reason) {
    return new Transition(Optional.empty(), Optional.empty(), Optional.of(reason));
  }

  Transition andBegin(TokenState state) {
    return new Transition(next, Optional.of(state), refused);
  }

  /**
   * @return whether the act is for this state
   */
  public boolean allowed() {
    return refused.isEmpty();
  }

  /** As docs/states.md has it: {@code CANCELLED, new ISSUED}. */
  @Override
  public String toString() {
    if (refused.isPresent()) {
      return "refused " + refused.get();
    }
    String beginning = begins.map(state -> "new " + state).orElse("");
    return next.map(TokenState::name).orElse("")
        + (next.isPresent() && begins.isPresent() ? ", " : "")
        + beginning;
  }
}
