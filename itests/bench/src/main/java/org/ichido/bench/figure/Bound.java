package org.ichido.bench.figure;

import java.util.Locale;

/**
 * What a figure should reach.
 *
 * @param side from which side
 * @param value the limit itself still meets the goal
 */
public record Bound(Side side, double value) {
  /** On which side of the value the good figures are. */
  public enum Side {
    /** The value or more. */
    AT_LEAST("≥", "at least"),
    /** The value or less. */
    AT_MOST("≤", "at most"),
    /** In every round the value or less: a promise of the worst, not of the middle. */
    EVER_AT_MOST("each ≤", "ever at most");

    private final String sign;
    private final String words;

    Side(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }
  }

  /**
   * @param value the least that will do
   * @return that bound
   */
  public static Bound atLeast(double value) {
    return new Bound(Side.AT_LEAST, value);
  }

  /**
   * @param value the most that will do
   * @return that bound
   */
  public static Bound atMost(double value) {
    return new Bound(Side.AT_MOST, value);
  }

  /**
   * @param value the most that will do in any round
   * @return that bound
   */
  public static Bound everAtMost(double value) {
    return new Bound(Side.EVER_AT_MOST, value);
  }

  /**
   * @param spread what was measured
   * @return whether it will do
   */
  public boolean metBy(Spread spread) {
    double figure = judged(spread);
    return side == Side.AT_LEAST ? figure >= value : figure <= value;
  }

  /**
   * Puts goals of both sides on one scale.
   *
   * @param figure what was measured
   * @return how many times better than the goal: 1 just meets it, less misses it
   */
  public double timesBetter(double figure) {
    return side == Side.AT_LEAST ? figure / value : value / figure;
  }

  /**
   * @param spread what was measured
   * @return which number of it the goal is about
   */
  public double judged(Spread spread) {
    return side == Side.EVER_AT_MOST ? spread.max() : spread.median();
  }

  /**
   * @return such as {@code at least}
   */
  public String words() {
    return side.words;
  }

  /** Such as {@code ≥ 0.85}. */
  @Override
  public String toString() {
    return side.sign
        + " "
        + (value % 1 == 0 ? "%.0f" : "%s").formatted(value).toLowerCase(Locale.ROOT);
  }
}
