package org.ichido.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.Contender;
import org.ichido.bench.round.CpuMeter;
import org.ichido.bench.round.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Callers over the queues who go on whatever comes, while bundles are swapped or not: what is
 * counted is refusals of right codes, requests without a reply, and the longest time in which
 * nobody got an answer.
 */
final class LoadWithGaps implements Contender {
  static final String GAP = "longest gap s";
  static final String WRONG = "wrong or lost";
  static final String SWAPS = "swaps";

  private static final int CALLERS = 4;

  /** Somebody who swaps until he is interrupted. */
  interface Swapper {
    /**
     * @return how many swaps
     */
    int swap() throws Exception;
  }

  private final CodesInTime codes;
  private final List<HostChannel.Line> lines = new ArrayList<>();
  private final @Nullable Swapper swapper;
  private final Callers callers;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final LongAdder wrong = new LongAdder();

  LoadWithGaps(
      String name, HostChannel host, CodesInTime codes, CpuMeter server, @Nullable Swapper swapper)
      throws Exception {
    this.codes = codes;
    this.swapper = swapper;
    for (int i = 0; i < CALLERS; i++) {
      lines.add(host.line(HostChannel.REQUESTS));
    }
    callers = new Callers(name, CALLERS, this::ask, server);
  }

  @Override
  public String name() {
    return callers.name();
  }

  private void ask(int caller) throws Exception {
    try {
      if (!CodesInTime.accepted(lines.get(caller).ask(codes.next()))) {
        wrong.increment();
      }
    } catch (TimeoutException e) {
      wrong.increment();
    }
    long now = System.nanoTime();
    long gap = now - answered.getAndSet(now);
    longest.accumulateAndGet(gap, Math::max);
  }

  @Override
  public Sample work(Duration time) throws Exception {
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      wrong.reset();
      longest.set(0);
      answered.set(System.nanoTime());
      Swapper present = swapper;
      Future<Integer> swapping = present == null ? null : beside.submit(present::swap);
      Sample sample = callers.work(time);
      beside.shutdownNow();
      return sample
          .with(GAP, longest.get() / 1e9)
          .with(WRONG, (double) wrong.sum())
          .with(SWAPS, swapping == null ? 0 : swapping.get());
    } finally {
      beside.shutdownNow();
    }
  }
}
