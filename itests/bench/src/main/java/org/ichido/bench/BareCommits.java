package org.ichido.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.CpuMeter;
import org.ichido.oath.Totp;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/**
 * The least that one durable verification costs with this database: the statements of the store on
 * the same tables, prepared once, one caller, one commit each; the same HMACs and hashes; no house
 * around it.
 */
final class BareCommits implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement known;
  private final PreparedStatement token;
  private final PreparedStatement users;
  private final PreparedStatement update;
  private final PreparedStatement remember;
  private final PreparedStatement append;
  private final SecretVault vault;
  private final OtpParameters otp;
  private final OtpAlgorithm totp = new Totp();
  private final List<Customer> customers;
  private final long first = new SteppingClock().step();
  private long ticket;
  private long seq;
  private byte[] hash = new byte[32];

  /**
   * @param directory of a house that is closed
   * @param vault of that house
   * @param customers of that house, who have presented no code yet
   */
  BareCommits(
      StoreDirectory directory, SecretVault vault, OtpParameters otp, List<Customer> customers)
      throws SQLException, IOException {
    this.vault = vault;
    this.otp = otp;
    this.customers = customers;
    connection = directory.connect();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    known =
        connection.prepareStatement(
            "SELECT fingerprint, reply, ccsid, format, judged FROM inbox"
                + " WHERE requester = ? AND request_id = ?");
    token =
        connection.prepareStatement(
            "SELECT t.* FROM token_user u JOIN token t ON t.id = u.token_id"
                + " WHERE u.bank = ? AND u.contract = ? AND u.user_id = ?"
                + " ORDER BY t.registered DESC, t.id");
    users =
        connection.prepareStatement(
            "SELECT user_id FROM token_user WHERE token_id = ? ORDER BY place");
    update =
        connection.prepareStatement(
            "UPDATE token SET state = ?, key_epoch = ?, sealed_seed = ?, last_factor = ?,"
                + " failures = ?, lock_since = ?, lock_until = ?, expires = ?, ver = ver + 1"
                + " WHERE id = ? AND ver = ? AND last_factor <= ?");
    remember =
        connection.prepareStatement(
            "INSERT INTO inbox (requester, request_id, fingerprint, reply, ccsid, format, judged)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
    append =
        connection.prepareStatement(
            "INSERT INTO audit (seq, writer, decided, event, bank, contract, user_id, token_id,"
                + " requester, request_id, actor_kind, actor_name, actor_branch, actor_approver,"
                + " actor_reason, actor_paper, cause, factor, detail, prev, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    try (PreparedStatement head = connection.prepareStatement("SELECT MAX(seq) FROM audit");
        ResultSet row = head.executeQuery()) {
      row.next();
      seq = row.getLong(1);
    }
  }

  Callers caller(String name) {
    return new Callers(name, 1, caller -> verifyOne(), CpuMeter.own());
  }

  private void verifyOne() throws Exception {
    long step = first + ticket / customers.size();
    Customer customer = customers.get((int) (ticket % customers.size()));
    String request = "bare-" + ticket++;
    byte[] fingerprint = vault.fingerprint(request.getBytes(StandardCharsets.UTF_8));
    known.setString(1, "bench");
    known.setString(2, request);
    try (ResultSet row = known.executeQuery()) {
      if (row.next()) {
        throw new IllegalStateException(request + " is known already");
      }
    }
    token.setString(1, customer.holder().bank().value());
    token.setString(2, customer.holder().contract().value());
    token.setString(3, customer.holder().user().value());
    try (ResultSet row = token.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException(customer.holder() + " has no token");
      }
      judge(row, customer, step);
      remember(request, fingerprint);
      append(row.getString("id"), customer, request, step);
    }
    connection.commit();
  }

  private void judge(ResultSet row, Customer customer, long step) throws SQLException {
    String id = row.getString("id");
    users.setString(1, id);
    try (ResultSet user = users.executeQuery()) {
      user.next();
    }
    SealedSeed sealed = new SealedSeed(row.getInt("key_epoch"), row.getBytes("sealed_seed"));
    FactorRange range = new FactorRange(step - 1, step + 1);
    try (Seed seed = vault.unseal(new TokenId(id), sealed);
        OneTimeCode code = OneTimeCode.of(customer.codeAt(step))) {
      if (!totp.matching(seed, otp, code, range).contains(step)) {
        throw new IllegalStateException("a right code was not found");
      }
    }
    update.setString(1, row.getString("state"));
    update.setInt(2, sealed.keyEpoch());
    update.setBytes(3, sealed.bytes());
    update.setLong(4, step);
    update.setInt(5, 0);
    for (int time = 6; time <= 8; time++) {
      update.setNull(time, Types.TIMESTAMP_WITH_TIMEZONE);
    }
    update.setString(9, id);
    update.setLong(10, row.getLong("ver"));
    update.setLong(11, step);
    if (update.executeUpdate() != 1) {
      throw new IllegalStateException("token " + id + " was not updated");
    }
  }

  private void remember(String request, byte[] fingerprint) throws SQLException {
    remember.setString(1, "bench");
    remember.setString(2, request);
    remember.setString(3, HexFormat.of().formatHex(fingerprint));
    remember.setBytes(4, "ACCEPTED 2026-11-22T00:00:00Z".getBytes(StandardCharsets.US_ASCII));
    remember.setInt(5, 0);
    remember.setInt(6, 1);
    remember.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
    remember.executeUpdate();
  }

  private void append(String id, Customer customer, String request, long step) throws Exception {
    byte[] prev = hash;
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(prev);
    hash = sha.digest((id + request + customer.holder() + step).getBytes(StandardCharsets.UTF_8));
    append.setLong(1, ++seq);
    append.setString(2, "1");
    append.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
    append.setString(4, "ACCEPTED");
    append.setString(5, customer.holder().bank().value());
    append.setString(6, customer.holder().contract().value());
    append.setString(7, customer.holder().user().value());
    append.setString(8, id);
    append.setString(9, "bench");
    append.setString(10, request);
    for (int column = 11; column <= 17; column++) {
      append.setNull(column, Types.VARCHAR);
    }
    append.setLong(18, step);
    append.setString(19, "");
    append.setBytes(20, prev);
    append.setBytes(21, hash);
    append.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    try (var shutdown = connection.createStatement()) {
      shutdown.execute("SHUTDOWN");
    }
  }
}
