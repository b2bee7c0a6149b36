package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * A user acts on a token of the same contract, maybe the own one. Who may not is told so and loses
 * no code. Then the own code is judged like any other, and consumed (S0-18); only who had a right
 * one learns how things stand.
 *
 * @param asked what is asked for
 * @param user who asks
 * @param snapshot what it is handled under
 */
record UserWork(Asked asked, Actor.User user, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(asked.holder()).withActor(actor());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Act act = Act.of(asked.act());
    Journal journal = Journal.of(now, asked.holder(), asked.key(), user, snapshot);
    Situation before = asked.situation(now, rows, policy());
    if (!may(rows) || act.isBarredFor(user.user(), before)) {
      return written(act.refused(before, Reason.FORBIDDEN), journal);
    }
    if (!needsCode()) {
      return written(act.on(before), journal);
    }
    OwnCode own = new OwnCode(snapshot, actor(), asked.key(), now, rows);
    Optional<OneTimeCode> code = asked.code().filter(own::isWellFormed);
    if (code.isEmpty()) {
      var notProcessed = new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH);
      return new Decided<>(notProcessed, List.of(own.formError()));
    }
    Judged judged = own.judge(code.get());
    Effect effect =
        judged.accepted()
            ? act.on(before.with(own.consumedIn(before.tokens(), judged)))
            : act.refused(before, Reason.CODE_REFUSED);
    return both(judged, effect, journal);
  }

  /** One row is updated once: if the act is about the actor's own token, as the act leaves it. */
  private static Decided<Outcome> both(Judged judged, Effect effect, Journal journal) {
    List<Change> changes = new ArrayList<>();
    judged
        .judgement()
        .changed()
        .filter(own -> effect.changes().stream().noneMatch(change -> isUpdateOf(own, change)))
        .map(Change.UpdateToken::new)
        .ifPresent(changes::add);
    changes.addAll(judged.told());
    changes.addAll(effect.with(journal));
    return new Decided<>(effect.outcome(), changes);
  }

  private static boolean isUpdateOf(TokenRow token, Change change) {
    return (change instanceof Change.UpdateToken update && update.row().id().equals(token.id()))
        || (change instanceof Change.RebindToken rebind && rebind.row().id().equals(token.id()));
  }

  private boolean may(Rows rows) {
    boolean open = rows.contract().map(ContractRow::closed).filter(Optional::isEmpty).isPresent();
    Optional<UserRow> row = rows.actor().filter(found -> found.removed().isEmpty());
    return open
        && row.filter(found -> policy().authority(asked.act()).roles().contains(found.role()))
            .isPresent();
  }

  private boolean needsCode() {
    return asked.act() != ApprovalRow.Act.UNLOCK || policy().unlockNeedsCode();
  }

  private static Decided<Outcome> written(Effect effect, Journal journal) {
    return new Decided<>(effect.outcome(), effect.with(journal));
  }

  private Holder actor() {
    return new Holder(asked.holder().bank(), asked.holder().contract(), user.user());
  }

  private ChangePolicy policy() {
    return snapshot.profile().changes();
  }
}
