package org.ichido.core.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Written;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Ends one token of a kind that no longer goes with its contract's method, so that a contract with
 * thousands of users holds up nobody. Nothing, if somebody was faster. A hard token that nobody has
 * registered yet is left to {@link DueMethodWork}: it is read by no user, and there are few.
 *
 * @param holder a user of the token
 * @param id the token
 * @param clock tells when
 */
public record DueTokenWork(Holder holder, TokenId id, Clock clock)
    implements UnitOfWork<Set<Written>> {
  /**
   * @param token a token as read
   * @param clock tells when
   * @return the work on it; empty if it has no user
   */
  public static Optional<DueTokenWork> on(TokenRow token, Clock clock) {
    return token.users().stream()
        .findFirst()
        .map(user -> new Holder(token.bank(), token.contract(), user))
        .map(holder -> new DueTokenWork(holder, token.id(), clock));
  }

  @Override
  public Reads reads() {
    return Reads.everythingOf(holder);
  }

  @Override
  public Decided<Set<Written>> decide(Rows rows) {
    Instant now = clock.instant();
    Entitlement byContract = new Entitlement(rows.contract(), Optional.empty());
    TokenEnd end =
        new TokenEnd(now, new Actor.Time(), Optional.empty(), TokenEnd.Why.METHOD_CHANGED);
    List<Change> changes =
        rows.tokens().stream()
            .filter(token -> token.id().equals(id) && token.state().live())
            .filter(token -> !byContract.allows(token.kind(), JapaneseTime.dayOf(now)))
            .findFirst()
            .map(end::of)
            .orElse(List.of());
    return new Decided<>(Written.in(changes), changes);
  }
}
