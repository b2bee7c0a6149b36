package org.ichido.core.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.TokenId;
import org.ichido.core.life.Standing;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Binds a sealed seed to a user who has no live token and may have one of that kind.
 *
 * @param request the holder and who registers
 * @param id the new token's id
 * @param sealed its seed, sealed for that id
 * @param profile the bank's profile
 * @param clock tells when
 */
public record RegisterWork(
    RegisterRequest request, TokenId id, SealedSeed sealed, BankProfile profile, Clock clock)
    implements UnitOfWork<RegisterOutcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder());
  }

  @Override
  public Decided<RegisterOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    Entitlement entitlement = Entitlement.of(rows);
    LocalDate today = JapaneseTime.dayOf(now);
    if (!entitlement.allows(request.kind(), today)) {
      return refused(now, RegisterOutcome.Kind.NOT_ENTITLED, Optional.empty());
    }
    Optional<TokenId> bound =
        Standing.live(entitlement.seen(rows.tokens(), today), now).map(TokenRow::id);
    if (bound.isPresent()) {
      return refused(now, RegisterOutcome.Kind.TOKEN_STILL_BOUND, bound);
    }
    TokenRow row =
        TokenRow.active(
            id, request.holder(), request.kind(), profile.otp(), sealed, request.expires(), now);
    List<Change> changes = new ArrayList<>();
    changes.addAll(formerEnds(rows, now));
    changes.add(new Change.AddToken(row));
    changes.add(new Change.Append(entry(now, AuditEvent.REGISTERED).withToken(id)));
    return new Decided<>(
        new RegisterOutcome(RegisterOutcome.Kind.REGISTERED, Optional.of(id)), changes);
  }

  /** What time alone has ended, and nobody has written that down yet. */
  private List<Change> formerEnds(Rows rows, Instant now) {
    Told told = new Told(now, request.holder(), request.key());
    return Standing.storedLive(rows.tokens())
        .map(
            token ->
                Standing.at(token, now).live()
                    ? told.end(token, TokenEnd.after(token), TokenEnd.Why.METHOD_CHANGED.name())
                    : told.end(token, Standing.at(token, now), "past its deadline"))
        .orElse(List.of());
  }

  private Decided<RegisterOutcome> refused(
      Instant now, RegisterOutcome.Kind kind, Optional<TokenId> other) {
    AuditEntry entry = entry(now, AuditEvent.REGISTER_REFUSED).withDetail(kind.name());
    return new Decided<>(
        new RegisterOutcome(kind, other),
        List.of(new Change.Append(other.map(entry::withToken).orElse(entry))));
  }

  private AuditEntry entry(Instant now, AuditEvent event) {
    return AuditEntry.of(now, event, request.holder(), request.key()).withActor(request.actor());
  }
}
