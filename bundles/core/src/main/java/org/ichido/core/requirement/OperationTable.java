package org.ichido.core.requirement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.Use;

/**
 * When a bank asks for a code (S0-13 to S0-19, S2-5, S2-13, S3-12 to S3-17, S4-1). Rows are tried
 * from the top, and the first that fits answers; the last one fits everything.
 *
 * <p>Two laws hold for every table that can be read, and not only for those shipped. A fact that is
 * missing never spares a code: a row that asks for one, or blocks, has no condition on a fact, so
 * leaving facts out can only lead from a row that spares to one further down. And every row can be
 * the one that answers.
 *
 * <p>Immutable.
 */
public final class OperationTable {
  /** The most rows of a table. */
  public static final int MOST_ROWS = 200;

  static final List<String> HEADING =
      List.of("operation", "stage", "token", "channel", "condition", "answer", "remark");

  private final List<Row> rows;

  private OperationTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads a table, whatever its line ends. Empty lines and lines that begin with {@code #} are for
   * people. The first other line is the heading; each further one is a row of seven columns between
   * bars.
   *
   * @param text the whole file
   * @return the table
   * @throws InvalidTable for the first problem found
   */
  public static OperationTable read(String text) throws InvalidTable {
    List<Row> rows = TableText.rows(text);
    Reach.check(rows);
    return new OperationTable(List.copyOf(rows));
  }

  /**
   * The first row that fits.
   *
   * @param use what a code would be presented for
   * @param method how the contract authenticates: SOFT and HARD fit their rows and those for any
   *     token, the others only the latter
   * @param facts what the channel knows
   * @param inUse whether the user has an ACTIVE token (S2-5)
   * @return its answer; REQUIRED names that method
   */
  public Answer answer(Use use, Method method, Facts facts, boolean inUse) {
    for (Row row : rows) {
      if (row.answers(use, method, facts, inUse)) {
        return new Answer(row.ruling().demand(method), row.line(), row.remark());
      }
    }
    throw new IllegalStateException("the last row fits everything");
  }

  /**
   * @return the operations that have rows of their own, sorted
   */
  public Set<String> operations() {
    Set<String> names = new TreeSet<>();
    rows.forEach(row -> row.operation().ifPresent(name -> names.add(name.value())));
    return Collections.unmodifiableSet(names);
  }

  /**
   * Writes the table back as it was understood: heading and rows, the columns aligned, without the
   * lines for people.
   *
   * @return lines that end with a line feed
   */
  public String print() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADING);
    rows.forEach(row -> lines.add(row.cells()));
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int column = 0; column < HEADING.size() - 1; column++) {
        int width = width(lines, column);
        text.append(line.get(column))
            .append(" ".repeat(width - line.get(column).length()))
            .append(" | ");
      }
      text.append(line.get(HEADING.size() - 1)).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
