package org.ichido.core.migration;

import java.util.ArrayList;
import java.util.List;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.LoadReport;

/** Differences of a run: the first of them, and how many there are. */
final class Differences {
  private final List<Difference> first = new ArrayList<>();
  private long count;

  void add(Difference difference) {
    count++;
    if (first.size() < LoadReport.MOST_FAULTS) {
      first.add(difference);
    }
  }

  List<Difference> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
