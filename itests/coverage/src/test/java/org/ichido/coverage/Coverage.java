package org.ichido.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ichido.coverage.Quotations.Quotation;
import org.ichido.coverage.ReportedTest.Outcome;
import org.ichido.coverage.RequirementList.Row;

/** The list, the quotations and the reports of one build, side by side. */
final class Coverage {
  /** A requirement, and what became of a test that quotes it. */
  record Shown(String number, ReportedTest test) {}

  private final RequirementList list;
  private final Quotations quotations;
  private final List<ReportedTest> reported;
  private final List<Shown> shown = new ArrayList<>();

  Coverage(RequirementList list, Quotations quotations, List<ReportedTest> reported) {
    this.list = list;
    this.quotations = quotations;
    this.reported = List.copyOf(reported);
    for (ReportedTest test : reported) {
      quotations.of(test).forEach(number -> shown.add(new Shown(number, test)));
    }
    List<String> order = list.numbers();
    shown.sort(
        Comparator.<Shown>comparingInt(s -> order.indexOf(s.number()))
            .thenComparing(s -> s.test().toString()));
  }

  /** One for each number and test, in the order of the list. */
  List<Shown> shown() {
    return List.copyOf(shown);
  }

  List<Row> dueAndNotShown() {
    return list.rows().stream().filter(row -> row.due() == Due.NOW && !passed(row)).toList();
  }

  private boolean passed(Row row) {
    return shown.stream()
        .anyMatch(s -> s.number().equals(row.number()) && s.test().outcome() == Outcome.PASSED);
  }

  List<Shown> failed() {
    return shown.stream().filter(s -> s.test().outcome() == Outcome.FAILED).toList();
  }

  List<Quotation> unknown() {
    return quotations.all().stream().filter(q -> !list.has(q.number())).toList();
  }

  List<Quotation> notRun() {
    return quotations.all().stream()
        .filter(q -> reported.stream().noneMatch(test -> quotations.isOn(q, test)))
        .toList();
  }
}
