package org.ichido.core.migration;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;

/**
 * A row being read, column by column. What is wrong is told with the form that is expected and
 * without the value, which may be personal.
 */
final class SheetRow {
  private final MigrationFile file;
  private final long line;
  private final Map<String, String> values;
  private final Faults faults;
  private boolean faulty;

  SheetRow(MigrationFile file, long line, Map<String, String> values, Faults faults) {
    this.file = file;
    this.line = line;
    this.values = Map.copyOf(values);
    this.faults = faults;
  }

  long line() {
    return line;
  }

  /** Whether anything of it was wrong so far. */
  boolean faulty() {
    return faulty;
  }

  /**
   * @param form what the column must hold, for people
   * @param parser makes a value of it, or throws
   * @return the value; empty if it is of another form, which is told
   */
  <T> Optional<T> read(String column, String form, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(column)));
    } catch (IllegalArgumentException | DateTimeException e) {
      fault(column, "must be " + form);
      return Optional.empty();
    }
  }

  /** The same for a column that may be empty. */
  <T> Optional<T> readIfAny(String column, String form, Function<String, T> parser) {
    return text(column).isEmpty() ? Optional.empty() : read(column, form + ", or empty", parser);
  }

  boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  void fault(String column, String what) {
    faulty = true;
    faults.add(new RowFault(file, line, column, what));
  }

  private String text(String column) {
    return values.getOrDefault(column, "");
  }
}
