package org.ichido.bench.round;

import java.util.Arrays;
import java.util.List;

/** How long operations took. Mutable, for one thread; merged when the threads have ended. */
public final class Latencies {
  private long[] nanos = new long[1024];
  private int count;

  /**
   * @param took nanoseconds
   */
  public void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  /**
   * @param parts those of several threads
   * @return all of them
   */
  public static Latencies merged(List<Latencies> parts) {
    Latencies all = new Latencies();
    for (Latencies part : parts) {
      for (int i = 0; i < part.count; i++) {
        all.add(part.nanos[i]);
      }
    }
    return all;
  }

  /**
   * @return how many operations
   */
  public int count() {
    return count;
  }

  /**
   * The nearest rank: the least value that so many of all values do not exceed.
   *
   * @param percent more than 0, at most 100
   * @return milliseconds
   * @throws IllegalStateException if there was no operation
   */
  public double percentile(double percent) {
    if (count == 0) {
      throw new IllegalStateException("no operation ended in this round; make it longer");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * count);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
