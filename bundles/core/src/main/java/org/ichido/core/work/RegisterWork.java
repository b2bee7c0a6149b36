package org.ichido.core.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Binds a sealed seed to a user who has no ACTIVE token.
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
    return Reads.tokensOf(request.holder());
  }

  @Override
  public Decided<RegisterOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    Optional<TokenRow> bound = Tokens.active(rows.tokens());
    if (bound.isPresent()) {
      TokenId other = bound.get().id();
      AuditEntry entry =
          entry(now, AuditEvent.REGISTER_REFUSED)
              .withToken(other)
              .withDetail(RegisterOutcome.Kind.TOKEN_STILL_BOUND.name());
      return new Decided<>(
          new RegisterOutcome(RegisterOutcome.Kind.TOKEN_STILL_BOUND, Optional.of(other)),
          List.of(new Change.Append(entry)));
    }
    TokenRow row =
        new TokenRow(
            id,
            request.holder().bank(),
            request.holder().contract(),
            List.of(request.holder().user()),
            request.kind(),
            TokenState.ACTIVE,
            profile.otp(),
            sealed,
            TokenRow.NONE,
            0,
            Optional.empty(),
            request.expires(),
            now,
            0);
    return new Decided<>(
        new RegisterOutcome(RegisterOutcome.Kind.REGISTERED, Optional.of(id)),
        List.of(
            new Change.AddToken(row),
            new Change.Append(entry(now, AuditEvent.REGISTERED).withToken(id))));
  }

  private AuditEntry entry(Instant now, AuditEvent event) {
    return AuditEntry.of(now, event, request.holder(), request.key()).withActor(request.actor());
  }
}
