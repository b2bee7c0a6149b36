package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.spi.store.OutboxRow;

/**
 * The table {@code event_sequence}, over one connection: counts on by one, and is rolled back with
 * whoever counted.
 */
final class SequenceTable {
  private static final String ALL = "";

  private final Connection connection;

  SequenceTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return the next number of all entries
   */
  long nextOfAll() throws SQLException {
    return next(ALL, ALL, ALL);
  }

  /**
   * @return the next place among the events of the entry's contract
   */
  long nextOfContract(OutboxRow row) throws SQLException {
    return next(row.bank().value(), row.contract().value(), ALL);
  }

  /**
   * @return the next place among the events of the entry's token; 0 if it is about none
   */
  long nextOfToken(OutboxRow row) throws SQLException {
    Optional<String> token = row.token().map(TokenId::value);
    return token.isPresent() ? next(row.bank().value(), row.contract().value(), token.get()) : 0;
  }

  private long next(String bank, String contract, String token) throws SQLException {
    // Raised first and read then: whoever else counts here waits for this transaction's end.
    if (!counted(
        "UPDATE event_sequence SET last_number = last_number + 1"
            + " WHERE bank = ? AND contract = ? AND token_id = ?",
        bank,
        contract,
        token)) {
      counted(
          "INSERT INTO event_sequence (bank, contract, token_id, last_number) VALUES (?, ?, ?, 1)",
          bank,
          contract,
          token);
      return 1;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT last_number FROM event_sequence"
                + " WHERE bank = ? AND contract = ? AND token_id = ?")) {
      new Columns(select).text(bank).text(contract).text(token);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private boolean counted(String sql, String bank, String contract, String token)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      new Columns(statement).text(bank).text(contract).text(token);
      return statement.executeUpdate() == 1;
    }
  }
}
