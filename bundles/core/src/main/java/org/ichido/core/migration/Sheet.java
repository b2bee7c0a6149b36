package org.ichido.core.migration;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;

/**
 * A file with a header line that names exactly the columns of its kind, in any order. A file with
 * another header has no rows.
 */
final class Sheet implements Closeable {
  private final MigrationFile file;
  private final CsvReader reader;
  private final Faults faults;
  private final List<String> header;
  private final boolean usable;

  /**
   * @param columns the columns that it must have
   * @param faults is told what is wrong
   */
  Sheet(MigrationFile file, Path path, Set<String> columns, Faults faults) throws IOException {
    this.file = file;
    this.faults = faults;
    this.reader = new CsvReader(path);
    CsvLine first = reader.next().orElseGet(() -> CsvLine.wrong(1, "the file is empty"));
    long before = faults.count();
    first.wrong().ifPresent(why -> fault(1, "", why + "; line 1 names the columns"));
    this.header = first.fields();
    if (first.wrong().isEmpty()) {
      compare(columns);
    }
    this.usable = faults.count() == before;
  }

  private void compare(Set<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!columns.contains(name)) {
        fault(1, "", "column %d has an unknown name".formatted(seen.size() + 1));
      } else if (seen.contains(name)) {
        fault(1, name, "named twice");
      }
      seen.add(name);
    }
    columns.stream()
        .sorted()
        .filter(name -> !seen.contains(name))
        .forEach(name -> fault(1, name, "missing"));
  }

  boolean usable() {
    return usable;
  }

  /**
   * @return the next row that is one; empty at the end
   */
  Optional<SheetRow> next() throws IOException {
    if (!usable) {
      return Optional.empty();
    }
    while (true) {
      Optional<CsvLine> line = reader.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Optional<SheetRow> row = row(line.get());
      if (row.isPresent()) {
        return row;
      }
    }
  }

  private Optional<SheetRow> row(CsvLine line) {
    if (line.wrong().isPresent()) {
      fault(line.number(), "", line.wrong().get());
      return Optional.empty();
    }
    if (line.fields().size() != header.size()) {
      fault(
          line.number(),
          "",
          "%d fields, but the header names %d".formatted(line.fields().size(), header.size()));
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), line.fields().get(i));
    }
    return Optional.of(new SheetRow(file, line.number(), values, faults));
  }

  private void fault(long line, String column, String what) {
    faults.add(new RowFault(file, line, column, what));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
