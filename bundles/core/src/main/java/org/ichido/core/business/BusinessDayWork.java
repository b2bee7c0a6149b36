package org.ichido.core.business;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Opens or closes the business of a day: one day after the other, each closed before the next.
 * Telling again what holds already changes nothing.
 *
 * @param request what core banking tells
 * @param clock tells when
 */
public record BusinessDayWork(BusinessRequest request, Clock clock)
    implements UnitOfWork<BusinessOutcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withDay(request.bank());
  }

  @Override
  public Decided<BusinessOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    return switch (request.step()) {
      case OPEN -> open(rows.day(), now);
      case CLOSE -> close(rows.day(), now);
    };
  }

  private Decided<BusinessOutcome> open(Optional<BusinessDay> known, Instant now) {
    LocalDate date = request.date();
    if (known.isPresent()) {
      BusinessDay day = known.get();
      boolean closed = day.closed().isPresent();
      if (day.date().equals(date) && !closed) {
        return done(day, now, List.of());
      }
      if (!date.isAfter(day.date())) {
        return refused(known, Reason.DATE_IN_PAST, now);
      }
      if (!closed) {
        return refused(known, Reason.BUSINESS_OPEN, now);
      }
    }
    BusinessDay opened = new BusinessDay(request.bank(), date, now, Optional.empty());
    return done(opened, now, changes(opened, AuditEvent.BUSINESS_OPENED, now));
  }

  private Decided<BusinessOutcome> close(Optional<BusinessDay> known, Instant now) {
    Optional<BusinessDay> same = known.filter(day -> day.date().equals(request.date()));
    if (same.isEmpty()) {
      return refused(known, Reason.NOT_FOUND, now);
    }
    BusinessDay day = same.get();
    if (day.closed().isPresent()) {
      return done(day, now, List.of());
    }
    BusinessDay closed = new BusinessDay(day.bank(), day.date(), day.opened(), Optional.of(now));
    return done(closed, now, changes(closed, AuditEvent.BUSINESS_CLOSED, now));
  }

  private List<Change> changes(BusinessDay day, AuditEvent event, Instant now) {
    return List.of(new Change.PutDay(day), new Change.Append(entry(event, now, "")));
  }

  private Decided<BusinessOutcome> done(BusinessDay day, Instant now, List<Change> changes) {
    return new Decided<>(outcome(Outcome.Done.at(now), Optional.of(day)), changes);
  }

  private Decided<BusinessOutcome> refused(
      Optional<BusinessDay> known, Reason reason, Instant now) {
    AuditEntry entry =
        entry(AuditEvent.ACT_REFUSED, now, request.step() + " business: " + reason + ", ");
    return new Decided<>(
        outcome(new Outcome.Refused(now, reason), known), List.of(new Change.Append(entry)));
  }

  private static BusinessOutcome outcome(Outcome outcome, Optional<BusinessDay> day) {
    return new BusinessOutcome(
        outcome,
        day.map(BusinessDay::date),
        day.map(BusinessDay::opened),
        day.flatMap(BusinessDay::closed));
  }

  private AuditEntry entry(AuditEvent event, Instant now, String detail) {
    return AuditEntry.of(now, event, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(detail + "business date " + request.date());
  }
}
