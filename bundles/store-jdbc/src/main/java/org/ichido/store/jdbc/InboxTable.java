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
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.StoredReply;

/** The table {@code inbox} with the marks beside it, over one connection. */
final class InboxTable {
  private final Connection connection;
  private final MarkTable marks;

  InboxTable(Connection connection) {
    this.connection = connection;
    this.marks = new MarkTable(connection);
  }

  Optional<InboxRow> find(RequestKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT i.*, m.* FROM inbox i LEFT JOIN record_mark m"
                + " ON m.requester = i.requester AND m.request_id = i.request_id"
                + " WHERE i.requester = ? AND i.request_id = ?")) {
      new Columns(select).text(key.requester().value()).text(key.id().value());
      return first(select);
    }
  }

  /**
   * @return the request that a record was; of several the one judged last
   */
  Optional<InboxRow> find(
      Requester requester, String source, LocalDate businessDate, long serialNumber)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT i.*, m.* FROM record_mark m JOIN inbox i"
                + " ON i.requester = m.requester AND i.request_id = m.request_id"
                + " WHERE m.business_date = ? AND m.requester = ? AND m.source = ?"
                + " AND m.serial_number = ? ORDER BY i.judged DESC FETCH FIRST 1 ROWS ONLY")) {
      new Columns(select)
          .day(businessDate)
          .text(requester.value())
          .text(source)
          .number(serialNumber);
      return first(select);
    }
  }

  private static Optional<InboxRow> first(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new InboxRow(
              new RequestKey(
                  new Requester(row.getString("requester")),
                  new RequestId(row.getString("request_id"))),
              new Fingerprint(row.getString("fingerprint")),
              new StoredReply(row.getBytes("reply"), row.getInt("ccsid"), row.getInt("format")),
              Columns.instantOf(row, "judged"),
              MarkTable.read(row)));
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
    if (row.mark().isPresent()) {
      marks.add(row.key(), row.mark().get());
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
    delete("DELETE FROM inbox WHERE requester = ? AND request_id = ?", keys);
    delete("DELETE FROM record_mark WHERE requester = ? AND request_id = ?", keys);
    return keys.size();
  }

  private void delete(String sql, List<String[]> keys) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      for (String[] key : keys) {
        new Columns(delete).text(key[0]).text(key[1]);
        delete.executeUpdate();
      }
    }
  }
}
