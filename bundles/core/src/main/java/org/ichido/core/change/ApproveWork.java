package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * A second operator approves, and what the first one asked for is done, as things stand now. An
 * approval is spent by that, also if the act is refused then.
 *
 * @param request which request, and who approves
 * @param snapshot what it is handled under
 */
record ApproveWork(ApproveRequest request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    RequestKey asked = new RequestKey(request.key().requester(), request.asked());
    return Reads.NOTHING.withApproval(asked);
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Optional<ApprovalRow> waiting =
        rows.approval()
            .filter(row -> row.holder().bank().equals(request.bank()))
            .filter(row -> row.settled().isEmpty() && now.isBefore(row.until()));
    if (waiting.isEmpty()) {
      return nothing(now);
    }
    ApprovalRow row = waiting.get();
    Act act = Act.of(row.act());
    Situation asked = situation(now, rows, row, row.operator());
    if (row.operator().name().equalsIgnoreCase(request.operator().name())) {
      return refused(act.refused(asked, Reason.SELF_APPROVAL), row, now);
    }
    if (!policy().authority(row.act()).operators()) {
      return refused(act.refused(asked, Reason.FORBIDDEN), row, now);
    }
    Actor.Operator both = approvedBy(row.operator());
    return approved(row, act.on(situation(now, rows, row, both)), both, now);
  }

  private Situation situation(Instant now, Rows rows, ApprovalRow row, Actor.Operator actor) {
    return Situation.of(now, Optional.of(row.at()), row.holder(), rows, actor, policy());
  }

  /** The act waits on. */
  private Decided<Outcome> refused(Effect refused, ApprovalRow row, Instant now) {
    return new Decided<>(refused.outcome(), refused.with(journal(row, request.operator(), now)));
  }

  private Decided<Outcome> approved(
      ApprovalRow row, Effect effect, Actor.Operator both, Instant now) {
    String asked = "%s asked by %s in %s";
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.PutApproval(row.settledAt(now), false));
    changes.add(
        journal(row, request.operator(), now)
            .entry(
                AuditEvent.APPROVED,
                effect.token(),
                asked.formatted(row.act(), row.operator().name(), row.asked().id())));
    changes.addAll(effect.with(journal(row, both, now)));
    return new Decided<>(effect.outcome(), changes);
  }

  private Journal journal(ApprovalRow row, Actor.Operator actor, Instant now) {
    return Journal.of(now, row.holder(), request.key(), actor, snapshot);
  }

  /** The first operator as the audit names one whose record named the approver. */
  private Actor.Operator approvedBy(Actor.Operator first) {
    return new Actor.Operator(
        first.name(),
        first.branch(),
        Optional.of(request.operator().name()),
        first.reason(),
        first.paperNumber());
  }

  /** Also what lapsed, was settled or is another bank's: nobody is told which. */
  private Decided<Outcome> nothing(Instant now) {
    AuditEntry entry =
        AuditEntry.of(now, AuditEvent.ACT_REFUSED, request.bank())
            .withRequest(request.key())
            .withActor(request.operator())
            .withDetail("APPROVE " + Reason.NOTHING_TO_APPROVE + " " + request.asked());
    return new Decided<>(
        new Outcome.Refused(now, Reason.NOTHING_TO_APPROVE), List.of(new Change.Append(entry)));
  }

  private ChangePolicy policy() {
    return snapshot.profile().changes();
  }
}
