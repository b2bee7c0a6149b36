package org.ichido.core.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.core.work.Written;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Records what came of a mail, all at once: the entry of the outbox, the enrolment for support
 * (S0-27), the audit (S1-29), an event if it failed (S4-8). What was recorded before stands: after
 * a crash, or a notifier that was replaced while it hung, a second outcome says nothing new.
 *
 * @param row the entry of the outbox
 * @param holder whose mail it is
 * @param outcome what came of it
 * @param clock tells when
 */
record MailWork(OutboxRow row, Holder holder, MailOutcome outcome, Clock clock)
    implements UnitOfWork<Set<Written>> {
  @Override
  public Reads reads() {
    return Reads.tokensOf(holder);
  }

  @Override
  public Decided<Set<Written>> decide(Rows rows) {
    Optional<TokenRow> token =
        rows.tokens().stream()
            .filter(one -> Optional.of(one.id()).equals(row.token()))
            .filter(one -> one.enrolment().isPresent())
            .findFirst();
    List<Change> changes =
        token.map(one -> decide(one, clock.instant())).orElseGet(() -> List.of(superseded()));
    return new Decided<>(Written.in(changes), changes);
  }

  private List<Change> decide(TokenRow token, Instant now) {
    Enrolment enrolment = token.enrolment().orElseThrow();
    MailState before = enrolment.mailState();
    if (before != MailState.WAITING) {
      return List.of(
          new Change.Settle(before == MailState.SENT ? row.sent() : row.failed(row.why())));
    }
    if (outcome instanceof MailOutcome.Sent) {
      List<Change> changes = settled(row.sent(), token, MailState.SENT);
      changes.add(entry(now, AuditEvent.MAILED, "try " + (row.tries() + 1)));
      return changes;
    } else if (outcome instanceof MailOutcome.Postponed postponed) {
      Instant next = now.plus(Pauses.OF_MAILS.after(row.tries()));
      // A try at the deadline would find the enrolment over: support is told now, not then.
      return next.isBefore(enrolment.deadline())
          ? List.of(new Change.Settle(row.postponed(next, postponed.why())))
          : failed(token, now, MailOutcome.Word.TOO_LATE, postponed.why());
    } else if (outcome instanceof MailOutcome.Failed failed) {
      return failed(token, now, failed.word(), failed.why());
    }
    return settled(row.failed("superseded"), token, MailState.FAILED);
  }

  private List<Change> failed(TokenRow token, Instant now, MailOutcome.Word word, String why) {
    List<Change> changes = settled(row.failed(why), token, MailState.FAILED);
    changes.add(entry(now, AuditEvent.MAIL_FAILED, word + ": " + why));
    changes.add(
        new Change.Emit(
            OutboxRow.about(
                now, token, OutboxRow.Kind.EVENT, OutboxRow.Type.MAIL_FAILED, word.name())));
    return changes;
  }

  private static List<Change> settled(OutboxRow row, TokenRow token, MailState state) {
    Enrolment enrolment = token.enrolment().orElseThrow().withMailState(state);
    return new ArrayList<>(
        List.of(new Change.Settle(row), new Change.UpdateToken(token.withEnrolment(enrolment))));
  }

  private Change superseded() {
    return new Change.Settle(row.failed("superseded"));
  }

  private Change entry(Instant now, AuditEvent event, String detail) {
    return new Change.Append(
        new AuditEntry(
            now,
            event,
            row.bank(),
            Optional.of(row.contract()),
            row.user(),
            row.token(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            detail));
  }
}
