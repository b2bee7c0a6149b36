package org.ichido.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.contract.DeviceClass;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.jspecify.annotations.Nullable;

/**
 * A token as columns of {@code token t} and of {@code token_life l} beside it, in the order in
 * which they are read.
 */
final class TokenColumns {
  /** To select. */
  static final String ALL =
      "t.id, t.bank, t.contract, t.kind, t.state, t.algorithm, t.hash, t.digits,"
          + " t.period_seconds, t.key_epoch, t.sealed_seed, t.last_factor, t.failures,"
          + " t.lock_since, t.lock_until, l.drift, l.suspended, l.suspended_why, t.expires,"
          + " l.expiry_told, t.registered, l.pair_service, l.pair_user, l.mail, l.mail_state,"
          + " l.password_hmac, l.tries, l.deadline, l.consented, l.consented_terms, l.device,"
          + " l.device_class, l.display_name, l.confirmed, t.ver";

  private TokenColumns() {}

  /** Tells who presents a token's codes. */
  interface Users {
    List<UserId> of(TokenId token) throws SQLException;
  }

  /** Reads {@link #ALL}. */
  static TokenRow read(Fetched row, Users users) throws SQLException {
    TokenId id = new TokenId(row.text());
    return new TokenRow(
        id,
        new BankId(row.text()),
        new ContractId(row.text()),
        users.of(id),
        TokenKind.valueOf(row.text()),
        TokenState.valueOf(row.text()),
        new OtpParameters(
            row.text(),
            HashFunction.valueOf(row.text()),
            row.count(),
            Duration.ofSeconds(row.count())),
        seed(row.count(), row.bytes()),
        new Attempts(row.number(), row.count(), lock(row.maybeInstant(), row.maybeInstant())),
        row.count(),
        suspension(row.maybeInstant(), row.maybeText()),
        new Expiry(row.maybeInstant(), row.truth()),
        row.instant(),
        enrolment(row),
        row.number());
  }

  private static Optional<SealedSeed> seed(int keyEpoch, byte @Nullable [] bytes) {
    return Optional.ofNullable(bytes).map(there -> new SealedSeed(keyEpoch, there));
  }

  private static Optional<Lock> lock(Optional<Instant> since, Optional<Instant> until) {
    return since.map(
        from ->
            until
                .<Lock>map(to -> new Lock.Until(from, to))
                .orElseGet(() -> new Lock.UntilUnlocked(from)));
  }

  private static Optional<Suspension> suspension(Optional<Instant> since, Optional<String> why) {
    return since.map(from -> new Suspension(from, why.orElse("")));
  }

  private static Optional<Enrolment> enrolment(Fetched row) throws SQLException {
    Optional<String> service = row.maybeText();
    if (service.isEmpty()) {
      row.skip(12);
      return Optional.empty();
    }
    return Optional.of(
        new Enrolment(
            new ActivationPair(service.get(), row.text()),
            row.text(),
            MailState.valueOf(row.text()),
            row.maybeText(),
            row.count(),
            row.instant(),
            consent(row.maybeInstant(), row.maybeText()),
            device(row.maybeText(), row.maybeText()),
            row.text(),
            row.maybeInstant()));
  }

  private static Optional<Consent> consent(Optional<Instant> at, Optional<String> terms) {
    return at.map(when -> new Consent(when, terms.orElse("")));
  }

  private static Optional<Device> device(Optional<String> id, Optional<String> deviceClass) {
    return id.map(of -> new Device(of, DeviceClass.valueOf(deviceClass.orElse(""))));
  }
}
