package org.ichido.core.migration;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.ContractId;
import org.ichido.api.UserId;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.core.sheet.Faults;
import org.ichido.core.sheet.Sheet;
import org.ichido.core.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in the order of their keys, one looked ahead. That order is what lets three
 * files of any length be read side by side, and a key that comes twice be noticed. Behind the first
 * row that is out of order nothing is read.
 */
final class OrderedRows<L> implements Closeable {
  /** Makes of a row what it says. */
  interface Reading<L> {
    /**
     * @return what it says; empty if something of it was wrong, which is told
     */
    Optional<L> of(SheetRow row, RowKey key);
  }

  private final MigrationFile file;
  private final Sheet sheet;
  private final Faults<RowFault> faults;
  private final boolean ofUsers;
  private final Reading<L> reading;
  private @Nullable RowKey last;
  private Optional<Entry<L>> ahead = Optional.empty();
  private boolean disordered;

  /**
   * @param columns the columns that the file must have; those of users have one of that name
   */
  OrderedRows(
      MigrationFile file,
      Path path,
      Set<String> columns,
      Faults<RowFault> faults,
      Reading<L> reading)
      throws IOException {
    this.file = file;
    this.sheet =
        new Sheet(
            Files.newInputStream(path),
            columns,
            (line, column, what) -> faults.add(new RowFault(file, line, column, what)));
    this.faults = faults;
    this.ofUsers = columns.contains("user");
    this.reading = reading;
  }

  /** Looks at the first row. */
  void begin() throws IOException {
    ahead = read();
  }

  boolean usable() {
    return sheet.usable();
  }

  /** Whether what is behind was not read. */
  boolean disordered() {
    return disordered;
  }

  Optional<Entry<L>> ahead() {
    return ahead;
  }

  /** Takes the row that was looked at, and looks at the next. */
  Entry<L> take() throws IOException {
    Entry<L> taken = ahead.orElseThrow();
    ahead = read();
    return taken;
  }

  /** Tells of a row what only its neighbours show. */
  void fault(Entry<L> entry, String column, String what) {
    faults.add(new RowFault(file, entry.line(), column, what));
  }

  private Optional<Entry<L>> read() throws IOException {
    while (!disordered) {
      Optional<SheetRow> row = sheet.next();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      Optional<Entry<L>> entry = key(row.get()).flatMap(key -> inOrder(row.get(), key));
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  private Optional<RowKey> key(SheetRow row) {
    Optional<String> contract =
        row.read(
            "contract", "1 to 12 visible ASCII characters", text -> new ContractId(text).value());
    Optional<String> user =
        ofUsers
            ? row.read("user", "1 to 20 visible ASCII characters", text -> new UserId(text).value())
            : Optional.of("");
    return contract.flatMap(c -> user.map(u -> new RowKey(c, u)));
  }

  private Optional<Entry<L>> inOrder(SheetRow row, RowKey key) {
    int order = last == null ? -1 : last.compareTo(key);
    if (order > 0) {
      disordered = true;
      row.fault(
          "contract",
          "out of order, and nothing behind it was read; sort the rows by contract"
              + (ofUsers ? " and user" : "")
              + " with LC_ALL=C");
      return Optional.empty();
    }
    if (order == 0) {
      row.fault(ofUsers ? "user" : "contract", twice());
      return Optional.empty();
    }
    last = key;
    return Optional.of(new Entry<>(row.line(), key, reading.of(row, key)));
  }

  private String twice() {
    return switch (file) {
      case CONTRACTS -> "the same contract stands in the line before";
      case USERS -> "the same user stands in the line before";
      case TOKENS -> "a user has one live token, and the line before is another of this user";
    };
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
