package org.ichido.api;

/** What became of an unlock. */
public enum UnlockOutcome {
  /** The lock is gone and the failures are 0. */
  UNLOCKED,
  /** There was no lock in force. Failures that had been counted are 0 now. */
  NOT_LOCKED,
  /** The user has no ACTIVE token. */
  NOT_FOUND,
  /** The profile does not let this actor unlock; the audit says who tried. */
  FORBIDDEN,
  /** The request id was used before with other content; nothing was done. */
  NOT_PROCESSED
}
