package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ichido.api.BankId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;

/**
 * The table {@code token_order}, over one connection. Each order names all columns of its index, as
 * in {@link OutboxTable}.
 */
final class OrderTable {
  private static final String ALL =
      "SELECT " + OrderColumns.FIXED + ", " + OrderColumns.CHANGING + ", ver FROM token_order";

  private static final String OF_CONTRACT = ALL + " WHERE contract = ? AND bank = ?";
  private static final String OF_BANK = ALL + " WHERE bank = ?";
  private static final String UNSETTLED = ALL + " WHERE unsettled_bank = ?";
  private static final String SOME = " FETCH FIRST ? ROWS ONLY";
  private static final String BY_UNSETTLED = " ORDER BY unsettled_bank, number" + SOME;
  private static final String BY_CONTRACT = " ORDER BY contract, bank, number" + SOME;

  private final Connection connection;

  OrderTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return all orders of the contract, by number
   */
  List<OrderRow> of(ContractKey contract) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(OF_CONTRACT + " ORDER BY contract, bank, number")) {
      contract(select, contract);
      return rows(select);
    }
  }

  Optional<OrderRow> find(Reads.Ordered wanted) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF_BANK + " AND number = ?")) {
      new Columns(select).text(wanted.bank().value()).number(wanted.number().value());
      return rows(select).stream().findFirst();
    }
  }

  /**
   * @return the bank's order of the greatest number
   */
  Optional<OrderRow> last(BankId bank) throws SQLException {
    return some(OF_BANK + " ORDER BY bank DESC, number DESC" + SOME, bank, 1).stream().findFirst();
  }

  /**
   * @return what the query asks for, by number
   */
  List<OrderRow> find(OrderQuery query) throws SQLException {
    if (query.contract().isPresent()) {
      String unsettled = query.unsettled() ? " AND unsettled_bank IS NOT NULL" : "";
      try (PreparedStatement select =
          connection.prepareStatement(OF_CONTRACT + unsettled + BY_CONTRACT)) {
        contract(select, new ContractKey(query.bank(), query.contract().get()))
            .number(query.atMost());
        return rows(select);
      }
    }
    return some(
        query.unsettled() ? UNSETTLED + BY_UNSETTLED : OF_BANK + " ORDER BY bank, number" + SOME,
        query.bank(),
        query.atMost());
  }

  /**
   * @return those that wait until business opens, by number
   */
  List<OrderRow> queued(BankId bank, int atMost) throws SQLException {
    return some(
        UNSETTLED + " AND (debit_state = 'QUEUED' OR refund_state = 'QUEUED')" + BY_UNSETTLED,
        bank,
        atMost);
  }

  /**
   * @return those of which something is to be sent or noted, the longest due first
   */
  List<OrderRow> due(BankId bank, Instant now, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            ALL + " WHERE due_bank = ? AND due <= ? ORDER BY due_bank, due, number" + SOME)) {
      new Columns(select).text(bank.value()).instant(now).number(atMost);
      return rows(select);
    }
  }

  /**
   * @return those with a debit or a refund of that business date, by number
   */
  List<OrderRow> feesOf(BankId bank, LocalDate date) throws SQLException {
    TreeMap<OrderNumber, OrderRow> found = new TreeMap<>();
    for (String column : List.of("debit_date", "refund_date")) {
      try (PreparedStatement select =
          connection.prepareStatement(ALL + " WHERE " + column + " = ? AND bank = ?")) {
        new Columns(select).day(date).text(bank.value());
        rows(select).forEach(row -> found.put(row.number(), row));
      }
    }
    return List.copyOf(found.values());
  }

  /** Says duplicate key if its number is there, or an order that is not over has its device. */
  void add(OrderRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO token_order ("
                + String.join(", ", OrderColumns.FIXED, OrderColumns.CHANGING, OrderColumns.DERIVED)
                + ", ver) VALUES (?"
                + ", ?".repeat(37)
                + ")")) {
      Columns columns = OrderColumns.fixed(new Columns(insert), row);
      OrderColumns.changing(columns, row).number(row.version());
      insert.executeUpdate();
    }
  }

  /**
   * @return whether it was written: nobody else did since it was read
   */
  boolean update(OrderRow row) throws SQLException {
    String changing = OrderColumns.CHANGING + ", " + OrderColumns.DERIVED;
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE token_order SET "
                + changing.replace(",", " = ?,")
                + " = ?, ver = ver + 1 WHERE bank = ? AND number = ? AND ver = ?")) {
      OrderColumns.changing(new Columns(update), row)
          .text(row.contract().bank().value())
          .number(row.number().value())
          .number(row.version());
      return update.executeUpdate() == 1;
    }
  }

  private static Columns contract(PreparedStatement select, ContractKey contract)
      throws SQLException {
    return new Columns(select).text(contract.contract().value()).text(contract.bank().value());
  }

  private List<OrderRow> some(String sql, BankId bank, int atMost) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      new Columns(select).text(bank.value()).number(atMost);
      return rows(select);
    }
  }

  private static List<OrderRow> rows(PreparedStatement select) throws SQLException {
    List<OrderRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(OrderColumns.read(new Fetched(row)));
      }
    }
    return rows;
  }
}
