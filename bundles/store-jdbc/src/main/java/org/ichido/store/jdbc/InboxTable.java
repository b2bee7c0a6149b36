package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.StoredReply;

/** The table {@code inbox}, over one connection. */
final class InboxTable {
  private final Connection connection;

  InboxTable(Connection connection) {
    this.connection = connection;
  }

  Optional<InboxRow> find(RequestKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT fingerprint, reply, ccsid, format, judged FROM inbox"
                + " WHERE requester = ? AND request_id = ?")) {
      new Columns(select).text(key.requester().value()).text(key.id().value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new InboxRow(
                key,
                new Fingerprint(row.getString("fingerprint")),
                new StoredReply(row.getBytes("reply"), row.getInt("ccsid"), row.getInt("format")),
                Columns.instantOf(row, "judged")));
      }
    }
  }

  /** Says duplicate key if the request is remembered already. */
  void add(InboxRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO inbox (requester, request_id, fingerprint, reply, ccsid, format, judged)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .text(row.key().requester().value())
          .text(row.key().id().value())
          .text(row.fingerprint().hex())
          .bytes(row.reply().bytes())
          .number(row.reply().ccsid())
          .number(row.reply().format())
          .instant(row.at());
      insert.executeUpdate();
    }
  }

  /**
   * @return when the oldest answer was given
   */
  Optional<Instant> oldest() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT judged FROM inbox ORDER BY judged FETCH FIRST 1 ROW ONLY");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Columns.instant(row, "judged") : Optional.empty();
    }
  }

  /**
   * Forgets the oldest answers from before an instant.
   *
   * @return how many
   */
  int forget(Instant before, int atMost) throws SQLException {
    List<String[]> keys = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT requester, request_id FROM inbox WHERE judged < ?"
                + " ORDER BY judged FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).instant(before).number(atMost);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(new String[] {row.getString(1), row.getString(2)});
        }
      }
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM inbox WHERE requester = ? AND request_id = ?")) {
      for (String[] key : keys) {
        new Columns(delete).text(key[0]).text(key[1]);
        delete.executeUpdate();
      }
    }
    return keys.size();
  }
}
