package org.ichido.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a row, one after the other. By name HSQLDB would look for each among all of
 * them, for every row that a verification reads.
 */
final class Fetched {
  private final ResultSet row;
  private int index;

  Fetched(ResultSet row) {
    this.row = row;
  }

  /** Passes over columns that say nothing. */
  void skip(int columns) {
    index += columns;
  }

  String text() throws SQLException {
    return row.getString(++index);
  }

  Optional<String> maybeText() throws SQLException {
    return Optional.ofNullable(row.getString(++index));
  }

  int count() throws SQLException {
    return row.getInt(++index);
  }

  long number() throws SQLException {
    return row.getLong(++index);
  }

  boolean truth() throws SQLException {
    return row.getBoolean(++index);
  }

  byte @Nullable [] bytes() throws SQLException {
    return row.getBytes(++index);
  }

  LocalDate day() throws SQLException {
    return row.getObject(++index, LocalDate.class);
  }

  Optional<LocalDate> maybeDay() throws SQLException {
    return Optional.ofNullable(row.getObject(++index, LocalDate.class));
  }

  Instant instant() throws SQLException {
    return row.getObject(++index, OffsetDateTime.class).toInstant();
  }

  Optional<Instant> maybeInstant() throws SQLException {
    return Optional.ofNullable(row.getObject(++index, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
