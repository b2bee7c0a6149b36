package org.ichido.core.change;

import java.time.Instant;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Records that somebody asked who never may: an administrator acts for no customer.
 *
 * @param asked what was asked for
 * @param snapshot what it is handled under
 */
record ForbiddenWork(Asked asked, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(asked.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Situation situation = asked.situation(now, rows, snapshot.profile().changes());
    Effect effect = Act.of(asked.act()).refused(situation, Reason.FORBIDDEN);
    return new Decided<>(
        effect.outcome(),
        effect.with(Journal.of(now, asked.holder(), asked.key(), asked.actor(), snapshot)));
  }
}
