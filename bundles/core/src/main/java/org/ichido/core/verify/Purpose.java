package org.ichido.core.verify;

import org.ichido.api.TokenState;

/** What a code is judged for. */
public enum Purpose {
  /** To give access, or to act on a token: refused from the expiry on. */
  USE(TokenState.ACTIVE),
  /** To mend the token itself, renewal and drift, which may be late: the expiry is no obstacle. */
  UPKEEP(TokenState.ACTIVE),
  /** To make a token ACTIVE, the only way there is (S1-24). */
  CONFIRM(TokenState.INITIALISED);

  private final TokenState state;

  Purpose(TokenState state) {
    this.state = state;
  }

  /** The only state in which a token's codes are for this. */
  TokenState state() {
    return state;
  }
}
