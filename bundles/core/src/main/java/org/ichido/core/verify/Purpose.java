package org.ichido.core.verify;

import org.ichido.api.TokenState;

/** What a code is judged for. */
public enum Purpose {
  /** To give access, or to act on a token: refused from the expiry on. */
  USE,
  /** To mend the token itself, renewal and drift, which may be late: the expiry is no obstacle. */
  UPKEEP,
  /** To make a soft token ACTIVE, the only way there is (S1-24). */
  CONFIRM,
  /**
   * To make a hard token a user's: the first one's, or one's more (S4-16, S4-20). One purpose for
   * both, so that the same work is done for both, and for a device that is not there.
   */
  REGISTER;

  /** Whether codes of a token in that state are for this. */
  boolean fits(TokenState state) {
    return switch (this) {
      case USE, UPKEEP -> state == TokenState.ACTIVE;
      case CONFIRM -> state == TokenState.INITIALISED;
      case REGISTER -> state == TokenState.INITIALISED || state == TokenState.ACTIVE;
    };
  }

  /**
   * @return whether it is the first that is heard of a device, whose clock nobody has measured here
   */
  public boolean firstCode() {
    return this == CONFIRM || this == REGISTER;
  }
}
