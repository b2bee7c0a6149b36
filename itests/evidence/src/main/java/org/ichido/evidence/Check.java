package org.ichido.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One row of evidence in the making: counts what was tried, and remembers what was wrong. Its last
 * two columns are tries and wrong. Thread-safe.
 */
public final class Check {
  private final Evidence evidence;
  private final Object[] name;
  private final List<String> wrong = new ArrayList<>();
  private long tries;

  /**
   * @param evidence where the row goes
   * @param name the cells before tries and wrong
   */
  public Check(Evidence evidence, Object... name) {
    this.evidence = evidence;
    this.name = name.clone();
  }

  /**
   * Tries one thing.
   *
   * @param what its name
   * @param expected what should be
   * @param seen what is
   */
  public void equal(String what, Object expected, Object seen) {
    that(what + ": expected " + expected + ", seen " + seen, Objects.equals(expected, seen));
  }

  /**
   * Tries one thing.
   *
   * @param what what should hold, in words
   * @param holds whether it does
   */
  public synchronized void that(String what, boolean holds) {
    tries++;
    if (!holds) {
      wrong.add(what);
    }
  }

  /**
   * @return what was wrong so far
   */
  public synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /**
   * Writes the row of a mutant, and fails if nothing was wrong: then the suite is blind to it.
   *
   * @throws IOException if the row cannot be written
   */
  public synchronized void caught() throws IOException {
    write();
    if (wrong.isEmpty()) {
      throw new AssertionError(Arrays.toString(name) + ": not caught in " + tries + " tries");
    }
  }

  /**
   * Writes the row, and fails if anything was wrong or nothing was tried.
   *
   * @throws IOException if the row cannot be written
   */
  public synchronized void done() throws IOException {
    write();
    if (tries == 0) {
      throw new AssertionError(Arrays.toString(name) + ": nothing was tried");
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(Arrays.toString(name) + ": " + wrong);
    }
  }

  private void write() throws IOException {
    evidence.row(Stream.concat(Arrays.stream(name), Stream.of(tries, wrong.size())).toArray());
  }
}
