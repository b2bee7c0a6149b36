package org.ichido.core.due;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Written;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * What has become of one token by time alone: an enrolment past its deadline is CANCELLED, without
 * a cool-down; an expiry that has come is told, once. Nothing, if somebody was faster.
 *
 * @param holder a user of the token
 * @param id the token
 * @param clock tells when
 */
record OverdueWork(Holder holder, TokenId id, Clock clock) implements UnitOfWork<Set<Written>> {
  /** Empty for a token without a user: it has neither deadline nor expiry. */
  static Optional<OverdueWork> on(TokenRow token, Clock clock) {
    return token.users().stream()
        .findFirst()
        .map(user -> new Holder(token.bank(), token.contract(), user))
        .map(holder -> new OverdueWork(holder, token.id(), clock));
  }

  @Override
  public Reads reads() {
    return Reads.tokensOf(holder);
  }

  @Override
  public Decided<Set<Written>> decide(Rows rows) {
    Instant now = clock.instant();
    List<Change> changes = new ArrayList<>();
    for (TokenRow token : rows.tokens()) {
      if (token.id().equals(id) && token.state().live()) {
        boolean expires =
            TokenTransitions.of(Optional.of(token.state()), TokenAct.EXPIRE).allowed();
        changes.addAll(expires ? expired(token, now) : late(token, now));
      }
    }
    return new Decided<>(Written.in(changes), changes);
  }

  private static List<Change> late(TokenRow token, Instant now) {
    boolean late =
        token.enrolment().map(Enrolment::deadline).filter(end -> !now.isBefore(end)).isPresent();
    return late
        ? new TokenEnd(now, new Actor.Time(), Optional.empty(), TokenEnd.Why.DEADLINE).of(token)
        : List.of();
  }

  private static List<Change> expired(TokenRow token, Instant now) {
    if (token.expiry().told() || token.expires().filter(end -> !now.isBefore(end)).isEmpty()) {
      return List.of();
    }
    String when = token.expires().get().toString();
    AuditEntry entry =
        new AuditEntry(
            now,
            AuditEvent.EXPIRED,
            token.bank(),
            Optional.of(token.contract()),
            token.users().stream().findFirst(),
            Optional.of(token.id()),
            Optional.empty(),
            Optional.of(new Actor.Time()),
            Optional.empty(),
            Optional.empty(),
            "expired " + when);
    return List.of(
        new Change.UpdateToken(token.withExpiryTold()),
        new Change.Append(entry),
        new Change.Emit(
            OutboxRow.about(now, token, OutboxRow.Kind.EVENT, OutboxRow.Type.EXPIRED, when)));
  }
}
