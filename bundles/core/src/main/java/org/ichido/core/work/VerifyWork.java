package org.ichido.core.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.core.requirement.Answer;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Judges one code under one snapshot. Where the bank never asks for a code whoever does may be a
 * forged site, so that one is refused unseen: not consumed, not counted, and told to the bank
 * (S3-17).
 *
 * @param request the code, what for, and who presented it
 * @param snapshot what it is handled under
 */
public record VerifyWork(VerifyRequest request, Snapshot snapshot) implements UnitOfWork<Verdict> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder());
  }

  @Override
  public Decided<Verdict> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Entitlement entitlement = Entitlement.of(rows);
    Optional<TokenRow> token =
        Tokens.inQuestion(rows.tokens()).map(row -> entitlement.seen(row, JapaneseTime.dayOf(now)));
    var judging =
        new CodeJudging(snapshot, request.holder(), request.key(), now, rows.memoryBegins());
    if (judging.isMisshapen(token, request.code())) {
      return new Decided<>(
          new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(judging.formError())));
    }
    Optional<Answer> offList = offList(token);
    Judged judged =
        judging.judge(offList.isPresent() ? Optional.empty() : token, request.code(), Purpose.USE);
    List<Change> changes = new ArrayList<>(judged.changes());
    offList.ifPresent(answer -> tell(answer, now, changes));
    return new Decided<>(
        judged.accepted() ? new Verdict.Accepted(now) : new Verdict.Refused(now), changes);
  }

  /** The row of the operation table that says that a code is never asked for here. */
  private Optional<Answer> offList(Optional<TokenRow> token) {
    Method method =
        token.filter(row -> row.kind() == TokenKind.HARD).isPresent() ? Method.HARD : Method.SOFT;
    boolean inUse = token.filter(row -> row.state() == TokenState.ACTIVE).isPresent();
    Answer answer =
        snapshot.profile().operations().answer(request.use(), method, Facts.NONE, inUse);
    return Optional.of(answer).filter(found -> found.demand() instanceof Demand.NotEligible);
  }

  private void tell(Answer answer, Instant now, List<Change> changes) {
    String use =
        "%s at %s by %s"
            .formatted(request.use().operation(), request.use().stage(), request.use().channel());
    changes.add(
        new Change.Append(
            entry(now, AuditEvent.OFF_LIST).withDetail(use + ", line " + answer.line())));
    changes.add(
        new Change.Emit(
            OutboxRow.about(now, request.holder(), OutboxRow.Type.OFF_LIST_REQUEST, use)));
  }

  private AuditEntry entry(Instant now, AuditEvent event) {
    return AuditEntry.of(now, event, request.holder(), request.key());
  }
}
