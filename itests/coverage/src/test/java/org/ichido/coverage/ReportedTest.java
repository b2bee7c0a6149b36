package org.ichido.coverage;

/**
 * What a report says of a test in this build; of one with several sets of arguments, of all of
 * them.
 *
 * @param suite the class that ran, which may have inherited the method
 * @param name the method; or whatever else the report calls it, when the suite itself failed
 */
record ReportedTest(String suite, String name, Outcome outcome) {
  /** From the best to the worst. */
  enum Outcome {
    PASSED,
    SKIPPED,
    FAILED;

    Outcome and(Outcome other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  @Override
  public String toString() {
    return suite + "#" + name;
  }
}
