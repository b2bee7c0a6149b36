package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.Drained;

/** The table {@code drained}, over one connection. */
final class DrainedTable {
  private final Connection connection;

  DrainedTable(Connection connection) {
    this.connection = connection;
  }

  List<Drained> all() throws SQLException {
    List<Drained> all = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT bank, since, administrator FROM drained ORDER BY bank");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Drained(
                new BankId(row.getString("bank")),
                Columns.instantOf(row, "since"),
                new Actor.Administrator(row.getString("administrator"))));
      }
    }
    return all;
  }

  /** Leaves a mark that is there as it is. */
  void mark(Drained mark) throws SQLException {
    if (all().stream().anyMatch(there -> there.bank().equals(mark.bank()))) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO drained (bank, since, administrator) VALUES (?, ?, ?)")) {
      new Columns(insert).text(mark.bank().value()).instant(mark.since()).text(mark.by().name());
      insert.executeUpdate();
    }
  }

  void unmark(BankId bank) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM drained WHERE bank = ?")) {
      new Columns(delete).text(bank.value());
      delete.executeUpdate();
    }
  }
}
