package org.ichido.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes values to the parameters of a statement, one after the other. */
final class Columns {
  private final PreparedStatement statement;
  private int index;

  Columns(PreparedStatement statement) {
    this.statement = statement;
  }

  Columns text(String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  Columns text(Optional<String> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++index, Types.VARCHAR);
      return this;
    }
    return text(value.get());
  }

  Columns number(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  Columns number(Optional<Long> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++index, Types.BIGINT);
      return this;
    }
    return number(value.get());
  }

  Columns truth(boolean value) throws SQLException {
    statement.setBoolean(++index, value);
    return this;
  }

  Columns bytes(byte[] value) throws SQLException {
    statement.setBytes(++index, value);
    return this;
  }

  Columns bytes(Optional<byte[]> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++index, Types.VARBINARY);
      return this;
    }
    return bytes(value.get());
  }

  Columns day(Optional<LocalDate> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++index, Types.DATE);
      return this;
    }
    return day(value.get());
  }

  Columns day(LocalDate value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  Columns instant(Instant value) throws SQLException {
    statement.setObject(++index, value.atOffset(ZoneOffset.UTC));
    return this;
  }

  Columns instant(Optional<Instant> value) throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
      return this;
    }
    return instant(value.get());
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  /** Of a column that is never null. */
  static LocalDate dayOf(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** Of a column that is never null. */
  static Instant instantOf(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
