package org.ichido.api.stock;

import java.util.Comparator;

/**
 * How many hard tokens there are.
 *
 * @param branch the branch that keeps them, or from which they went out
 * @param state where they stand
 * @param tokens how many
 */
public record StockCount(String branch, HardTokenState state, long tokens) {
  /** By branch, and then by state as a device goes through them. */
  public static final Comparator<StockCount> ORDER =
      Comparator.comparing(StockCount::branch).thenComparing(StockCount::state);
}
