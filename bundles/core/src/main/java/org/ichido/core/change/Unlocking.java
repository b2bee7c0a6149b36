package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/** Lifts a lock, and sets counted failures to 0 also where there is none (S0-37, S4-38). */
final class Unlocking implements Act {
  @Override
  public ApprovalRow.Act kind() {
    return ApprovalRow.Act.UNLOCK;
  }

  @Override
  public AuditEvent refusal() {
    return AuditEvent.UNLOCK_REFUSED;
  }

  /** Nobody unlocks himself, nor a user who shares his token (S0-38). */
  @Override
  public boolean isBarredFor(UserId user, Situation situation) {
    return user.equals(situation.holder().user())
        || situation.bound().filter(token -> token.users().contains(user)).isPresent();
  }

  /** As by its serial: the lock of a hard token is lifted at the branch, by a paper (S4-38). */
  @Override
  public boolean needsGrounds(Situation situation) {
    return situation.bound().filter(token -> token.kind() == TokenKind.HARD).isPresent();
  }

  @Override
  public Effect on(Situation situation) {
    Instant now = situation.now();
    Optional<TokenRow> token = situation.boundFor(TokenAct.UNLOCK);
    if (token.isEmpty()) {
      return refused(situation, Reason.NOT_FOUND);
    }
    TokenRow row = token.get();
    boolean locked = row.lock().filter(lock -> lock.inForce(now)).isPresent();
    if (!locked && row.failures() == 0) {
      return refused(situation, Reason.NOT_LOCKED);
    }
    List<Change> changes = new ArrayList<>(List.of(new Change.UpdateToken(row.unlocked())));
    if (locked) {
      changes.add(Act.event(situation, row, OutboxRow.Type.UNLOCKED));
    }
    return new Effect(
        locked ? Outcome.Done.to(now, row.id()) : new Outcome.Refused(now, Reason.NOT_LOCKED),
        changes,
        AuditEvent.UNLOCKED,
        Optional.of(row.id()),
        locked ? "lock lifted" : row.failures() + " failures set to 0");
  }
}
