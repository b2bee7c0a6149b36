package org.ichido.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures and rates as JSON, one object a line (RFC 8259). */
public final class JsonLines {
  private final List<String> lines = new ArrayList<>();

  /**
   * @param conditions where and when
   * @param rates what each contender did
   * @param figures what came of it
   * @return the lines, the last with its end
   */
  public static String of(Conditions conditions, List<Rate> rates, List<Figure> figures) {
    JsonLines json = new JsonLines();
    json.lines.add(
        "{%s, %s, %s, %s, %s}"
            .formatted(
                text("at", conditions.at()),
                text("machine", conditions.machine()),
                text("java", conditions.java()),
                number("rounds", conditions.rounds()),
                number("minutes", conditions.minutes())));
    rates.forEach(json::add);
    figures.forEach(json::add);
    return String.join("\n", json.lines) + "\n";
  }

  private void add(Rate rate) {
    List<String> members = new ArrayList<>();
    members.add(text("goal", rate.goal()));
    members.add(text("contender", rate.contender()));
    members.add(spread("per_second", rate.perSecond()));
    members.add(spread("cpu_ms_per_operation", rate.cpuMillis()));
    rate.median().ifPresent(ms -> members.add(spread("p50_ms", ms)));
    rate.tail().ifPresent(ms -> members.add(spread("p99_ms", ms)));
    members.add(spread("load_average", rate.load()));
    lines.add("{" + String.join(", ", members) + "}");
  }

  private void add(Figure figure) {
    lines.add(
        "{%s, %s, %s, %s, %s, \"met\": %s}"
            .formatted(
                text("goal", figure.goal()),
                text("figure", figure.what()),
                text("unit", figure.unit()),
                spread("value", figure.spread()),
                number(figure.bound().words().replace(' ', '_'), figure.bound().value()),
                figure.met()));
  }

  private static String spread(String name, Spread spread) {
    return "\"%s\": {%s, %s, %s}"
        .formatted(
            name,
            number("median", spread.median()),
            number("min", spread.min()),
            number("max", spread.max()));
  }

  private static String number(String name, double value) {
    return "\"%s\": %s".formatted(name, String.format(Locale.ROOT, "%.6g", value));
  }

  private static String text(String name, String value) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return "\"%s\": \"%s\"".formatted(name, quoted);
  }
}
