package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.spi.store.BusinessDay;

/** The table {@code business_day}, over one connection. */
final class DayTable {
  private final Connection connection;

  DayTable(Connection connection) {
    this.connection = connection;
  }

  Optional<BusinessDay> find(BankId bank) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT business_date, opened, closed FROM business_day WHERE bank = ?")) {
      new Columns(select).text(bank.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new BusinessDay(
                    bank,
                    Columns.dayOf(row, "business_date"),
                    Columns.instantOf(row, "opened"),
                    Columns.instant(row, "closed")))
            : Optional.empty();
      }
    }
  }

  void put(BusinessDay day) throws SQLException {
    if (!written(
        "UPDATE business_day SET business_date = ?, opened = ?, closed = ? WHERE bank = ?", day)) {
      written(
          "INSERT INTO business_day (business_date, opened, closed, bank) VALUES (?, ?, ?, ?)",
          day);
    }
  }

  private boolean written(String sql, BusinessDay day) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      new Columns(statement)
          .day(day.date())
          .instant(day.opened())
          .instant(day.closed())
          .text(day.bank().value());
      return statement.executeUpdate() == 1;
    }
  }
}
