package org.ichido.demo;

import java.io.PrintStream;

/** Counts what was seen to hold and what was not, and says each aloud. */
final class Checks {
  private final PrintStream out;
  private int passed;
  private int failed;

  Checks(PrintStream out) {
    this.out = out;
  }

  void that(String claim, boolean holds, String seen) {
    if (holds) {
      passed++;
      out.println("  [ok]     " + claim);
    } else {
      failed++;
      out.println("  [FAILED] " + claim + "; seen: " + seen);
    }
  }

  void equal(String claim, String expected, String seen) {
    that(claim, expected.equals(seen), seen);
  }

  boolean allPassed() {
    return failed == 0;
  }

  String summary() {
    return "demo: " + passed + " checks passed, " + failed + " failed";
  }
}
