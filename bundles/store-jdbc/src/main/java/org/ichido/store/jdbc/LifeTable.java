package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;

/**
 * The table {@code token_life}, over one connection. It is apart from {@code token} so that a
 * verification, which changes no more than a factor and a count, rewrites none of its indexes.
 */
final class LifeTable {
  private final Connection connection;
  private final Map<TokenId, Seen> seen = new HashMap<>();

  /** What a version of a token had; the version changes with everything else. */
  private record Seen(long version, Life life) {}

  LifeTable(Connection connection) {
    this.connection = connection;
  }

  /** Remembers what a token has, as it was read in this transaction. */
  void read(TokenRow row) {
    seen.put(row.id(), new Seen(row.version(), Life.of(row)));
  }

  /** Adds what a new token has. Says duplicate key if another token has its pair. */
  void add(TokenRow row) throws SQLException {
    Life life = Life.of(row);
    if (!life.equals(Life.NONE)) {
      insert(row, life);
    }
  }

  /** Writes what a token has from now on, unless it is what it had. */
  void update(TokenRow row) throws SQLException {
    Life life = Life.of(row);
    if (!new Seen(row.version(), life).equals(seen.get(row.id())) && !replace(row, life)) {
      insert(row, life);
    }
  }

  private void insert(TokenRow row, Life life) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO token_life (drift, suspended, suspended_why, expiry_told, due,"
                + " pair_service, pair_user, mail, mail_state, password_hmac, tries, deadline,"
                + " consented, consented_terms, device, device_class, display_name, confirmed,"
                + " token_id, life_bank)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      changing(insert, life).text(row.id().value()).text(row.bank().value());
      insert.executeUpdate();
    }
  }

  private boolean replace(TokenRow row, Life life) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE token_life SET drift = ?, suspended = ?, suspended_why = ?, expiry_told = ?,"
                + " due = ?, pair_service = ?, pair_user = ?, mail = ?, mail_state = ?,"
                + " password_hmac = ?, tries = ?, deadline = ?, consented = ?, consented_terms = ?,"
                + " device = ?, device_class = ?, display_name = ?, confirmed = ?"
                + " WHERE token_id = ?")) {
      changing(update, life).text(row.id().value());
      return update.executeUpdate() == 1;
    }
  }

  private static Columns changing(PreparedStatement statement, Life life) throws SQLException {
    Optional<Enrolment> enrolment = life.enrolment();
    Optional<Consent> consent = enrolment.flatMap(Enrolment::consent);
    Optional<Device> device = enrolment.flatMap(Enrolment::device);
    return new Columns(statement)
        .number(life.drift())
        .instant(life.suspension().map(Suspension::since))
        .text(life.suspension().map(Suspension::reason))
        .truth(life.expiryTold())
        .instant(life.due())
        .text(enrolment.map(Enrolment::pair).map(ActivationPair::serviceId))
        .text(enrolment.map(Enrolment::pair).map(ActivationPair::userId))
        .text(enrolment.map(Enrolment::mail))
        .text(enrolment.map(Enrolment::mailState).map(Enum::name))
        .text(enrolment.flatMap(Enrolment::password))
        .number(enrolment.map(of -> (long) of.tries()))
        .instant(enrolment.map(Enrolment::deadline))
        .instant(consent.map(Consent::at))
        .text(consent.map(Consent::terms))
        .text(device.map(Device::id))
        .text(device.map(Device::deviceClass).map(Enum::name))
        .text(enrolment.map(Enrolment::displayName))
        .instant(enrolment.flatMap(Enrolment::confirmed));
  }
}
