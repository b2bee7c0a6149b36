package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;

/**
 * Stops a token in use after a phishing or loss report (S3-18). An enrolment is revoked instead.
 */
final class Suspending implements Act {
  @Override
  public ApprovalRow.Act kind() {
    return ApprovalRow.Act.SUSPEND;
  }

  @Override
  public Effect on(Situation situation) {
    Instant now = situation.now();
    Optional<TokenRow> token = situation.boundFor(TokenAct.SUSPEND);
    if (token.isEmpty()) {
      return refused(situation, Reason.NOT_FOUND);
    }
    TokenRow row = token.get();
    if (row.suspension().isPresent()) {
      return refused(situation, Reason.ALREADY_SUSPENDED);
    }
    Suspension suspension = new Suspension(now, situation.why());
    return new Effect(
        Outcome.Done.to(now, row.id()),
        List.of(
            new Change.UpdateToken(row.withSuspension(Optional.of(suspension))),
            Act.event(situation, row, OutboxRow.Type.SUSPENDED)),
        AuditEvent.SUSPENDED,
        Optional.of(row.id()),
        "");
  }
}
