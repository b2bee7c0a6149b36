package org.ichido.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One row of evidence in the making: counts what was tried, and remembers what was wrong. */
final class Check {
  private final Evidence evidence;
  private final String name;
  private final List<String> wrong = new ArrayList<>();
  private long tries;

  Check(Evidence evidence, String name) {
    this.evidence = evidence;
    this.name = name;
  }

  void equal(String what, Object expected, Object seen) {
    that(what + ": expected " + expected + ", seen " + seen, Objects.equals(expected, seen));
  }

  void that(String what, boolean holds) {
    tries++;
    if (!holds) {
      wrong.add(what);
    }
  }

  /** Writes the row, and fails if anything was wrong. */
  void done() throws IOException {
    evidence.row(name, tries, wrong.size());
    assertEquals(List.of(), wrong);
  }
}
