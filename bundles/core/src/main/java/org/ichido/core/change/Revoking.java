package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Unbinding;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * Unbinds a token for good, locked or expired (S0-20, S0-36). A suspended one only operators
 * revoke: with another token after it no customer would be held by the suspension. An ACTIVE one is
 * REVOKED and its cool-down begins (S0-26); an enrolment under way is CANCELLED, without one, since
 * nothing was in use. Who shares a token is unbound from it alone, and it goes on for the others.
 */
final class Revoking implements Act {
  @Override
  public ApprovalRow.Act kind() {
    return ApprovalRow.Act.REVOKE;
  }

  /** The customer cannot be seen: what proved him stands on a paper (S0-22). */
  @Override
  public boolean needsGrounds(Situation situation) {
    return true;
  }

  @Override
  public Effect on(Situation situation) {
    Optional<TokenRow> token = situation.boundFor(TokenAct.REVOKE);
    if (token.isEmpty()) {
      return refused(situation, Reason.NOT_FOUND);
    }
    if (situation.actor() instanceof Actor.User && token.get().suspension().isPresent()) {
      return refused(situation, Reason.FORBIDDEN);
    }
    boolean inUse =
        TokenTransitions.of(Optional.of(token.get().state()), TokenAct.REVOKE)
            .next()
            .equals(Optional.of(TokenState.REVOKED));
    return inUse ? revoked(situation, token.get()) : cancelled(situation, token.get());
  }

  private static Effect revoked(Situation situation, TokenRow token) {
    Instant now = situation.now();
    Instant end = now.plus(situation.policy().coolDown());
    List<Change> changes = new ArrayList<>();
    situation
        .user()
        .map(user -> new Change.PutUser(user.withCoolDown(Optional.of(end)), false))
        .ifPresent(changes::add);
    boolean shared = token.users().size() > 1;
    if (shared) {
      Unbinding unbinding = new Unbinding(now, token, situation.holder().user());
      changes.addAll(unbinding.changes(situation.why()));
    } else {
      changes.addAll(TokenEnd.rows(token, TokenState.REVOKED));
      changes.add(Act.event(situation, token, OutboxRow.Type.REVOKED));
    }
    return new Effect(
        new Outcome.Done(now, Optional.of(token.id()), Optional.empty(), Optional.of(end)),
        changes,
        shared ? AuditEvent.UNBOUND : AuditEvent.REVOKED,
        Optional.of(token.id()),
        "cool-down until " + JapaneseTime.of(end));
  }

  private static Effect cancelled(Situation situation, TokenRow token) {
    List<Change> changes = new ArrayList<>(TokenEnd.rows(token, TokenState.CANCELLED));
    changes.add(Act.event(situation, token, OutboxRow.Type.CANCELLED));
    return new Effect(
        Outcome.Done.to(situation.now(), token.id()),
        changes,
        AuditEvent.CANCELLED,
        Optional.of(token.id()),
        "was " + token.state());
  }
}
