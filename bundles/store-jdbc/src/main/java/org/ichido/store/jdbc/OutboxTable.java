package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.spi.store.OutboxRow;

/**
 * The table {@code outbox}, over one connection. Each order names all columns of its index: HSQLDB
 * would read and sort everything otherwise, also columns that have one value.
 */
final class OutboxTable {
  private final Connection connection;
  private final SequenceTable sequences;

  OutboxTable(Connection connection) {
    this.connection = connection;
    this.sequences = new SequenceTable(connection);
  }

  /** Adds an entry and numbers it. Mails have no places among the events. */
  void add(OutboxRow row) throws SQLException {
    boolean event = row.kind() == OutboxRow.Kind.EVENT;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (number, bank, kind, told, contract, user_id, token_id,"
                + " contract_sequence, token_sequence, happened, detail, state, tries, not_before,"
                + " why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .number(sequences.nextOfAll())
          .text(row.bank().value())
          .text(row.kind().name())
          .text(row.type().name())
          .text(row.contract().value())
          .text(row.user().map(UserId::value))
          .text(row.token().map(TokenId::value))
          .number(event ? sequences.nextOfContract(row) : 0)
          .number(event ? sequences.nextOfToken(row) : 0)
          .instant(row.at())
          .text(row.detail())
          .text(row.state().name())
          .number(row.tries())
          .instant(row.notBefore())
          .text(row.why());
      insert.executeUpdate();
    }
  }

  /** Writes how an entry stands, if it is there. */
  void settle(OutboxRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE outbox SET state = ?, tries = ?, not_before = ?, why = ? WHERE number = ?")) {
      new Columns(update)
          .text(row.state().name())
          .number(row.tries())
          .instant(row.notBefore())
          .text(row.why())
          .number(row.number());
      update.executeUpdate();
    }
  }

  List<OutboxRow> waiting(BankId bank, OutboxRow.Kind kind, Instant now, int atMost)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM outbox WHERE bank = ? AND kind = ? AND state = ? AND not_before <= ?"
                + " ORDER BY bank, state, kind, number FETCH FIRST ? ROWS ONLY")) {
      new Columns(select)
          .text(bank.value())
          .text(kind.name())
          .text(OutboxRow.State.WAITING.name())
          .instant(now)
          .number(atMost);
      return rows(select);
    }
  }

  List<OutboxRow> events(BankId bank, long fromNumber, long toNumber, int atMost)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM outbox WHERE bank = ? AND kind = ? AND number >= ? AND number <= ?"
                + " ORDER BY kind, bank, number FETCH FIRST ? ROWS ONLY")) {
      new Columns(select)
          .text(bank.value())
          .text(OutboxRow.Kind.EVENT.name())
          .number(fromNumber)
          .number(toNumber)
          .number(atMost);
      return rows(select);
    }
  }

  /** Forgets the oldest that are settled and were to be tried last before an instant. */
  void forget(Instant before, int atMost) throws SQLException {
    forget(OutboxRow.State.SENT, before, atMost);
    forget(OutboxRow.State.FAILED, before, atMost);
  }

  private void forget(OutboxRow.State state, Instant before, int atMost) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number FROM outbox WHERE state = ? AND not_before < ?"
                + " ORDER BY state, not_before FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).text(state.name()).instant(before).number(atMost);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          numbers.add(row.getLong(1));
        }
      }
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE number = ?")) {
      for (long number : numbers) {
        new Columns(delete).number(number);
        delete.executeUpdate();
      }
    }
  }

  private static List<OutboxRow> rows(PreparedStatement select) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new OutboxRow(
                row.getLong("number"),
                new BankId(row.getString("bank")),
                OutboxRow.Kind.valueOf(row.getString("kind")),
                OutboxRow.Type.valueOf(row.getString("told")),
                new ContractId(row.getString("contract")),
                Columns.text(row, "user_id").map(UserId::new),
                Columns.text(row, "token_id").map(TokenId::new),
                row.getLong("contract_sequence"),
                row.getLong("token_sequence"),
                Columns.instantOf(row, "happened"),
                row.getString("detail"),
                OutboxRow.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Columns.instantOf(row, "not_before"),
                row.getString("why")));
      }
    }
    return rows;
  }
}
