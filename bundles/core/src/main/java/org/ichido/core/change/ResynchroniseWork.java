package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.core.profile.DriftPolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.CodeJudging;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.Tokens;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * Keeps how far a token's clock is off, for two successive codes, both consumed (S0-28, S0-40). A
 * user has his own token measured, an operator a customer's. Why it was refused stands in the audit
 * alone.
 *
 * @param request the codes
 * @param snapshot what it is handled under
 */
record ResynchroniseWork(ResynchroniseRequest request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Optional<TokenRow> token =
        Tokens.inQuestion(Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now)));
    Journal journal = Journal.of(now, request.holder(), request.key(), request.actor(), snapshot);
    if (!may(rows.user())) {
      return refused(journal, token, Reason.FORBIDDEN, List.of());
    }
    var judging =
        new CodeJudging(
            snapshot,
            event ->
                AuditEntry.of(now, event, request.holder(), request.key())
                    .withActor(request.actor()),
            now,
            rows.memoryBegins());
    if (judging.isMisshapen(token, request.first())
        || judging.isMisshapen(token, request.second())) {
      return new Decided<>(
          new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(judging.formError())));
    }
    Judged judged = judging.judge(token, request.first(), request.second());
    if (!judged.accepted()) {
      return refused(journal, token, Reason.NOT_SYNCHRONISED, judged.changes());
    }
    TokenRow row = judged.judgement().changed().orElseThrow();
    List<Change> changes = new ArrayList<>(judged.changes());
    changes.add(
        journal.entry(
            AuditEvent.RESYNCHRONISED,
            Optional.of(row.id()),
            "the clock is %+d steps off, before %+d"
                .formatted(row.drift(), token.map(TokenRow::drift).orElse(0))));
    return new Decided<>(Outcome.Done.to(now, row.id()), changes);
  }

  private boolean may(Optional<UserRow> row) {
    DriftPolicy policy = snapshot.profile().changes().drift();
    if (request.actor() instanceof Actor.Operator) {
      return policy.operators();
    }
    return request.actor() instanceof Actor.User user
        && policy.users()
        && user.user().equals(request.holder().user())
        && row.filter(found -> found.removed().isEmpty()).isPresent();
  }

  private Decided<Outcome> refused(
      Journal journal, Optional<TokenRow> token, Reason reason, List<Change> before) {
    List<Change> changes = new ArrayList<>(before);
    changes.add(
        journal.entry(AuditEvent.ACT_REFUSED, token.map(TokenRow::id), "RESYNCHRONISE " + reason));
    return new Decided<>(new Outcome.Refused(journal.now(), reason), changes);
  }
}
