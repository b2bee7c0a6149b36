package org.ichido.core.verify;

import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;

/** What a code is judged for. */
public enum Purpose {
  /** To give access, or to act on a token: refused from the expiry on. */
  USE(TokenAct.VERIFY),
  /** To mend the token itself, renewal and drift, which may be late: the expiry is no obstacle. */
  UPKEEP(TokenAct.RENEW),
  /** To make a soft token ACTIVE, the only way there is (S1-24). */
  CONFIRM(TokenAct.CONFIRM),
  /**
   * To make a hard token a user's: the first one's, or one's more (S4-16, S4-20). One purpose for
   * both, so that the same work is done for both, and for a device that is not there.
   */
  REGISTER(TokenAct.REGISTER_DEVICE);

  /** By which the table of states is asked, for right codes and wrong ones. */
  private final TokenAct act;

  Purpose(TokenAct act) {
    this.act = act;
  }

  /** Whether codes of a token in that state are for this. */
  boolean fits(TokenState state) {
    return TokenTransitions.of(Optional.of(state), act).allowed();
  }

  /**
   * @return whether it is the first that is heard of a device, whose clock nobody has measured here
   */
  public boolean firstCode() {
    return this == CONFIRM || this == REGISTER;
  }
}
