package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.Reads;

/** The table {@code booking}, over one connection: what replies of core banking said. */
final class BookingTable {
  private static final String ALL =
      "SELECT bank, order_number, refund, business_date, booking, not_booked, yen, happened"
          + " FROM booking";

  private final Connection connection;

  BookingTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return what was said of an order, the first first
   */
  List<BookingRow> of(Reads.Ordered order) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            ALL + " WHERE order_number = ? AND bank = ? ORDER BY order_number, bank, place")) {
      new Columns(select).number(order.number().value()).text(order.bank().value());
      return rows(select);
    }
  }

  /**
   * @return what was said under a business date, by order, the first first
   */
  List<BookingRow> of(BankId bank, LocalDate date) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            ALL
                + " WHERE business_date = ? AND bank = ?"
                + " ORDER BY business_date, bank, order_number, place")) {
      new Columns(select).day(date).text(bank.value());
      return rows(select);
    }
  }

  /**
   * Keeps what was said, unless it was said before. Says duplicate key if somebody else said
   * something of the order meanwhile.
   */
  void add(BookingRow row) throws SQLException {
    List<BookingRow> said = of(new Reads.Ordered(row.bank(), row.order()));
    if (said.stream().anyMatch(before -> same(before, row))) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO booking (order_number, bank, place, refund, business_date, booking,"
                + " not_booked, yen, happened) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .number(row.order().value())
          .text(row.bank().value())
          .number(said.size())
          .truth(row.refund())
          .day(row.businessDate())
          .text(row.booking())
          .text(row.notBooked().map(Enum::name))
          .number(row.yen())
          .instant(row.at());
      insert.executeUpdate();
    }
  }

  private static boolean same(BookingRow before, BookingRow row) {
    return before.refund() == row.refund()
        && before.booking().equals(row.booking())
        && before.notBooked().equals(row.notBooked())
        && (row.booking().isEmpty() || before.yen() == row.yen());
  }

  private static List<BookingRow> rows(PreparedStatement select) throws SQLException {
    List<BookingRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(new Fetched(row)));
      }
    }
    return rows;
  }

  private static BookingRow row(Fetched row) throws SQLException {
    return new BookingRow(
        new BankId(row.text()),
        new OrderNumber(row.number()),
        row.truth(),
        row.day(),
        row.maybeText(),
        row.maybeText().map(NotBooked::valueOf),
        row.count(),
        row.instant());
  }
}
