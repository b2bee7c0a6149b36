package org.ichido.store.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.jspecify.annotations.Nullable;

/** The table {@code hard_token}, over one connection. */
final class HardTokenTable {
  private static final String ALL =
      "SELECT id, bank, serial, algorithm, hash, digits, period_seconds, key_epoch, sealed_seed,"
          + " drift, battery_end, branch, state, contract, delivered, ver FROM hard_token";

  private static final String NOT_OVER =
      Stream.of(HardTokenState.values())
          .filter(HardTokenState::over)
          .map(Enum::name)
          .collect(joining("', '", " AND state NOT IN ('", "')"));

  private final Connection connection;

  HardTokenTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return those with one of the serials or ids, each once
   */
  Collection<HardTokenRow> find(Reads.Delivered wanted) throws SQLException {
    Map<TokenId, HardTokenRow> found = new LinkedHashMap<>();
    try (PreparedStatement bySerial =
        connection.prepareStatement(ALL + " WHERE serial = ? AND bank = ?")) {
      for (TokenSerial serial : wanted.serials()) {
        new Columns(bySerial).text(serial.value()).text(wanted.bank().value());
        rows(bySerial).forEach(row -> found.put(row.id(), row));
      }
    }
    try (PreparedStatement byId = connection.prepareStatement(ALL + " WHERE id = ?")) {
      for (TokenId id : wanted.ids()) {
        new Columns(byId).text(id.value());
        rows(byId).forEach(row -> found.put(row.id(), row));
      }
    }
    return found.values();
  }

  /**
   * @return what the query asks for; whose battery ends first comes first
   */
  List<HardTokenRow> find(StockQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder(ALL).append(" WHERE bank = ?");
    query.batteryBefore().ifPresent(day -> sql.append(" AND battery_end < ?" + NOT_OVER));
    query.branch().ifPresent(branch -> sql.append(" AND branch = ?"));
    query.state().ifPresent(state -> sql.append(" AND state = ?"));
    sql.append(" ORDER BY bank, battery_end, serial FETCH FIRST ? ROWS ONLY");
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      Columns columns = new Columns(select).text(query.bank().value());
      if (query.batteryBefore().isPresent()) {
        columns.day(query.batteryBefore().get());
      }
      if (query.branch().isPresent()) {
        columns.text(query.branch().get());
      }
      if (query.state().isPresent()) {
        columns.text(query.state().get().name());
      }
      columns.number(query.atMost());
      return rows(select);
    }
  }

  List<StockCount> count(BankId bank) throws SQLException {
    List<StockCount> counts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT branch, state, COUNT(*) FROM hard_token WHERE bank = ?"
                + " GROUP BY branch, state")) {
      new Columns(select).text(bank.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.add(
              new StockCount(
                  row.getString(1), HardTokenState.valueOf(row.getString(2)), row.getLong(3)));
        }
      }
    }
    counts.sort(StockCount.ORDER);
    return counts;
  }

  /** Says duplicate key if its id or its serial is there already. */
  void add(HardTokenRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO hard_token (key_epoch, sealed_seed, branch, state, contract, id, bank,"
                + " serial, algorithm, hash, digits, period_seconds, drift, battery_end, delivered,"
                + " ver) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      changing(insert, row)
          .text(row.id().value())
          .text(row.bank().value())
          .text(row.serial().value())
          .text(row.otp().algorithm())
          .text(row.otp().hash().name())
          .number(row.otp().digits())
          .number(row.otp().period().toSeconds())
          .number(row.drift())
          .day(row.batteryEnd())
          .instant(row.delivered())
          .number(row.version());
      insert.executeUpdate();
    }
  }

  /**
   * @return whether it was written: nobody else did since it was read
   */
  boolean update(HardTokenRow row) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE hard_token SET key_epoch = ?, sealed_seed = ?, branch = ?, state = ?,"
                + " contract = ?, ver = ver + 1 WHERE id = ? AND ver = ?")) {
      changing(update, row).text(row.id().value()).number(row.version());
      return update.executeUpdate() == 1;
    }
  }

  /** Nothing if it is not there, or over already. */
  void retire(TokenId id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE hard_token SET state = ?, key_epoch = NULL, sealed_seed = NULL, ver = ver + 1"
                + " WHERE id = ?"
                + NOT_OVER)) {
      new Columns(update).text(HardTokenState.REVOKED.name()).text(id.value());
      update.executeUpdate();
    }
  }

  private static Columns changing(PreparedStatement statement, HardTokenRow row)
      throws SQLException {
    return new Columns(statement)
        .number(row.seed().map(seed -> (long) seed.keyEpoch()))
        .bytes(row.seed().map(SealedSeed::bytes))
        .text(row.branch())
        .text(row.state().name())
        .text(row.contract().map(ContractId::value));
  }

  private static List<HardTokenRow> rows(PreparedStatement select) throws SQLException {
    List<HardTokenRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(new Fetched(row)));
      }
    }
    return rows;
  }

  private static HardTokenRow row(Fetched row) throws SQLException {
    return new HardTokenRow(
        new TokenId(row.text()),
        new BankId(row.text()),
        new TokenSerial(row.text()),
        new OtpParameters(
            row.text(),
            HashFunction.valueOf(row.text()),
            row.count(),
            Duration.ofSeconds(row.count())),
        seed(row.count(), row.bytes()),
        row.count(),
        row.day(),
        row.text(),
        HardTokenState.valueOf(row.text()),
        row.maybeText().map(ContractId::new),
        row.instant(),
        row.number());
  }

  private static Optional<SealedSeed> seed(int keyEpoch, byte @Nullable [] bytes) {
    return Optional.ofNullable(bytes).map(there -> new SealedSeed(keyEpoch, there));
  }
}
