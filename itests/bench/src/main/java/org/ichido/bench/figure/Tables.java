package org.ichido.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures and rates as tables in Markdown. */
public final class Tables {
  private Tables() {}

  /**
   * @param conditions where and when
   * @param rates what each contender did
   * @param figures what came of it
   * @return the text between the markers of the page
   */
  public static String of(Conditions conditions, List<Rate> rates, List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    long met = figures.stream().filter(Figure::met).count();
    lines.add(
        "Taken on %s: %s; %s. %d counted rounds each, %.0f minutes in all. **%d of %d met.**"
            .formatted(
                conditions.at(),
                conditions.machine(),
                conditions.java(),
                conditions.rounds(),
                conditions.minutes(),
                met,
                figures.size()));
    lines.add("");
    lines.add("| goal | figure | median | min | max | unit | goal | verdict |");
    lines.add("|---|---|---:|---:|---:|---|---|---|");
    for (Figure figure : figures) {
      lines.add(
          "| %s | %s | **%s** | %s | %s | %s | %s | %s |"
              .formatted(
                  figure.goal(),
                  figure.what(),
                  number(figure.spread().median()),
                  number(figure.spread().min()),
                  number(figure.spread().max()),
                  figure.unit(),
                  figure.bound(),
                  figure.met() ? "met" : "**missed**"));
    }
    lines.add("");
    lines.add("What the contenders did, median (min–max) of the rounds:");
    lines.add("");
    lines.add("| goal | contender | operations/s | CPU-ms/operation | p50 ms | p99 ms | load |");
    lines.add("|---|---|---:|---:|---:|---:|---:|");
    for (Rate rate : rates) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  rate.goal(),
                  rate.contender(),
                  spread(rate.perSecond()),
                  spread(rate.cpuMillis()),
                  spread(rate.median()),
                  spread(rate.tail()),
                  number(rate.load().median())));
    }
    return String.join("\n", lines);
  }

  private static String spread(Optional<Spread> spread) {
    return spread.map(Tables::spread).orElse("–");
  }

  private static String spread(Spread spread) {
    return "%s (%s–%s)"
        .formatted(number(spread.median()), number(spread.min()), number(spread.max()));
  }

  /** Three figures that count, no exponent. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
    while (size > 0 && size < Math.pow(10, -decimals + 2) && size < 0.1 && decimals < 7) {
      decimals++;
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
