package org.ichido.api;

/** What produces the codes. */
public enum TokenKind {
  /** An app on a customer's device; never shared (S1-28). */
  SOFT,
  /** A device with a display; may be shared by users of one contract (S4-16). */
  HARD
}
