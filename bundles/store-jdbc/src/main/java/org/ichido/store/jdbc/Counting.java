package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ichido.api.BankId;
import org.ichido.api.TokenState;
import org.ichido.api.contract.BranchCount;

/**
 * Counts what a bank has, over one connection. In one statement: the engine reads committed rows,
 * so that only what one statement sees is of one moment.
 */
final class Counting {
  private static final String OPEN = "OPEN";
  private static final String CLOSED = "CLOSED";
  private static final String USERS = "USERS";

  private static final String ALL =
      "SELECT branch, CASE WHEN closed IS NULL THEN 'OPEN' ELSE 'CLOSED' END, COUNT(*)"
          + " FROM contract WHERE bank = ?"
          + " GROUP BY branch, CASE WHEN closed IS NULL THEN 'OPEN' ELSE 'CLOSED' END"
          + " UNION ALL"
          + " SELECT c.branch, 'USERS', COUNT(*) FROM contract_user u"
          + " JOIN contract c ON c.contract = u.contract AND c.bank = u.bank"
          + " WHERE u.bank = ? AND u.removed IS NULL AND c.closed IS NULL GROUP BY c.branch"
          + " UNION ALL"
          + " SELECT COALESCE(c.branch, ''), t.state, COUNT(*) FROM token t"
          + " LEFT JOIN contract c ON c.contract = t.contract AND c.bank = t.bank"
          + " WHERE t.bank = ? AND t.state IN ('ISSUED', 'INITIALISED', 'ACTIVE')"
          + " GROUP BY COALESCE(c.branch, ''), t.state";

  private final Connection connection;

  Counting(Connection connection) {
    this.connection = connection;
  }

  List<BranchCount> of(BankId bank) throws SQLException {
    Map<String, Map<String, Long>> branches = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALL)) {
      new Columns(select).text(bank.value()).text(bank.value()).text(bank.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          branches
              .computeIfAbsent(row.getString(1), branch -> new TreeMap<>())
              .put(row.getString(2).strip(), row.getLong(3));
        }
      }
    }
    return branches.entrySet().stream().map(of -> count(of.getKey(), of.getValue())).toList();
  }

  private static BranchCount count(String branch, Map<String, Long> numbers) {
    return new BranchCount(
        branch,
        numbers.getOrDefault(OPEN, 0L),
        numbers.getOrDefault(CLOSED, 0L),
        numbers.getOrDefault(USERS, 0L),
        numbers.getOrDefault(TokenState.ISSUED.name(), 0L),
        numbers.getOrDefault(TokenState.INITIALISED.name(), 0L),
        numbers.getOrDefault(TokenState.ACTIVE.name(), 0L));
  }
}
