package org.ichido.core.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.UnlockOutcome;
import org.ichido.api.UnlockRequest;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Lifts a lock, if the profile lets the actor (S4-38). Every try is audited, whatever comes of it.
 *
 * @param request whose token, and who unlocks
 * @param profile the bank's profile
 * @param clock tells when
 */
public record UnlockWork(UnlockRequest request, BankProfile profile, Clock clock)
    implements UnitOfWork<UnlockOutcome> {
  @Override
  public Reads reads() {
    return Reads.tokensOf(request.holder());
  }

  @Override
  public Decided<UnlockOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    Optional<TokenRow> token = Tokens.active(rows.tokens());
    Optional<TokenId> id = token.map(TokenRow::id);
    if (!(request.actor() instanceof Actor.Operator) || !profile.operatorsUnlock()) {
      return refused(now, UnlockOutcome.FORBIDDEN, id);
    }
    if (token.isEmpty()) {
      return refused(now, UnlockOutcome.NOT_FOUND, id);
    }
    TokenRow row = token.get();
    boolean locked = row.lock().filter(lock -> lock.inForce(now)).isPresent();
    if (!locked && row.failures() == 0) {
      return refused(now, UnlockOutcome.NOT_LOCKED, id);
    }
    AuditEntry entry =
        entry(now, AuditEvent.UNLOCKED, id)
            .withDetail(locked ? "lock lifted" : row.failures() + " failures set to 0");
    return new Decided<>(
        locked ? UnlockOutcome.UNLOCKED : UnlockOutcome.NOT_LOCKED,
        List.of(new Change.UpdateToken(row.unlocked()), new Change.Append(entry)));
  }

  private Decided<UnlockOutcome> refused(
      Instant now, UnlockOutcome outcome, Optional<TokenId> token) {
    AuditEntry entry = entry(now, AuditEvent.UNLOCK_REFUSED, token).withDetail(outcome.name());
    return new Decided<>(outcome, List.of(new Change.Append(entry)));
  }

  private AuditEntry entry(Instant now, AuditEvent event, Optional<TokenId> token) {
    AuditEntry entry =
        AuditEntry.of(now, event, request.holder(), request.key()).withActor(request.actor());
    return token.map(entry::withToken).orElse(entry);
  }
}
