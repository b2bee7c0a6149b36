package org.ichido.core.business;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.Resent;

/**
 * Puts events back among those that are to be sent. What was not sent yet is left alone.
 *
 * @param request which events core banking wants again
 * @param events what was found of them
 * @param clock tells when
 */
public record ResendWork(ResendRequest request, List<OutboxRow> events, Clock clock)
    implements UnitOfWork<Resent> {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public Decided<Resent> decide(Rows rows) {
    Instant now = clock.instant();
    List<OutboxRow> settled =
        events.stream().filter(event -> event.state() != OutboxRow.State.WAITING).toList();
    Resent resent = new Resent(now, settled.size(), events.size() - settled.size());
    List<Change> changes = new ArrayList<>();
    settled.forEach(event -> changes.add(new Change.Settle(event.again(now))));
    changes.add(new Change.Append(entry(resent)));
    return new Decided<>(resent, changes);
  }

  private AuditEntry entry(Resent resent) {
    return AuditEntry.of(resent.at(), AuditEvent.EVENTS_RESENT, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(
            "events %d to %d: %d again, %d not sent yet"
                .formatted(request.from(), request.to(), resent.again(), resent.waiting()));
  }
}
