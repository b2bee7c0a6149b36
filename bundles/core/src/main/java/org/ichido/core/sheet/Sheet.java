package org.ichido.core.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a header line that names exactly the columns of its kind, in any order. A file with
 * another header has no rows.
 */
public final class Sheet implements Closeable {
  private final CsvReader reader;
  private final RowFaults faults;
  private final List<String> header;
  private final boolean usable;

  /**
   * @param in its bytes; closed with the sheet
   * @param columns the columns that it must have
   * @param faults is told what is wrong
   */
  public Sheet(InputStream in, Set<String> columns, RowFaults faults) throws IOException {
    this.faults = faults;
    this.reader = new CsvReader(in);
    CsvLine first = reader.next().orElseGet(() -> CsvLine.wrong(1, "the file is empty"));
    first.wrong().ifPresent(why -> fault(1, "", why + "; line 1 names the columns"));
    this.header = first.fields();
    this.usable = first.wrong().isEmpty() && compare(columns);
  }

  /** Whether the header names these columns and no others. */
  private boolean compare(Set<String> columns) {
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
    return seen.equals(columns) && header.size() == columns.size();
  }

  /**
   * @return whether its header is as it must be
   */
  public boolean usable() {
    return usable;
  }

  /**
   * @return the next row that is one; empty at the end
   */
  public Optional<SheetRow> next() throws IOException {
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
    return Optional.of(new SheetRow(line.number(), values, faults));
  }

  private void fault(long line, String column, String what) {
    faults.add(line, column, what);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
