package org.ichido.store.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;

/**
 * What of a token stands in the table {@code token_life}. A token of which all of it is 0 or empty
 * may have no row there.
 *
 * @param drift how many steps the device's clock is ahead
 * @param suspension that the bank stopped it
 * @param expiryTold whether its expiry was told
 * @param due when time alone has something to do with it; follows from the rest of the token
 * @param enrolment how it came to its user
 */
record Life(
    int drift,
    Optional<Suspension> suspension,
    boolean expiryTold,
    Optional<Instant> due,
    Optional<Enrolment> enrolment) {
  static final Life NONE = new Life(0, Optional.empty(), false, Optional.empty(), Optional.empty());

  static Life of(TokenRow row) {
    return new Life(
        row.drift(),
        row.suspension(),
        row.expiry().told(),
        due(row),
        row.state().live() ? row.enrolment() : row.enrolment().map(Enrolment::withoutPassword));
  }

  private static Optional<Instant> due(TokenRow row) {
    if (!row.state().live()) {
      return Optional.empty();
    }
    if (row.state() != TokenState.ACTIVE) {
      return row.enrolment().map(Enrolment::deadline);
    }
    return row.expiry().told() ? Optional.empty() : row.expires();
  }
}
