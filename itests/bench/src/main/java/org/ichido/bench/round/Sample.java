package org.ichido.bench.round;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one contender did in one round.
 *
 * @param operations how many
 * @param seconds in how long
 * @param cpuSeconds of all threads of the process that did the work
 * @param median the 50th percentile in milliseconds, if each operation was timed
 * @param tail the 99th
 * @param load the machine's load average at the end
 * @param extras what else was counted, by name
 */
public record Sample(
    long operations,
    double seconds,
    double cpuSeconds,
    OptionalDouble median,
    OptionalDouble tail,
    double load,
    Map<String, Double> extras) {
  /**
   * @return operations a second
   */
  public double perSecond() {
    return operations / seconds;
  }

  /**
   * @return CPU milliseconds an operation
   */
  public double cpuMillis() {
    return operations == 0 ? 0 : cpuSeconds * 1000 / operations;
  }

  /**
   * @param later a later part of the same round; operations not timed one by one, for percentiles
   *     do not add up
   * @return both together
   */
  public Sample plus(Sample later) {
    if (median.isPresent() || later.median.isPresent()) {
      throw new IllegalArgumentException("percentiles do not add up: let them work in one piece");
    }
    return new Sample(
        operations + later.operations,
        seconds + later.seconds,
        cpuSeconds + later.cpuSeconds,
        median,
        tail,
        later.load,
        later.extras);
  }

  /**
   * @param name what was counted
   * @return how much of it
   */
  public double extra(String name) {
    Double value = extras.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nobody counted " + name);
    }
    return value;
  }

  /**
   * @param name what was counted
   * @param value how much of it
   * @return the sample with that
   */
  public Sample with(String name, double value) {
    Map<String, Double> more = new TreeMap<>(extras);
    more.put(name, value);
    return new Sample(operations, seconds, cpuSeconds, median, tail, load, Map.copyOf(more));
  }
}
