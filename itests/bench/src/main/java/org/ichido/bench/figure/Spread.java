package org.ichido.bench.figure;

import java.util.Arrays;
import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one; between two, their mean
 * @param min the least
 * @param max the greatest
 */
public record Spread(double median, double min, double max) {
  /**
   * @param values at least one, in any order
   * @return how they spread
   * @throws IllegalArgumentException if there is none, or one that is no number
   */
  public static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("nothing was measured: " + values);
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
