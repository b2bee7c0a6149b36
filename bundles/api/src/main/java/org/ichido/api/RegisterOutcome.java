package org.ichido.api;

import java.util.Optional;

/**
 * What became of a registration.
 *
 * @param kind which outcome
 * @param token the new token if REGISTERED, the one in the way if TOKEN_STILL_BOUND
 */
public record RegisterOutcome(Kind kind, Optional<TokenId> token) {
  /** The outcomes. */
  public enum Kind {
    /** The token exists, its seed is sealed. */
    REGISTERED,
    /** The user has a live token; revoke that first (S0-21). */
    TOKEN_STILL_BOUND,
    /**
     * By what core banking told, the user may have no token of that kind: the contract is closed or
     * has another method (S4-34), or the user was removed.
     */
    NOT_ENTITLED,
    /** The request id was used before with other content; nothing was done. */
    NOT_PROCESSED
  }
}
