package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Lock;
import org.ichido.api.Verdict;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.work.CodeJudging;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.Told;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Makes a token ACTIVE by its first code (S1-24, S2-12). Right or wrong is judged as everywhere:
 * one window, one count of failures; what would lock an ACTIVE token until somebody unlocks it
 * cancels the issue instead.
 *
 * @param request the code
 * @param snapshot what it is handled under
 */
record ConfirmWork(ConfirmRequest request, Snapshot snapshot) implements UnitOfWork<Verdict> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder());
  }

  @Override
  public Decided<Verdict> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    var judging =
        new CodeJudging(
            snapshot,
            event -> AuditEntry.of(now, event, request.holder(), request.key()),
            now,
            rows.memoryBegins());
    Optional<TokenRow> token = awaited(rows, now);
    if (judging.isMisshapen(token, request.code())) {
      return new Decided<>(
          new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(judging.formError())));
    }
    Judged judged = judging.judge(token, request.code(), Purpose.CONFIRM);
    return new Decided<>(
        judged.accepted() ? new Verdict.Accepted(now) : new Verdict.Refused(now),
        changes(judged, new Told(now, request.holder(), request.key())));
  }

  /** The live token, or the last, of a user who still may have one: others have none. */
  private Optional<TokenRow> awaited(Rows rows, Instant now) {
    return SoftEntitlement.of(rows)
        .filter(
            one -> one.refusal(snapshot.profile().enrolment(), JapaneseTime.dayOf(now)).isEmpty())
        .flatMap(
            one -> Standing.live(rows.tokens(), now).or(() -> rows.tokens().stream().findFirst()));
  }

  private List<Change> changes(Judged judged, Told told) {
    Optional<TokenRow> changed = judged.judgement().changed();
    if (changed.isEmpty()) {
      return judged.changes();
    }
    TokenRow row = changed.get();
    List<Change> changes = new ArrayList<>();
    if (judged.accepted()) {
      TokenRow active = row.confirmed(row.enrolment().orElseThrow().confirmedAt(told.now()));
      changes.add(new Change.UpdateToken(active));
      changes.addAll(judged.told());
      changes.addAll(told.change(active, AuditEvent.CONFIRMED, OutboxRow.Type.CONFIRMED, ""));
      return changes;
    }
    if (judged.judgement().imposed().flatMap(Lock::end).isPresent()
        || judged.judgement().imposed().isEmpty()) {
      return judged.changes();
    }
    changes.addAll(judged.told());
    changes.addAll(
        told.end(
            row, TokenTransitions.next(row, TokenAct.LAST_WRONG_CONFIRM), "wrong first codes"));
    return changes;
  }
}
