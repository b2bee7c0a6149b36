package org.ichido.api;

/**
 * What became of a reply that was to be sent again.
 *
 * @param kind the outcome
 * @param detail more, for a person; one line
 */
public record ResendOutcome(Kind kind, String detail) {
  /** The outcome. */
  public enum Kind {
    /** It was sent, and is kept no longer. */
    RESENT,
    /** It was past its expiry: nothing was sent, and it is kept no longer. */
    EXPIRED,
    /** The requester may not have its replies on that queue; it stays parked. */
    NOT_ALLOWED,
    /** It could not be delivered this time either; it stays parked. */
    NOT_DELIVERED,
    /** There is no such parked reply (any more). */
    NOT_FOUND
  }
}
