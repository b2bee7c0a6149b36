package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;

/** The table {@code audit}, over one connection. Rows are added and never changed. */
final class AuditTable {
  private final Connection connection;

  AuditTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return where the chain ends
   */
  AuditChain head() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT seq, hash FROM audit ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY")) {
      return row.next()
          ? new AuditChain(row.getLong(1), Hash.of(row.getBytes(2)))
          : AuditChain.EMPTY;
    }
  }

  /**
   * @return where the chain stood after an entry; empty if there is none of that number
   */
  Optional<AuditChain> at(long seq) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT hash FROM audit WHERE seq = ?")) {
      new Columns(select).number(seq);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new AuditChain(seq, Hash.of(row.getBytes(1))))
            : Optional.empty();
      }
    }
  }

  void append(AuditLink link) throws SQLException {
    AuditEntry entry = link.entry();
    ActorColumns actor = ActorColumns.of(entry.actor());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO audit (seq, writer, decided, event, bank, contract, user_id, token_id,"
                + " requester, request_id, actor_kind, actor_name, actor_branch, actor_approver,"
                + " actor_reason, actor_paper, cause, factor, detail, prev, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .number(link.seq())
          .text(link.writer())
          .instant(entry.at())
          .text(entry.event().name())
          .text(entry.bank().value())
          .text(entry.contract().map(ContractId::value))
          .text(entry.user().map(UserId::value))
          .text(entry.token().map(TokenId::value))
          .text(entry.request().map(RequestKey::requester).map(Requester::value))
          .text(entry.request().map(RequestKey::id).map(RequestId::value))
          .text(actor.kind())
          .text(actor.name())
          .text(actor.branch())
          .text(actor.approver())
          .text(actor.reason())
          .text(actor.paperNumber())
          .text(entry.cause().map(Enum::name))
          .number(entry.factor())
          .text(entry.detail())
          .bytes(link.prev().bytes())
          .bytes(link.hash().bytes());
      insert.executeUpdate();
    }
  }

  /**
   * @return the user's newest entries, newest first
   */
  List<AuditEntry> newest(Holder holder, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM audit WHERE bank = ? AND contract = ? AND user_id = ?"
                + " ORDER BY seq DESC FETCH FIRST ? ROWS ONLY")) {
      new Columns(select)
          .text(holder.bank().value())
          .text(holder.contract().value())
          .text(holder.user().value())
          .number(atMost);
      return links(select).stream().map(AuditLink::entry).toList();
    }
  }

  /**
   * @return the entries after a number, oldest first
   * @throws IllegalArgumentException if one of them was edited into something that is no entry
   */
  List<AuditLink> after(long seq, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM audit WHERE seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).number(seq).number(atMost);
      return links(select);
    }
  }

  private static List<AuditLink> links(PreparedStatement select) throws SQLException {
    List<AuditLink> links = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        links.add(
            new AuditLink(
                row.getLong("seq"),
                row.getString("writer"),
                Hash.of(row.getBytes("prev")),
                entry(row),
                Hash.of(row.getBytes("hash"))));
      }
    }
    return links;
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    ActorColumns actor =
        new ActorColumns(
            Columns.text(row, "actor_kind"),
            Columns.text(row, "actor_name"),
            Columns.text(row, "actor_branch"),
            Columns.text(row, "actor_approver"),
            Columns.text(row, "actor_reason"),
            Columns.text(row, "actor_paper"));
    Optional<Requester> requester = Columns.text(row, "requester").map(Requester::new);
    Optional<RequestId> id = Columns.text(row, "request_id").map(RequestId::new);
    if (requester.isPresent() != id.isPresent()) {
      throw new IllegalArgumentException("half a request key");
    }
    long factor = row.getLong("factor");
    Optional<Long> maybe = row.wasNull() ? Optional.empty() : Optional.of(factor);
    return new AuditEntry(
        Columns.instantOf(row, "decided"),
        AuditEvent.valueOf(row.getString("event")),
        new BankId(row.getString("bank")),
        Columns.text(row, "contract").map(ContractId::new),
        Columns.text(row, "user_id").map(UserId::new),
        Columns.text(row, "token_id").map(TokenId::new),
        requester.flatMap(asker -> id.map(value -> new RequestKey(asker, value))),
        actor.actor(),
        Columns.text(row, "cause").map(Cause::valueOf),
        maybe,
        row.getString("detail"));
  }
}
