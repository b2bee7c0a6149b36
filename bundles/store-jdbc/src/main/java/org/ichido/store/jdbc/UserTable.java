package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Role;
import org.ichido.spi.store.UserRow;

/** The table {@code contract_user}, over one connection. */
final class UserTable {
  private final Connection connection;

  UserTable(Connection connection) {
    this.connection = connection;
  }

  Optional<UserRow> find(Holder holder) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM contract_user WHERE bank = ? AND contract = ? AND user_id = ?")) {
      key(new Columns(select), holder);
      return rows(select).stream().findFirst();
    }
  }

  /**
   * @return all users of the contract, by user id
   */
  List<UserRow> of(ContractKey contract) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM contract_user WHERE bank = ? AND contract = ? ORDER BY user_id")) {
      new Columns(select).text(contract.bank().value()).text(contract.contract().value());
      return rows(select);
    }
  }

  /** Says duplicate key if it is there already. */
  void add(UserRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO contract_user (user_role, added, removed, cool_down, downloads, bank,"
                + " contract, user_id, ver) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      key(changing(insert, row), row.holder()).number(row.version());
      insert.executeUpdate();
    }
  }

  /**
   * @return whether it was written: nobody else did since it was read
   */
  boolean update(UserRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE contract_user SET user_role = ?, added = ?, removed = ?, cool_down = ?,"
                + " downloads = ?, ver = ver + 1"
                + " WHERE bank = ? AND contract = ? AND user_id = ? AND ver = ?")) {
      key(changing(update, row), row.holder()).number(row.version());
      return update.executeUpdate() == 1;
    }
  }

  private static Columns changing(PreparedStatement statement, UserRow row) throws SQLException {
    return new Columns(statement)
        .text(row.role().name())
        .instant(row.added())
        .instant(row.removed())
        .instant(row.coolDown())
        .number(row.downloads());
  }

  private static Columns key(Columns columns, Holder holder) throws SQLException {
    return columns
        .text(holder.bank().value())
        .text(holder.contract().value())
        .text(holder.user().value());
  }

  private static List<UserRow> rows(PreparedStatement select) throws SQLException {
    List<UserRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new UserRow(
                new Holder(
                    new BankId(row.getString("bank")),
                    new ContractId(row.getString("contract")),
                    new UserId(row.getString("user_id"))),
                Role.valueOf(row.getString("user_role")),
                Columns.instantOf(row, "added"),
                Columns.instant(row, "removed"),
                Columns.instant(row, "cool_down"),
                row.getInt("downloads"),
                row.getLong("ver")));
      }
    }
    return rows;
  }
}
