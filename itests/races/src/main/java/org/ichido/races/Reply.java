package org.ichido.races;

/**
 * What came back.
 *
 * @param verdict ACCEPTED, REFUSED, NOT_PROCESSED, the outcome of an unlock, or {@link #NO_ANSWER}
 * @param content all of it, to be compared
 */
public record Reply(String verdict, String content) {
  /** Nothing was decided; the content says why. */
  public static final String NO_ANSWER = "NO_ANSWER";
}
