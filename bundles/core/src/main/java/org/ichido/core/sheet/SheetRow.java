package org.ichido.core.sheet;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row being read, column by column. What is wrong is told with the form that is expected and
 * without the value, which may be personal.
 */
public final class SheetRow {
  private final long line;
  private final Map<String, String> values;
  private final RowFaults faults;
  private boolean faulty;

  SheetRow(long line, Map<String, String> values, RowFaults faults) {
    this.line = line;
    this.values = Map.copyOf(values);
    this.faults = faults;
  }

  /**
   * @return where it stands
   */
  public long line() {
    return line;
  }

  /**
   * @return whether anything of it was wrong so far
   */
  public boolean faulty() {
    return faulty;
  }

  /**
   * @param form what the column must hold, for people
   * @param parser makes a value of it, or throws
   * @return the value; empty if it is of another form, which is told
   */
  public <T> Optional<T> read(String column, String form, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(column)));
    } catch (IllegalArgumentException | DateTimeException e) {
      fault(column, "must be " + form);
      return Optional.empty();
    }
  }

  /** The same for a column that may be empty. */
  public <T> Optional<T> readIfAny(String column, String form, Function<String, T> parser) {
    return text(column).isEmpty() ? Optional.empty() : read(column, form + ", or empty", parser);
  }

  /**
   * @return whether nothing stands in the column
   */
  public boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  /** Tells what is wrong with it. */
  public void fault(String column, String what) {
    faulty = true;
    faults.add(line, column, what);
  }

  private String text(String column) {
    return values.getOrDefault(column, "");
  }
}
