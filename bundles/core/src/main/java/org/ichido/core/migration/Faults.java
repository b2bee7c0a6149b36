package org.ichido.core.migration;

import java.util.ArrayList;
import java.util.List;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.RowFault;

/** What is wrong with the rows of a run: the first faults, and how many there are. */
final class Faults {
  private final List<RowFault> first = new ArrayList<>();
  private long count;

  void add(RowFault fault) {
    count++;
    if (first.size() < LoadReport.MOST_FAULTS) {
      first.add(fault);
    }
  }

  void addAll(List<RowFault> faults) {
    faults.forEach(this::add);
  }

  List<RowFault> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
