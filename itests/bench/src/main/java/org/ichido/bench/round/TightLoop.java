package org.ichido.bench.round;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Operations of microseconds, in one thread: too short to time each. What they compute goes to a
 * volatile field, so that the compiler cannot leave it out.
 */
public final class TightLoop implements Contender {
  private static final int BETWEEN_LOOKS = 256;

  /**
   * So many operations; a loop of its own in each contender, so that each is compiled for itself.
   */
  public interface Batch {
    /**
     * @param count how many
     * @return something that depends on every one of them
     */
    long run(int count) throws Exception;
  }

  private final String name;
  private final Batch batch;
  private final CpuMeter cpu = CpuMeter.own();

  @SuppressWarnings("UnusedVariable") // it is there to be written
  private volatile long consumed;

  /**
   * @param name the contender's
   * @param batch the work
   */
  public TightLoop(String name, Batch batch) {
    this.name = name;
    this.batch = batch;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Sample work(Duration time) throws Exception {
    long operations = 0;
    Duration cpuBefore = cpu.used();
    long start = System.nanoTime();
    long now = start;
    while (now - start < time.toNanos()) {
      consumed = batch.run(BETWEEN_LOOKS);
      operations += BETWEEN_LOOKS;
      now = System.nanoTime();
    }
    return new Sample(
        operations,
        (now - start) / 1e9,
        cpu.used().minus(cpuBefore).toNanos() / 1e9,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        CpuMeter.load(),
        Map.of());
  }
}
