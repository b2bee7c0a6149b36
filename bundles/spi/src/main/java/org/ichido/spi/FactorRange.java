package org.ichido.spi;

/**
 * Consecutive moving factors (RFC 4226 section 5.1): time steps or counters. Kept small, because
 * every factor costs one HMAC and one chance for a guesser.
 *
 * @param first the oldest, not negative
 * @param last the newest, at most {@link #LONGEST} - 1 above the oldest
 */
public record FactorRange(long first, long last) {
  /** The most factors in a range. */
  public static final int LONGEST = 100;

  /**
   * @throws IllegalArgumentException if the range is empty, negative or too long
   */
  public FactorRange {
    if (first < 0 || last < first || last - first >= LONGEST) {
      throw new IllegalArgumentException(
          "factors: 1 to %d from 0 upwards, but got %d to %d".formatted(LONGEST, first, last));
    }
  }
}
