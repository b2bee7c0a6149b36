package org.ichido.bench.figure;

/**
 * One goal and what came of it.
 *
 * @param goal its number, such as {@code P1}
 * @param what what is compared with what
 * @param unit such as {@code times}
 * @param spread over the rounds
 * @param bound what it should reach
 */
public record Figure(String goal, String what, String unit, Spread spread, Bound bound) {
  /**
   * @return whether it meets the goal: its median, or its worst where the goal says so
   */
  public boolean met() {
    return bound.metBy(spread);
  }
}
