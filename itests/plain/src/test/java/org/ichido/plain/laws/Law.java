package org.ichido.plain.laws;

import java.io.IOException;
import java.util.List;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;

/** The laws that hold whatever happens in whatever order. Each counts how often it was tried. */
final class Law {
  static final Law STEP_ONCE =
      new Law("no step of a token is accepted twice, and steps only ascend");
  static final Law LOCK_STAYS = new Law("no attempt shortens or lifts a lock");
  static final Law FAILURES_COUNTED =
      new Law("stored failures are the refusals counted since success or unlock");
  static final Law ONE_VERDICT =
      new Law("one request id has one verdict, whenever it is asked again");
  static final Law ALIKE = new Law("refusals look alike, whatever the cause");
  static final Law AUDIT_COMPLETE =
      new Law("the audit has every decision with its cause, and its chain is whole");
  static final Law AS_THE_MODEL = new Law("every answer is the model's");

  static final List<Law> ALL =
      List.of(
          STEP_ONCE,
          LOCK_STAYS,
          FAILURES_COUNTED,
          ONE_VERDICT,
          ALIKE,
          AUDIT_COMPLETE,
          AS_THE_MODEL);

  static final Law CODE_FIRST = new Law("no token is ACTIVE without a correct first code");
  static final Law ENDED_STAYS =
      new Law("what ended stays ended, and its seed and activation password are gone");
  static final Law CODE_OF_THE_LIVE =
      new Law("no code is accepted but that of the user's token in use");
  static final Law ONE_LIVE = new Law("a user has at most one live token");
  static final Law SEED_ONCE = new Law("a seed is delivered once, and to the right password alone");
  static final Law BY_THE_TABLE = new Law("states follow one another as the table says");

  /** Those of the lives of tokens. */
  static final List<Law> OF_LIVES =
      List.of(CODE_FIRST, ENDED_STAYS, CODE_OF_THE_LIVE, ONE_LIVE, SEED_ONCE, BY_THE_TABLE);

  private final String words;
  private final Check check;

  private Law(String words) {
    this.words = words;
    check = new Check(Evidence.attacks(), "law: " + words, "service");
  }

  /** Notes a try, and fails if the law does not hold. */
  void equal(String what, Object expected, Object seen) {
    check.equal(what, expected, seen);
    if (!expected.equals(seen)) {
      throw new AssertionError(
          words + " - broken: " + what + ": expected " + expected + ", seen " + seen);
    }
  }

  /** Writes the evidence; fails if the law was never tried. */
  void done() throws IOException {
    check.done();
  }
}
