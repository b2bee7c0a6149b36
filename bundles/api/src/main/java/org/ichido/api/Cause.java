package org.ichido.api;

/**
 * Why a code was refused. For the audit and for operators, never for whoever presented the code.
 */
public enum Cause {
  /** It matches no step in the windows. The only cause that counts as a failure. */
  INVALID,
  /** Its step, or a later one, was accepted before: a replay, or a double click. */
  USED,
  /** It was right once: one step older than the profile accepts, or above its greatest age. */
  STALE,
  /** The token's life is over. */
  EXPIRED,
  /** The token is locked by failures. The code may have been right; nobody is told. */
  LOCKED,
  /** The bank suspended the token after a phishing or loss report. */
  SUSPENDED,
  /** The token was revoked. */
  REVOKED,
  /**
   * There is no such contract or user, the user has no token that gives access, or the bank never
   * asks for a code here (S3-17).
   */
  NOT_ELIGIBLE
}
