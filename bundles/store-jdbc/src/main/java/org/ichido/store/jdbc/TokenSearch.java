package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;

/** Finds tokens, over one connection. */
final class TokenSearch {
  private static final String TOKENS =
      "SELECT " + TokenColumns.ALL + " FROM token t LEFT JOIN token_life l ON l.token_id = t.id";
  private static final String BY_LIFE =
      "SELECT " + TokenColumns.ALL + " FROM token_life l JOIN token t ON t.id = l.token_id";
  private static final String NEWEST_FIRST = " ORDER BY t.registered DESC, t.id";

  private static final Comparator<TokenRow> BY_REGISTRATION =
      Comparator.comparing((TokenRow token) -> token.bank().value())
          .thenComparing(token -> token.contract().value())
          .thenComparing(TokenRow::registered)
          .thenComparing(token -> token.id().value());

  private final Connection connection;
  private final LifeTable lives;

  TokenSearch(Connection connection, LifeTable lives) {
    this.connection = connection;
    this.lives = lives;
  }

  TokenSearch(Connection connection) {
    this(connection, new LifeTable(connection));
  }

  /**
   * @return the user's tokens, newest registration first
   */
  List<TokenRow> of(Holder holder) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + TokenColumns.ALL
                + " FROM token_user u JOIN token t ON t.id = u.token_id"
                + " LEFT JOIN token_life l ON l.token_id = t.id"
                + " WHERE u.bank = ? AND u.contract = ? AND u.user_id = ?"
                + NEWEST_FIRST)) {
      new Columns(select)
          .text(holder.bank().value())
          .text(holder.contract().value())
          .text(holder.user().value());
      return rows(select);
    }
  }

  /**
   * @return all tokens of the contract, newest registration first
   */
  List<TokenRow> of(ContractKey contract) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            TOKENS + " WHERE t.bank = ? AND t.contract = ?" + NEWEST_FIRST)) {
      new Columns(select).text(contract.bank().value()).text(contract.contract().value());
      Map<TokenId, List<UserId>> users = usersOf(contract);
      return rows(select, id -> users.getOrDefault(id, List.of()));
    }
  }

  /**
   * @return those of the devices that have a token
   */
  List<TokenRow> of(Collection<HardTokenRow> devices) throws SQLException {
    List<TokenRow> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TOKENS + " WHERE t.id = ?")) {
      for (HardTokenRow device : devices) {
        new Columns(select).text(device.id().value());
        found.addAll(rows(select));
      }
    }
    return found;
  }

  /** One statement for them all: a contract may have thousands of tokens. */
  private Map<TokenId, List<UserId>> usersOf(ContractKey contract) throws SQLException {
    Map<TokenId, List<UserId>> users = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT token_id, user_id FROM token_user WHERE bank = ? AND contract = ?"
                + " ORDER BY token_id, place")) {
      new Columns(select).text(contract.bank().value()).text(contract.contract().value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          users
              .computeIfAbsent(new TokenId(row.getString(1)), id -> new ArrayList<>())
              .add(new UserId(row.getString(2)));
        }
      }
    }
    return users;
  }

  Optional<TokenRow> of(Reads.Paired paired) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            BY_LIFE + " WHERE l.pair_service = ? AND l.pair_user = ? AND l.life_bank = ?")) {
      new Columns(select)
          .text(paired.pair().serviceId())
          .text(paired.pair().userId())
          .text(paired.bank().value());
      return rows(select).stream().findFirst();
    }
  }

  /**
   * @return the live tokens on the device, newest registration first
   */
  List<TokenRow> of(Reads.OnDevice device) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            BY_LIFE + " WHERE l.life_bank = ? AND l.device = ?" + NEWEST_FIRST)) {
      new Columns(select).text(device.bank().value()).text(device.id());
      return rows(select).stream().filter(token -> token.state().live()).toList();
    }
  }

  /**
   * @return what time alone has something to do with, the longest overdue first
   */
  List<TokenRow> overdue(BankId bank, Instant now, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            BY_LIFE
                + " WHERE l.life_bank = ? AND l.due <= ?"
                + " ORDER BY l.life_bank, l.due FETCH FIRST ? ROWS ONLY")) {
      new Columns(select).text(bank.value()).instant(now).number(atMost);
      return rows(select);
    }
  }

  /**
   * @return what the query asks for, by contract and then by registration
   */
  List<TokenRow> find(TokenQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder(TOKENS).append(" WHERE 1 = 1");
    List<String> values = new ArrayList<>();
    condition(sql, values, "id", query.id().map(TokenId::value));
    condition(sql, values, "bank", query.bank().map(BankId::value));
    condition(sql, values, "contract", query.contract().map(ContractId::value));
    // All columns of the index and no other, or HSQLDB would read and sort all the bank's tokens.
    sql.append(" ORDER BY t.bank, t.contract, t.registered FETCH FIRST ? ROWS ONLY");
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      Columns columns = new Columns(select);
      for (String value : values) {
        columns.text(value);
      }
      columns.number(query.atMost());
      return rows(select).stream().sorted(BY_REGISTRATION).toList();
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

  boolean holdsSealedSeeds() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id FROM token WHERE sealed_seed IS NOT NULL FETCH FIRST 1 ROWS ONLY")) {
      if (row.next()) {
        return true;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id FROM hard_token WHERE sealed_seed IS NOT NULL"
                    + " FETCH FIRST 1 ROWS ONLY")) {
      return row.next();
    }
  }

  private List<TokenRow> rows(PreparedStatement select) throws SQLException {
    return rows(select, this::users);
  }

  private List<TokenRow> rows(PreparedStatement select, TokenColumns.Users users)
      throws SQLException {
    List<TokenRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        TokenRow token = TokenColumns.read(new Fetched(row), users);
        lives.read(token);
        rows.add(token);
      }
    }
    return rows;
  }

  private List<UserId> users(TokenId token) throws SQLException {
    List<UserId> users = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT user_id FROM token_user WHERE token_id = ? ORDER BY place")) {
      new Columns(select).text(token.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          users.add(new UserId(row.getString(1)));
        }
      }
    }
    return users;
  }
}
