package org.ichido.api;

/**
 * What became of a message that was to be handled again.
 *
 * @param kind the outcome
 * @param detail more, for a person; one line
 */
public record RetryOutcome(Kind kind, String detail) {
  /** The outcome. */
  public enum Kind {
    /** It was handled and its reply is on the way. The verdict is in the reply and in the audit. */
    ANSWERED,
    /** It was handled, and its reply could not be delivered: see the parked replies. */
    PARKED,
    /** It, or its reply, was past its expiry: it is done with, and nothing was sent. */
    DROPPED,
    /** It was an answer of core banking's about a fee, and was taken. */
    TAKEN,
    /** It cannot be handled now either, and stays where it is; the detail says why. */
    STAYS,
    /** There is no such message on the backout queue (any more). */
    NOT_FOUND
  }
}
