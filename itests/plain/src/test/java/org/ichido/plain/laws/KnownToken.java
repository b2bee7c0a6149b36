package org.ichido.plain.laws;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivationPair;
import org.ichido.testkit.token.TokenApp;

/** What a customer knows of a token of his, and the state in which it was seen last. */
final class KnownToken {
  private final TokenId id;
  private final int customer;
  private final ActivationPair pair;
  private Optional<TokenApp> app = Optional.empty();
  private boolean confirmed;
  private TokenState state = TokenState.ISSUED;

  KnownToken(TokenId id, int customer, ActivationPair pair) {
    this.id = id;
    this.customer = customer;
    this.pair = pair;
  }

  TokenId id() {
    return id;
  }

  boolean isOf(int someone) {
    return customer == someone;
  }

  ActivationPair pair() {
    return pair;
  }

  Optional<TokenApp> app() {
    return app;
  }

  void delivered(TokenApp installed) {
    app = Optional.of(installed);
  }

  /** Whether its app shows a code now, a step before, or one after. */
  boolean shows(String code, Instant now) {
    return app.filter(
            installed ->
                LongStream.rangeClosed(-1, 1)
                    .anyMatch(step -> installed.codeAt(now.plusSeconds(60 * step)).equals(code)))
        .isPresent();
  }

  void confirmedBy(String code, Instant now) {
    confirmed |= shows(code, now);
  }

  boolean confirmed() {
    return confirmed;
  }

  TokenState state() {
    return state;
  }

  void seen(TokenState now) {
    state = now;
  }
}
