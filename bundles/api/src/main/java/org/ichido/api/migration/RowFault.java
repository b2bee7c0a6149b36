package org.ichido.api.migration;

/**
 * What is wrong with a row. Never repeats a value: it may be personal.
 *
 * @param file the file
 * @param line the line, from 1 for the header
 * @param column the column; empty text if it is about the whole row
 * @param what what is wrong, and what is expected or to be done
 */
public record RowFault(MigrationFile file, long line, String column, String what) {
  @Override
  public String toString() {
    return "%s line %d%s: %s"
        .formatted(file, line, column.isEmpty() ? "" : ", column " + column, what);
  }
}
