package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.TokenRow;

/** Writes the tables {@code token} and {@code token_user}, over one connection. */
final class TokenTable {
  private final Connection connection;
  private final LifeTable lives;

  TokenTable(Connection connection, LifeTable lives) {
    this.connection = connection;
    this.lives = lives;
  }

  /** Adds a token with its users. Says duplicate key if a user has a live token already. */
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
          .number(seed(row).map(of -> (long) of.keyEpoch()))
          .bytes(seed(row).map(SealedSeed::bytes))
          .number(row.lastFactor())
          .number(row.failures())
          .instant(row.lock().map(Lock::since))
          .instant(row.lock().flatMap(Lock::end))
          .instant(row.expires())
          .instant(row.registered())
          .number(row.version());
      insert.executeUpdate();
    }
    lives.add(row);
    addUsers(row);
  }

  private void addUsers(TokenRow row) throws SQLException {
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
            .number(row.state().live() ? Optional.of(1L) : Optional.empty());
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
          .number(seed(row).map(of -> (long) of.keyEpoch()))
          .bytes(seed(row).map(SealedSeed::bytes))
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
    lives.update(row);
    if (!row.state().live()) {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE token_user SET active = NULL WHERE token_id = ?")) {
        new Columns(update).text(row.id().value());
        update.executeUpdate();
      }
    }
    return true;
  }

  /**
   * Writes the changing columns as {@link #update} does, and the users. Says duplicate key if one
   * of them has another live token.
   *
   * @return whether it was written
   */
  boolean rebind(TokenRow row) throws SQLException {
    if (!update(row)) {
      return false;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM token_user WHERE token_id = ?")) {
      new Columns(delete).text(row.id().value());
      delete.executeUpdate();
    }
    addUsers(row);
    return true;
  }

  /** Of a token whose life is over none is kept, whatever the row says. */
  private static Optional<SealedSeed> seed(TokenRow row) {
    return row.state().live() ? row.seed() : Optional.empty();
  }
}
