package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;

/** The tables {@code token} and {@code token_user}, over one connection. */
final class TokenTable {
  private final Connection connection;

  TokenTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return the user's tokens, newest registration first
   */
  List<TokenRow> of(Holder holder) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT t.* FROM token_user u JOIN token t ON t.id = u.token_id"
                + " WHERE u.bank = ? AND u.contract = ? AND u.user_id = ?"
                + " ORDER BY t.registered DESC, t.id")) {
      new Columns(select)
          .text(holder.bank().value())
          .text(holder.contract().value())
          .text(holder.user().value());
      return rows(select);
    }
  }

  /**
   * @return what the query asks for, by contract and then by registration
   */
  List<TokenRow> find(TokenQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT t.* FROM token t WHERE 1 = 1");
    List<String> values = new ArrayList<>();
    condition(sql, values, "id", query.id().map(TokenId::value));
    condition(sql, values, "bank", query.bank().map(BankId::value));
    condition(sql, values, "contract", query.contract().map(ContractId::value));
    sql.append(" ORDER BY t.bank, t.contract, t.registered, t.id FETCH FIRST ? ROWS ONLY");
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      Columns columns = new Columns(select);
      for (String value : values) {
        columns.text(value);
      }
      columns.number(query.atMost());
      return rows(select);
    }
  }

  private static void condition(
      StringBuilder sql, List<String> values, String column, Optional<String> value) {
    value.ifPresent(
        present -> {
          sql.append(" AND t.").append(column).append(" = ?");
          values.add(present);
        });
  }

  boolean isEmpty() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM token FETCH FIRST 1 ROWS ONLY")) {
      return !row.next();
    }
  }

  /** Adds a token with its users. Says duplicate key if a user has an ACTIVE token already. */
  void add(TokenRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO token (id, bank, contract, kind, state, algorithm, hash, digits,"
                + " period_seconds, key_epoch, sealed_seed, last_factor, failures, lock_since,"
                + " lock_until, expires, registered, ver)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      new Columns(insert)
          .text(row.id().value())
          .text(row.bank().value())
          .text(row.contract().value())
          .text(row.kind().name())
          .text(row.state().name())
          .text(row.otp().algorithm())
          .text(row.otp().hash().name())
          .number(row.otp().digits())
          .number(row.otp().period().toSeconds())
          .number(row.seed().keyEpoch())
          .bytes(row.seed().bytes())
          .number(row.lastFactor())
          .number(row.failures())
          .instant(row.lock().map(Lock::since))
          .instant(row.lock().flatMap(Lock::end))
          .instant(row.expires())
          .instant(row.registered())
          .number(row.version());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO token_user (token_id, place, bank, contract, user_id, active)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      int place = 0;
      for (UserId user : row.users()) {
        new Columns(insert)
            .text(row.id().value())
            .number(place++)
            .text(row.bank().value())
            .text(row.contract().value())
            .text(user.value())
            .number(row.state() == TokenState.ACTIVE ? Optional.of(1L) : Optional.empty());
        insert.executeUpdate();
      }
    }
  }

  /**
   * Writes the changing columns, if nobody else did since the row was read and the factor does not
   * go back. The count of this one statement is what makes a code good once.
   *
   * @return whether it was written
   */
  boolean update(TokenRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE token SET state = ?, key_epoch = ?, sealed_seed = ?, last_factor = ?,"
                + " failures = ?, lock_since = ?, lock_until = ?, expires = ?, ver = ver + 1"
                + " WHERE id = ? AND ver = ? AND last_factor <= ?")) {
      new Columns(update)
          .text(row.state().name())
          .number(row.seed().keyEpoch())
          .bytes(row.seed().bytes())
          .number(row.lastFactor())
          .number(row.failures())
          .instant(row.lock().map(Lock::since))
          .instant(row.lock().flatMap(Lock::end))
          .instant(row.expires())
          .text(row.id().value())
          .number(row.version())
          .number(row.lastFactor());
      if (update.executeUpdate() != 1) {
        return false;
      }
    }
    if (row.state() != TokenState.ACTIVE) {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE token_user SET active = NULL WHERE token_id = ?")) {
        new Columns(update).text(row.id().value());
        update.executeUpdate();
      }
    }
    return true;
  }

  private List<TokenRow> rows(PreparedStatement select) throws SQLException {
    List<TokenRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(row, users(row.getString("id"))));
      }
    }
    return rows;
  }

  private List<UserId> users(String token) throws SQLException {
    List<UserId> users = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT user_id FROM token_user WHERE token_id = ? ORDER BY place")) {
      new Columns(select).text(token);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          users.add(new UserId(row.getString(1)));
        }
      }
    }
    return users;
  }

  private static TokenRow row(ResultSet row, List<UserId> users) throws SQLException {
    return new TokenRow(
        new TokenId(row.getString("id")),
        new BankId(row.getString("bank")),
        new ContractId(row.getString("contract")),
        users,
        TokenKind.valueOf(row.getString("kind")),
        TokenState.valueOf(row.getString("state")),
        new OtpParameters(
            row.getString("algorithm"),
            HashFunction.valueOf(row.getString("hash")),
            row.getInt("digits"),
            Duration.ofSeconds(row.getInt("period_seconds"))),
        new SealedSeed(row.getInt("key_epoch"), row.getBytes("sealed_seed")),
        row.getLong("last_factor"),
        row.getInt("failures"),
        lock(Columns.instant(row, "lock_since"), Columns.instant(row, "lock_until")),
        Columns.instant(row, "expires"),
        Columns.instantOf(row, "registered"),
        row.getLong("ver"));
  }

  private static Optional<Lock> lock(Optional<Instant> since, Optional<Instant> until) {
    return since.map(
        from ->
            until
                .<Lock>map(to -> new Lock.Until(from, to))
                .orElseGet(() -> new Lock.UntilUnlocked(from)));
  }
}
