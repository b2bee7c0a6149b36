package org.ichido.core.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.spi.store.TokenRow;

/**
 * Where tokens stand at a moment. Time may have ended an enrolment without anybody having written
 * that down yet, and no decision waits for that. Pure.
 */
public final class Standing {
  private Standing() {}

  /**
   * @param token the token as stored
   * @param now the present time
   * @return its state; CANCELLED from the deadline on if it was not confirmed before
   */
  public static TokenState at(TokenRow token, Instant now) {
    boolean late =
        token.enrolment().filter(enrolment -> !now.isBefore(enrolment.deadline())).isPresent();
    return began(token) && late ? TokenState.CANCELLED : token.state();
  }

  private static boolean began(TokenRow token) {
    return token.state() == TokenState.ISSUED || token.state() == TokenState.INITIALISED;
  }

  /**
   * @param token the token as stored
   * @param now the present time
   * @return whether its enrolment is under way
   */
  public static boolean enrolling(TokenRow token, Instant now) {
    return began(token) && at(token, now).live();
  }

  /**
   * @param tokens a user's tokens, as stored
   * @param now the present time
   * @return the live one, of which there is at most one
   */
  public static Optional<TokenRow> live(List<TokenRow> tokens, Instant now) {
    return tokens.stream().filter(token -> at(token, now).live()).findFirst();
  }

  /**
   * @param tokens a user's tokens, as stored
   * @return the one that the store takes for live: it must be ended before another is added, also
   *     if its time is over
   */
  public static Optional<TokenRow> storedLive(List<TokenRow> tokens) {
    return tokens.stream().filter(token -> token.state().live()).findFirst();
  }
}
