package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.Requester;
import org.ichido.api.UserId;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.StoredReply;

/** The table {@code parked_reply}, over one connection. */
final class ParkedTable {
  private final Connection connection;

  ParkedTable(Connection connection) {
    this.connection = connection;
  }

  List<ParkedRow> of(BankId bank, int atMost) throws SQLException {
    List<ParkedRow> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM parked_reply WHERE bank = ? ORDER BY number FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).text(bank.value()).number(atMost);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(parked(bank, row));
        }
      }
    }
    return found;
  }

  private static ParkedRow parked(BankId bank, ResultSet row) throws SQLException {
    Optional<ContractId> contract = Columns.text(row, "contract").map(ContractId::new);
    Optional<UserId> user = Columns.text(row, "user_id").map(UserId::new);
    return new ParkedRow(
        row.getLong("number"),
        bank,
        new Requester(row.getString("requester")),
        Columns.text(row, "request_id").map(RequestId::new),
        contract.flatMap(c -> user.map(u -> new Holder(bank, c, u))),
        row.getString("message_id"),
        row.getString("queue"),
        row.getString("correlation_id"),
        row.getBoolean("persistent"),
        row.getInt("priority"),
        Columns.instant(row, "expires"),
        row.getBoolean("as_text"),
        new StoredReply(row.getBytes("reply"), row.getInt("ccsid"), row.getInt("format")),
        row.getString("why"),
        Columns.instantOf(row, "parked"));
  }

  /**
   * Leaves the same reply to the same message as it is. The message id alone does not tell: a host
   * may give all its messages one id.
   */
  void park(ParkedRow row) throws SQLException {
    if (isParked(row)) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO parked_reply (bank, requester, request_id, contract, user_id, message_id,"
                + " queue, correlation_id, persistent, priority, expires, as_text, reply, ccsid,"
                + " format, why, parked)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .text(row.bank().value())
          .text(row.requester().value())
          .text(row.request().map(RequestId::value))
          .text(row.holder().map(Holder::contract).map(ContractId::value))
          .text(row.holder().map(Holder::user).map(UserId::value))
          .text(row.messageId())
          .text(row.queue())
          .text(row.correlationId())
          .truth(row.persistent())
          .number(row.priority())
          .instant(row.expires())
          .truth(row.text())
          .bytes(row.reply().bytes())
          .number(row.reply().ccsid())
          .number(row.reply().format())
          .text(row.why())
          .instant(row.at());
      insert.executeUpdate();
    }
  }

  private boolean isParked(ParkedRow parked) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT reply FROM parked_reply WHERE message_id = ? AND bank = ? AND requester = ?")) {
      new Columns(select)
          .text(parked.messageId())
          .text(parked.bank().value())
          .text(parked.requester().value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (Arrays.equals(row.getBytes("reply"), parked.reply().bytes())) {
            return true;
          }
        }
        return false;
      }
    }
  }

  void unpark(long number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM parked_reply WHERE number = ?")) {
      new Columns(delete).number(number);
      delete.executeUpdate();
    }
  }

  /** Forgets the oldest from before an instant. */
  void forget(Instant before, int atMost) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number FROM parked_reply WHERE parked < ?"
                + " ORDER BY parked FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).instant(before).number(atMost);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          numbers.add(row.getLong(1));
        }
      }
    }
    for (long number : numbers) {
      unpark(number);
    }
  }
}
