package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.UserRow;

/** Lets a customer have seeds delivered again after a written request (S2-21). */
final class ReleasingDownloads implements Act {
  @Override
  public ApprovalRow.Act kind() {
    return ApprovalRow.Act.RELEASE_DOWNLOADS;
  }

  @Override
  public boolean needsGrounds(Situation situation) {
    return true;
  }

  @Override
  public Effect on(Situation situation) {
    Instant now = situation.now();
    Optional<UserRow> user = situation.user().filter(row -> row.removed().isEmpty());
    if (user.isEmpty()) {
      return refused(situation, Reason.NOT_FOUND);
    }
    return new Effect(
        Outcome.Done.at(now),
        List.of(new Change.PutUser(user.get().released(), false)),
        AuditEvent.DOWNLOADS_RELEASED,
        Optional.empty(),
        user.get().downloads() + " deliveries forgotten");
  }
}
