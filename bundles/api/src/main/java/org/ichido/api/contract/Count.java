package org.ichido.api.contract;

/**
 * How much there is of what core banking and Ichido both keep, to be compared (count check).
 *
 * @param contracts contracts that are not closed
 * @param users users who are not removed, under those contracts
 * @param tokens live tokens: ISSUED, INITIALISED and ACTIVE
 */
public record Count(long contracts, long users, long tokens) {
  /** Nothing at all. */
  public static final Count NONE = new Count(0, 0, 0);

  /**
   * @throws IllegalArgumentException if a number is negative
   */
  public Count {
    if (contracts < 0 || users < 0 || tokens < 0) {
      throw new IllegalArgumentException("count: nothing is there less than 0 times");
    }
  }

  /**
   * @param other how much there is elsewhere
   * @return how much there is together
   */
  public Count plus(Count other) {
    return new Count(contracts + other.contracts, users + other.users, tokens + other.tokens);
  }
}
