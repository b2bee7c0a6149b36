package org.ichido.bench;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.figure.Figure;
import org.ichido.bench.figure.Rate;
import org.ichido.bench.figure.Spread;
import org.ichido.bench.round.Results;

/** Collects what the runs come to. */
final class Goals {
  private final List<Rate> rates = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  void add(Results results) {
    rates.addAll(results.rates());
  }

  void add(String goal, String what, String unit, Spread spread, Bound bound) {
    figures.add(new Figure(goal, what, unit, spread, bound));
  }

  /** In the order of the goals. */
  List<Rate> rates() {
    return rates.stream().sorted(comparingInt(rate -> number(rate.goal()))).toList();
  }

  /** In the order of the goals. */
  List<Figure> figures() {
    return figures.stream().sorted(comparingInt(figure -> number(figure.goal()))).toList();
  }

  /** Of {@code P1, P2} the first. */
  private static int number(String goal) {
    int end = goal.indexOf(',');
    return Integer.parseInt(goal.substring(1, end < 0 ? goal.length() : end));
  }
}
