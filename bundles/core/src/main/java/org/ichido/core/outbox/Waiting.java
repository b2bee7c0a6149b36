package org.ichido.core.outbox;

import java.util.ArrayList;
import java.util.List;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.OutboxRow;

/** What waits in the outbox, for people. */
final class Waiting {
  private Waiting() {}

  /**
   * @param rows what waits, by number, at least one
   * @param most how many were asked for
   * @return how many, since when, and the last trouble
   */
  static List<String> lines(List<OutboxRow> rows, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d%s waiting, the oldest of %s"
            .formatted(
                rows.size(),
                rows.size() == most ? " or more" : "",
                JapaneseTime.of(rows.get(0).at())));
    rows.stream()
        .filter(row -> !row.why().isEmpty())
        .findFirst()
        .ifPresent(
            row ->
                lines.add(
                    "last trouble: %s; tried %d times, next %s"
                        .formatted(row.why(), row.tries(), JapaneseTime.of(row.notBefore()))));
    return lines;
  }
}
