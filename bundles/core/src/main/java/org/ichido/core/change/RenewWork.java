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
import org.ichido.api.act.RenewRequest;
import org.ichido.core.life.TokenLife;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.work.CodeJudging;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Moves a token's expiry, for a current code, which is consumed (S2-22 to S2-24, S3-20, S3-21).
 * Seed, lock and drift stay. Who has no right code learns nothing, not even whether there is such a
 * token.
 *
 * @param request the token's pair and the code
 * @param snapshot what it is handled under
 */
record RenewWork(RenewRequest request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withPair(new Reads.Paired(request.bank(), request.pair()));
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Optional<TokenRow> token = Entitlement.of(rows).seen(rows.paired(), JapaneseTime.dayOf(now));
    var judging =
        new CodeJudging(snapshot, event -> entry(now, event, token), now, rows.memoryBegins());
    if (judging.isMisshapen(token, request.code())) {
      return new Decided<>(
          new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(judging.formError())));
    }
    Judged judged = judging.judge(token, request.code(), Purpose.UPKEEP);
    Optional<TokenRow> right = judged.judgement().changed().filter(row -> judged.accepted());
    if (right.isEmpty()) {
      return refused(now, token, Reason.CODE_REFUSED, Optional.empty(), judged);
    }
    Optional<Instant> opens = RenewalWindow.opens(right.get(), snapshot.profile(), now);
    if (opens.isEmpty()) {
      return refused(now, token, Reason.NOT_RENEWABLE, Optional.empty(), judged);
    }
    if (now.isBefore(opens.get())) {
      return refused(now, token, Reason.RENEWAL_NOT_OPEN, opens, judged);
    }
    return renewed(now, right.get(), judged);
  }

  private Decided<Outcome> renewed(Instant now, TokenRow row, Judged judged) {
    TokenLife life = snapshot.profile().enrolment().life();
    Instant end = life.expiry(now);
    String lastDay = life.lastDay(now).toString();
    TokenRow renewed = row.renewed(end);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.UpdateToken(renewed));
    changes.addAll(judged.told());
    changes.add(
        new Change.Append(
            entry(now, AuditEvent.RENEWED, Optional.of(row))
                .withToken(row.id())
                .withDetail("valid to " + lastDay)));
    changes.add(
        new Change.Emit(
            OutboxRow.about(now, renewed, OutboxRow.Kind.EVENT, OutboxRow.Type.RENEWED, lastDay)));
    return new Decided<>(
        new Outcome.Done(now, Optional.of(row.id()), Optional.empty(), Optional.of(end)), changes);
  }

  private Decided<Outcome> refused(
      Instant now,
      Optional<TokenRow> token,
      Reason reason,
      Optional<Instant> until,
      Judged judged) {
    AuditEntry entry = entry(now, AuditEvent.ACT_REFUSED, token).withDetail("RENEW " + reason);
    List<Change> changes = new ArrayList<>(judged.changes());
    changes.add(new Change.Append(token.map(row -> entry.withToken(row.id())).orElse(entry)));
    return new Decided<>(new Outcome.Refused(now, reason, until), changes);
  }

  /** The customer acts, in the app; of a pair that nobody has there is no customer to name. */
  private AuditEntry entry(Instant now, AuditEvent event, Optional<TokenRow> token) {
    AuditEntry bare = AuditEntry.of(now, event, request.bank());
    return new AuditEntry(
        bare.at(),
        bare.event(),
        bare.bank(),
        token.map(TokenRow::contract),
        token.flatMap(row -> row.users().stream().findFirst()),
        Optional.empty(),
        Optional.of(request.key()),
        token.flatMap(row -> row.users().stream().findFirst()).map(Actor.User::new),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
