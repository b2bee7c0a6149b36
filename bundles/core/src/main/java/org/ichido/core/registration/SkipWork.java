package org.ichido.core.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.requirement.NextStep;
import org.ichido.core.requirement.Step;
import org.ichido.core.requirement.UserPosition;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * A user postpones the registration of a hard token (S4-23): he can exactly when that is what he is
 * told to do next, with the time until which he can. Changes nothing but the audit.
 *
 * @param request who skips
 * @param snapshot what it is handled under
 */
record SkipWork(HardTokenRequest.Skip request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder())
        .withWhole(request.contract())
        .withOrdersOf(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Step step = new UserPosition(snapshot.profile(), rows, now).step();
    if (step.next() != NextStep.REGISTER || step.usable()) {
      return refused(now, Reason.NOTHING_TO_SKIP);
    }
    if (step.until().isEmpty()) {
      return refused(now, Reason.SKIP_OVER);
    }
    String detail = "can be skipped until " + JapaneseTime.of(step.until().get());
    return new Decided<>(
        new Outcome.Done(now, Optional.empty(), Optional.empty(), step.until()),
        List.of(new Change.Append(entry(now, AuditEvent.SKIPPED).withDetail(detail))));
  }

  private Decided<Outcome> refused(Instant now, Reason reason) {
    AuditEntry entry = entry(now, AuditEvent.ACT_REFUSED).withDetail("SKIP " + reason);
    return new Decided<>(new Outcome.Refused(now, reason), List.of(new Change.Append(entry)));
  }

  private AuditEntry entry(Instant now, AuditEvent event) {
    return AuditEntry.of(now, event, request.holder(), request.key());
  }
}
