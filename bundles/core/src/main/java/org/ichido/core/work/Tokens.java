package org.ichido.core.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenState;
import org.ichido.core.life.Standing;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.TokenRow;

/** Which of a user's tokens a request is about, and what may be shown of it. */
public final class Tokens {
  private Tokens() {}

  /**
   * @param tokens a user's tokens, newest first
   * @return the ACTIVE one, of which there is at most one; else the newest
   */
  public static Optional<TokenRow> inQuestion(List<TokenRow> tokens) {
    return active(tokens).or(() -> tokens.stream().findFirst());
  }

  /**
   * @param tokens a user's tokens
   * @return the ACTIVE one
   */
  public static Optional<TokenRow> active(List<TokenRow> tokens) {
    return tokens.stream().filter(token -> token.state() == TokenState.ACTIVE).findFirst();
  }

  /**
   * @param token the token as stored
   * @param now the time of the question
   * @return what may be shown of it
   */
  public static TokenDescription describe(TokenRow token, Instant now) {
    return new TokenDescription(
        token.id(),
        token.bank(),
        token.contract(),
        token.users(),
        token.kind(),
        Standing.at(token, now),
        token.otp(),
        token.failures(),
        token.lock().filter(lock -> lock.inForce(now)),
        token.lastFactor() == Attempts.NO_FACTOR
            ? Optional.empty()
            : Optional.of(
                Instant.ofEpochSecond(token.lastFactor() * token.otp().period().toSeconds())),
        token.expires(),
        token.registered(),
        token.seed().map(SealedSeed::keyEpoch));
  }
}
