package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractKey;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.secret.HiddenPassword;
import org.ichido.core.secret.PasswordHmac;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Told;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Begins an enrolment, or begins it anew (S1-8, S1-15), or for a new phone (S2-17): the former
 * token ends in the same moment, the new one waits to be activated, and the mail is on its way.
 *
 * @param request the form as it was typed
 * @param rules whether it may begin, the form looked through
 * @param id the new token's id
 * @param snapshot what it is handled under
 */
record IssueWork(IssueRequest request, IssueRules rules, TokenId id, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  private static final long PAIRS = 1_000_000_000_000L;

  @Override
  public Reads reads() {
    Reads own = Reads.everythingOf(request.holder());
    return rules.policy().selfService()
        ? own.withWhole(new ContractKey(request.holder().bank(), request.holder().contract()))
        : own;
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Told told = new Told(now, request.holder(), request.key());
    Optional<SoftEntitlement> entitlement = SoftEntitlement.of(rows);
    Optional<TokenRow> live =
        Standing.live(Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now)), now);
    Optional<Outcome.Refused> refusal = rules.refusal(entitlement, live, now);
    Optional<HiddenPassword> password = rules.form().password();
    if (refusal.isPresent() || entitlement.isEmpty() || password.isEmpty()) {
      return refused(told, live, refusal.orElseThrow());
    }
    TokenRow row = row(now, password.get());
    List<Change> changes = new ArrayList<>();
    changes.addAll(formerEnds(rows, now, told));
    changes.addAll(applies(rows, entitlement.get(), now, told));
    changes.add(new Change.AddToken(row));
    changes.addAll(told.change(row, AuditEvent.ISSUED, OutboxRow.Type.ISSUED, ""));
    changes.add(
        new Change.Emit(OutboxRow.about(now, row, OutboxRow.Kind.MAIL, OutboxRow.Type.ISSUED, "")));
    Optional<Enrolment> enrolment = row.enrolment();
    return new Decided<>(
        new Outcome.Done(
            now,
            Optional.of(id),
            enrolment.map(Enrolment::pair),
            enrolment.map(Enrolment::deadline)),
        changes);
  }

  private Decided<Outcome> refused(Told told, Optional<TokenRow> live, Outcome.Refused refusal) {
    AuditEntry entry =
        told.entry(AuditEvent.ACT_REFUSED).withDetail(rules.act() + ": " + refusal.reason());
    return new Decided<>(
        refusal,
        List.of(new Change.Append(live.map(row -> entry.withToken(row.id())).orElse(entry))));
  }

  private List<Change> formerEnds(Rows rows, Instant now, Told told) {
    Optional<TokenRow> stored = Standing.storedLive(rows.tokens());
    if (stored.isEmpty()) {
      return List.of();
    }
    TokenState state = Standing.at(stored.get(), now);
    if (!state.live()) {
      return told.end(stored.get(), state, "past its deadline");
    }
    // Another method may have ended it, and nobody has written that down yet.
    TokenState byMethod = Entitlement.of(rows).seen(stored.get(), JapaneseTime.dayOf(now)).state();
    if (!byMethod.live()) {
      return told.end(stored.get(), byMethod, TokenEnd.Why.METHOD_CHANGED.name());
    }
    TokenState end = TokenTransitions.next(stored.get(), rules.act());
    return told.end(stored.get(), end, end == TokenState.REVOKED ? "re-issue" : "begun anew");
  }

  /** Whoever needs no application at the branch applies by this (S2-11). */
  private List<Change> applies(Rows rows, SoftEntitlement entitlement, Instant now, Told told) {
    Optional<ContractRow> applied = entitlement.applied(JapaneseTime.dayOf(now));
    if (applied.isEmpty()) {
      return List.of();
    }
    AuditEntry entry =
        told.entry(AuditEvent.CONTRACT_CHANGED).withDetail("method SOFT, self-service");
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.PutContract(applied.get(), false));
    changes.add(new Change.Append(entry));
    changes.addAll(othersEnd(rows, now));
    return changes;
  }

  /** What ended when the contract had no method any more does not come back with this one. */
  private List<Change> othersEnd(Rows rows, Instant now) {
    TokenEnd end =
        new TokenEnd(now, new Actor.Time(), Optional.empty(), TokenEnd.Why.METHOD_CHANGED);
    Optional<TokenId> own = Standing.storedLive(rows.tokens()).map(TokenRow::id);
    return rows.contractTokens().stream()
        .filter(token -> token.state().live() && !own.equals(Optional.of(token.id())))
        .flatMap(token -> end.of(token).stream())
        .toList();
  }

  private TokenRow row(Instant now, HiddenPassword password) {
    EnrolmentPolicy policy = rules.policy();
    Enrolment enrolment =
        new Enrolment(
            pair(policy),
            request.mail(),
            MailState.WAITING,
            Optional.of(PasswordHmac.of(password, id, snapshot.vault()).hex()),
            0,
            now.plus(policy.within()),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty());
    return TokenRow.issued(id, request.holder(), snapshot.profile().otp(), now, enrolment);
  }

  /** Drawn at each decision: if the store has the pair already, it has this decided again. */
  private ActivationPair pair(EnrolmentPolicy policy) {
    return new ActivationPair(
        policy.serviceId(), "%012d".formatted(snapshot.random().nextLong(PAIRS)));
  }
}
