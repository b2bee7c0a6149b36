package org.ichido.core.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ichido.api.Health;
import org.ichido.api.InboxReport;
import org.ichido.core.system.JapaneseTime;

/** Says how the memory of answers stands. Without a store the store says enough of itself. */
final class InboxHealth {
  private final Briefly<InboxReport> report;

  InboxHealth(Supplier<InboxReport> asking) {
    report = new Briefly<>("ichido-core inbox figures", asking);
  }

  List<Health> health() {
    return report
        .ask()
        .map(figures -> List.of(new Health("inbox", Health.Level.OK, lines(figures))))
        .orElse(List.of());
  }

  private static List<String> lines(InboxReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d answers remembered%s"
            .formatted(
                report.answers(),
                report.oldest().map(at -> ", the oldest of " + JapaneseTime.of(at)).orElse("")));
    lines.add(
        "%d forgotten since the store was opened; last purge %s"
            .formatted(
                report.forgotten(), report.lastPurge().map(JapaneseTime::of).orElse("not yet")));
    report
        .oldest()
        .filter(oldest -> oldest.isBefore(report.kept()))
        .ifPresent(
            oldest ->
                lines.add(
                    "%d min behind the horizon: goes along with new requests, or by"
                            .formatted(Duration.between(oldest, report.kept()).toMinutes())
                        + " ichido:inbox-purge"));
    return lines;
  }
}
