package org.ichido.simulators;

/** What became of a debit or a refund: the words of ICH-FEE-RESULT. */
public enum Result {
  BOOKED,
  /** The account has less than that. */
  FUNDS,
  /** There is no such account, or it is closed. */
  ACCOUNT,
  OTHER,
  /** Asked about what it does not remember. */
  NEVER_SEEN
}
