package org.ichido.core.outbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Finds a user's token as every act sees it: what another method or the removal of the user has
 * ended is over, whether or not anybody has written that down yet. Writes nothing.
 *
 * @param holder the user
 * @param id the token
 * @param clock tells when
 */
record EnrolmentSeen(Holder holder, TokenId id, Clock clock)
    implements UnitOfWork<Optional<TokenRow>> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(holder);
  }

  @Override
  public Decided<Optional<TokenRow>> decide(Rows rows) {
    LocalDate today = JapaneseTime.dayOf(clock.instant());
    Optional<TokenRow> seen =
        Entitlement.of(rows).seen(rows.tokens(), today).stream()
            .filter(token -> token.id().equals(id))
            .findFirst();
    return new Decided<>(seen, List.of());
  }
}
