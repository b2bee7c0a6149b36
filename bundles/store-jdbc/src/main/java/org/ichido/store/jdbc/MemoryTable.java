package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** The table {@code memory}, over one connection: since when nothing is forgotten. */
final class MemoryTable {
  private final Connection connection;

  MemoryTable(Connection connection) {
    this.connection = connection;
  }

  Instant begins() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(begins) AS begins FROM memory")) {
      row.next();
      return Columns.instant(row, "begins").orElse(Instant.EPOCH);
    }
  }

  /** Adds a beginning; earlier ones stay, so that a mistake does not bring back an older one. */
  void begin(Instant at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO memory (begins) VALUES (?)")) {
      new Columns(insert).instant(at);
      insert.executeUpdate();
    }
  }
}
