package org.ichido.bench;

import java.time.Duration;
import java.util.List;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.round.Results;
import org.ichido.bench.round.Rounds;
import org.ichido.bench.round.Sample;

/**
 * P15: a delivery of hard tokens in one file, against the same devices in ten files. Both leave the
 * same database behind, so what one needs more memory for than the other is the file.
 */
final class DeliveryOf100000Rows {
  private static final int ROWS = 100_000;
  private static final int FILES = 10;
  private static final int COUNTED = 2;
  private static final String GOAL = "P15";

  private final Scratch scratch;
  private final Rounds rounds;
  private final Goals goals;

  DeliveryOf100000Rows(Scratch scratch, Rounds rounds, Goals goals) {
    this.scratch = scratch;
    this.rounds = new Rounds(COUNTED, rounds.scale(), rounds.out());
    this.goals = goals;
  }

  void measure() throws Exception {
    int all = (int) (ROWS * rounds.scale());
    int part = all / FILES;
    String whole = "one file of %,d rows".formatted(all);
    String parts = "%d files of %,d rows".formatted(FILES, part);
    Results results =
        rounds.run(
            GOAL,
            Duration.ZERO,
            List.of(
                new Deliveries(whole, 1, all, part / 2, scratch),
                new Deliveries(parts, FILES, part, part / 2, scratch)));
    goals.add(results);
    goals.add(
        GOAL,
        "peak of live memory, one file against ten",
        "times",
        results.ratio(whole, parts, DeliveryOf100000Rows::peak),
        Bound.atMost(1.25));
    goals.add(
        GOAL,
        "peak of live memory, " + whole,
        "MiB",
        results.of(whole, DeliveryOf100000Rows::peak),
        Bound.atMost(48));
    goals.add(
        GOAL,
        "rows a second, one file against ten",
        "times",
        results.ratio(whole, parts, Sample::perSecond),
        Bound.atLeast(0.8));
  }

  private static double peak(Sample sample) {
    return sample.extra(Deliveries.PEAK);
  }
}
