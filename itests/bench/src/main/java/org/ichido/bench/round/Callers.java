package org.ichido.bench.round;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several callers who ask again as soon as they are answered; every operation is timed. */
public final class Callers implements Contender {
  /** Asks once, and throws if the answer is not the right one. */
  public interface Operation {
    /**
     * @param caller the number of the caller, from 0
     */
    void run(int caller) throws Exception;
  }

  private final String name;
  private final int callers;
  private final Operation operation;
  private final CpuMeter cpu;

  /**
   * @param name the contender's
   * @param callers how many at once
   * @param operation what each does
   * @param cpu of the process that works for them
   */
  public Callers(String name, int callers, Operation operation, CpuMeter cpu) {
    this.name = name;
    this.callers = callers;
    this.operation = operation;
    this.cpu = cpu;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Sample work(Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      Duration cpuBefore = cpu.used();
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<Future<Latencies>> working = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        working.add(threads.submit(() -> askUntil(end, number)));
      }
      List<Latencies> parts = new ArrayList<>();
      for (Future<Latencies> each : working) {
        parts.add(answers(each));
      }
      Latencies all = Latencies.merged(parts);
      return new Sample(
          all.count(),
          (System.nanoTime() - start) / 1e9,
          cpu.used().minus(cpuBefore).toNanos() / 1e9,
          OptionalDouble.of(all.percentile(50)),
          OptionalDouble.of(all.percentile(99)),
          CpuMeter.load(),
          Map.of());
    } finally {
      threads.shutdownNow();
    }
  }

  private Latencies askUntil(long end, int caller) throws Exception {
    Latencies latencies = new Latencies();
    for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
      operation.run(caller);
      latencies.add(System.nanoTime() - before);
    }
    return latencies;
  }

  private Latencies answers(Future<Latencies> caller) throws InterruptedException {
    try {
      return caller.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(name + ": a caller was not answered right", e.getCause());
    }
  }
}
