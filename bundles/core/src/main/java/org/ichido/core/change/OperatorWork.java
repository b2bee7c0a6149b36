package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.profile.FourEyes;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * An operator acts for a customer. Where the profile wants the approval asked for, nothing is done
 * yet but to remember what was asked; and only if it could be done now.
 *
 * @param asked what is asked for
 * @param operator who asks
 * @param snapshot what it is handled under
 */
record OperatorWork(Asked asked, Actor.Operator operator, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(asked.holder()).withApproval(asked.key());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Act act = Act.of(asked.act());
    Journal journal = Journal.of(now, asked.holder(), asked.key(), operator, snapshot);
    Situation situation = asked.situation(now, rows, policy());
    Optional<Reason> inTheWay = inTheWay(act, situation);
    Effect effect =
        inTheWay.isPresent() ? act.refused(situation, inTheWay.get()) : act.on(situation);
    if (effect.hasEffect() && policy().approvals().of(asked.act()) == FourEyes.ASKED) {
      return ask(rows.approval(), journal, effect);
    }
    return new Decided<>(effect.outcome(), effect.with(journal));
  }

  private Optional<Reason> inTheWay(Act act, Situation situation) {
    if (!policy().authority(asked.act()).operators()) {
      return Optional.of(Reason.FORBIDDEN);
    }
    boolean grounds = operator.reason().isPresent() && operator.paperNumber().isPresent();
    if (act.needsGrounds(situation) && !grounds) {
      return Optional.of(Reason.GROUNDS_MISSING);
    }
    if (policy().approvals().of(asked.act()) == FourEyes.NAMED && operator.approver().isEmpty()) {
      return Optional.of(Reason.APPROVER_MISSING);
    }
    return Optional.empty();
  }

  /** The id may have been used long ago, before the inbox forgot it: its row is taken over. */
  private Decided<Outcome> ask(Optional<ApprovalRow> former, Journal journal, Effect effect) {
    Instant until = journal.now().plus(policy().approvals().within());
    ApprovalRow row =
        new ApprovalRow(
            asked.key(),
            asked.holder(),
            asked.act(),
            operator,
            journal.now(),
            until,
            Optional.empty(),
            former.map(ApprovalRow::version).orElse(0L));
    return new Decided<>(
        new Outcome.AwaitsApproval(journal.now(), until),
        List.of(
            new Change.PutApproval(row, former.isEmpty()),
            journal.entry(
                AuditEvent.APPROVAL_ASKED,
                effect.token(),
                asked.act() + " by " + operator.name())));
  }

  private ChangePolicy policy() {
    return snapshot.profile().changes();
  }
}
