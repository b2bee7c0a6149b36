package org.ichido.cobol;

import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;

/** The table {@code cobol.tsv}. */
final class CobolEvidence {
  private CobolEvidence() {}

  static Check check(String name) {
    return new Check(new Evidence("cobol", 1, "check", "tries", "wrong"), name);
  }
}
