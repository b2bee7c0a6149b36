package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;

/** Lifts a suspension. A lock that there is beside it stays. */
final class Resuming implements Act {
  @Override
  public ApprovalRow.Act kind() {
    return ApprovalRow.Act.RESUME;
  }

  @Override
  public Effect on(Situation situation) {
    Instant now = situation.now();
    Optional<TokenRow> token = situation.boundFor(TokenAct.RESUME);
    if (token.isEmpty()) {
      return refused(situation, Reason.NOT_FOUND);
    }
    TokenRow row = token.get();
    Optional<Suspension> lifted = row.suspension().filter(held -> situation.meant(held.since()));
    if (lifted.isEmpty()) {
      return refused(situation, Reason.NOT_SUSPENDED);
    }
    return new Effect(
        Outcome.Done.to(now, row.id()),
        List.of(
            new Change.UpdateToken(row.withSuspension(Optional.empty())),
            Act.event(situation, row, OutboxRow.Type.RESUMED)),
        AuditEvent.SUSPENSION_LIFTED,
        Optional.of(row.id()),
        "suspended since " + JapaneseTime.of(lifted.get().since()));
  }
}
