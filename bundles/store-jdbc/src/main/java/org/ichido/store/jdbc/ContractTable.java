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
import org.ichido.api.ContractId;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.spi.store.ContractRow;

/** The table {@code contract}, over one connection. */
final class ContractTable {
  private final Connection connection;

  ContractTable(Connection connection) {
    this.connection = connection;
  }

  Optional<ContractRow> find(ContractKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM contract WHERE bank = ? AND contract = ?")) {
      new Columns(select).text(key.bank().value()).text(key.contract().value());
      return rows(select).stream().findFirst();
    }
  }

  /**
   * @return the contracts whose coming method holds by then, the longest due first
   */
  List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM contract WHERE bank = ? AND coming_from <= ?"
                + " ORDER BY bank, coming_from, contract FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).text(bank.value()).day(today).number(atMost);
      return rows(select);
    }
  }

  /**
   * @return the bank's contracts behind that one, by id. Were the bank compared plainly, HSQLDB
   *     would take the index that begins with it, and read and sort all its contracts for every
   *     page
   */
  List<ContractRow> after(BankId bank, Optional<ContractId> last, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM contract WHERE contract > ? AND COALESCE(bank, '') = ?"
                + " ORDER BY contract, bank FETCH FIRST ? ROWS ONLY")) {
      new Columns(select)
          .text(last.map(ContractId::value).orElse(""))
          .text(bank.value())
          .number(atMost);
      return rows(select);
    }
  }

  /** Says duplicate key if it is there already. */
  void add(ContractRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO contract (branch, cif, opened, closed, otp_method, coming_method,"
                + " coming_from, account_branch, account_type, account_number, account_name, bank,"
                + " contract, ver) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      changing(insert, row)
          .text(row.key().bank().value())
          .text(row.key().contract().value())
          .number(row.version());
      insert.executeUpdate();
    }
  }

  /**
   * @return whether it was written: nobody else did since it was read
   */
  boolean update(ContractRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE contract SET branch = ?, cif = ?, opened = ?, closed = ?, otp_method = ?,"
                + " coming_method = ?, coming_from = ?, account_branch = ?, account_type = ?,"
                + " account_number = ?, account_name = ?, ver = ver + 1"
                + " WHERE bank = ? AND contract = ? AND ver = ?")) {
      changing(update, row)
          .text(row.key().bank().value())
          .text(row.key().contract().value())
          .number(row.version());
      return update.executeUpdate() == 1;
    }
  }

  private static Columns changing(PreparedStatement statement, ContractRow row)
      throws SQLException {
    return new Columns(statement)
        .text(row.branch())
        .text(row.cif())
        .day(row.opened())
        .day(row.closed())
        .text(row.method().name())
        .text(row.change().map(MethodChange::method).map(Enum::name))
        .day(row.change().map(MethodChange::effective))
        .text(row.account().map(Account::branch))
        .text(row.account().map(Account::type))
        .text(row.account().map(Account::number))
        .text(row.account().map(Account::kanaName));
  }

  private static List<ContractRow> rows(PreparedStatement select) throws SQLException {
    List<ContractRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(contract(row));
      }
    }
    return rows;
  }

  private static ContractRow contract(ResultSet row) throws SQLException {
    Optional<Method> coming = Columns.text(row, "coming_method").map(Method::valueOf);
    Optional<LocalDate> from = Columns.day(row, "coming_from");
    return new ContractRow(
        new ContractKey(
            new BankId(row.getString("bank")), new ContractId(row.getString("contract"))),
        row.getString("branch"),
        Columns.text(row, "cif"),
        Columns.dayOf(row, "opened"),
        Columns.day(row, "closed"),
        Method.valueOf(row.getString("otp_method")),
        coming.flatMap(method -> from.map(day -> new MethodChange(method, day))),
        account(row),
        row.getLong("ver"));
  }

  private static Optional<Account> account(ResultSet row) throws SQLException {
    Optional<String> branch = Columns.text(row, "account_branch");
    return branch.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Account(
                branch.get(),
                row.getString("account_type"),
                row.getString("account_number"),
                row.getString("account_name")));
  }
}
