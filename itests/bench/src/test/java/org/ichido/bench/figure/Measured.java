package org.ichido.bench.figure;

import java.util.List;
import java.util.Optional;

/** Imagined figures, of every kind. */
final class Measured {
  static final Conditions CONDITIONS =
      new Conditions("2026-11-22", "2 cores, \"Imagined\" CPU", "Java 17", 5, 9.6);

  static final Figure MET =
      new Figure(
          "P1", "core, against <bare>", "times", new Spread(0.9, 0.8, 1), Bound.atLeast(0.85));

  static final Figure MISSED =
      new Figure("P4", "one caller", "times", new Spread(2, 1, 4), Bound.atMost(1.5));

  static final Figure OF_ZERO =
      new Figure("P11", "wrong", "requests", new Spread(0, 0, 0), Bound.everAtMost(0));

  static final List<Figure> FIGURES = List.of(MET, MISSED, OF_ZERO);

  static final List<Rate> RATES =
      List.of(
          new Rate(
              "P1",
              "core",
              new Spread(250_000, 240_000, 260_000),
              new Spread(0.00123, 0.001, 0.002),
              Optional.empty(),
              Optional.empty(),
              new Spread(1.5, 1, 2)),
          new Rate(
              "P4",
              "one",
              new Spread(900, 800, 1000),
              new Spread(0.25, 0.2, 0.3),
              Optional.of(new Spread(1.1, 1, 1.2)),
              Optional.of(new Spread(9, 8, 10)),
              new Spread(1.5, 1, 2)));

  private Measured() {}
}
