package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.Total;

/**
 * The table {@code record_mark}, over one connection. It is beside {@code inbox}, to which a column
 * cannot be added while a bank waits.
 */
final class MarkTable {
  private final Connection connection;

  MarkTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param row with the columns of the table, or with nulls
   */
  static Optional<RecordMark> read(ResultSet row) throws SQLException {
    Optional<String> bank = Columns.text(row, "bank");
    return bank.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RecordMark(
                new BankId(bank.get()),
                row.getString("source"),
                Columns.dayOf(row, "business_date"),
                row.getLong("serial_number"),
                row.getString("branch"),
                row.getString("record_type"),
                row.getString("response_code")));
  }

  void add(RequestKey key, RecordMark mark) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record_mark (requester, request_id, bank, source, business_date,"
                + " serial_number, branch, record_type, response_code)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .text(key.requester().value())
          .text(key.id().value())
          .text(mark.bank().value())
          .text(mark.source())
          .day(mark.businessDate())
          .number(mark.serialNumber())
          .text(mark.branch())
          .text(mark.recordType())
          .text(mark.responseCode());
      insert.executeUpdate();
    }
  }

  List<Total> totals(BankId bank, LocalDate day) throws SQLException {
    List<Total> totals = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT branch, record_type, response_code, COUNT(*) FROM record_mark"
                + " WHERE business_date = ? AND bank = ?"
                + " GROUP BY branch, record_type, response_code"
                + " ORDER BY branch, record_type, response_code")) {
      new Columns(select).day(day).text(bank.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          totals.add(
              new Total(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
        }
      }
    }
    return totals;
  }
}
