package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.UserId;
import org.ichido.spi.store.ApprovalRow;

/** The table {@code approval}, over one connection. */
final class ApprovalTable {
  private final Connection connection;

  ApprovalTable(Connection connection) {
    this.connection = connection;
  }

  Optional<ApprovalRow> find(RequestKey asked) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM approval WHERE requester = ? AND request_id = ?")) {
      new Columns(select).text(asked.requester().value()).text(asked.id().value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(approval(asked, row)) : Optional.empty();
      }
    }
  }

  private static ApprovalRow approval(RequestKey asked, ResultSet row) throws SQLException {
    return new ApprovalRow(
        asked,
        new Holder(
            new BankId(row.getString("bank")),
            new ContractId(row.getString("contract")),
            new UserId(row.getString("user_id"))),
        ApprovalRow.Act.valueOf(row.getString("act")),
        new Actor.Operator(
            row.getString("operator_name"),
            Columns.text(row, "operator_branch"),
            Columns.text(row, "operator_approver"),
            Columns.text(row, "operator_reason"),
            Columns.text(row, "operator_paper")),
        Columns.instantOf(row, "asked"),
        Columns.instantOf(row, "lapses"),
        Columns.instant(row, "settled"),
        row.getLong("ver"));
  }

  /** Says duplicate key if it was asked for already. */
  void add(ApprovalRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO approval (bank, contract, user_id, act, operator_name, operator_branch,"
                + " operator_approver, operator_reason, operator_paper, asked, lapses, settled,"
                + " requester, request_id, ver)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      changing(insert, row);
      insert.executeUpdate();
    }
  }

  /**
   * @return whether it was written: nobody else did since it was read
   */
  boolean update(ApprovalRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE approval SET bank = ?, contract = ?, user_id = ?, act = ?, operator_name = ?,"
                + " operator_branch = ?, operator_approver = ?, operator_reason = ?,"
                + " operator_paper = ?, asked = ?, lapses = ?, settled = ?, ver = ver + 1"
                + " WHERE requester = ? AND request_id = ? AND ver = ?")) {
      changing(update, row);
      return update.executeUpdate() == 1;
    }
  }

  private static void changing(PreparedStatement statement, ApprovalRow row) throws SQLException {
    Actor.Operator operator = row.operator();
    new Columns(statement)
        .text(row.holder().bank().value())
        .text(row.holder().contract().value())
        .text(row.holder().user().value())
        .text(row.act().name())
        .text(operator.name())
        .text(operator.branch())
        .text(operator.approver())
        .text(operator.reason())
        .text(operator.paperNumber())
        .instant(row.at())
        .instant(row.until())
        .instant(row.settled())
        .text(row.asked().requester().value())
        .text(row.asked().id().value())
        .number(row.version());
  }

  /** Forgets those that could be given only before an instant, the oldest first. */
  void forget(Instant before, int atMost) throws SQLException {
    List<String[]> keys = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT requester, request_id FROM approval WHERE lapses < ?"
                + " ORDER BY lapses FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).instant(before).number(atMost);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(new String[] {row.getString(1), row.getString(2)});
        }
      }
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM approval WHERE requester = ? AND request_id = ?")) {
      for (String[] key : keys) {
        new Columns(delete).text(key[0]).text(key[1]);
        delete.executeUpdate();
      }
    }
  }
}
