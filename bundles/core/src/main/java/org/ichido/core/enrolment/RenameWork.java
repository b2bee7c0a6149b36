package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenameRequest;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.Told;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Changes what the customer added to a token's name (S0-41, S1-23).
 *
 * @param request the token and the addition
 * @param snapshot what it is handled under
 */
record RenameWork(RenameRequest request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withPair(new Reads.Paired(request.bank(), request.pair()));
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Optional<TokenRow> paired =
        Entitlement.of(rows)
            .seen(rows.paired(), JapaneseTime.dayOf(now))
            .filter(
                row ->
                    TokenTransitions.of(Optional.of(Standing.at(row, now)), TokenAct.RENAME)
                        .allowed());
    if (paired.isEmpty() || paired.get().enrolment().isEmpty()) {
      return refused(now, rows.paired(), Reason.NOT_FOUND);
    }
    TokenRow row = paired.get();
    Optional<String> addition =
        snapshot.profile().enrolment().name().addition(request.displayName());
    if (addition.isEmpty()) {
      return refused(now, paired, Reason.NAME_FORM);
    }
    TokenRow renamed = row.withEnrolment(row.enrolment().get().renamed(addition.get()));
    return new Decided<>(
        Outcome.Done.to(now, row.id()),
        List.of(
            new Change.UpdateToken(renamed),
            new Change.Append(entry(now, paired, AuditEvent.RENAMED))));
  }

  private AuditEntry entry(Instant now, Optional<TokenRow> paired, AuditEvent event) {
    return Told.entry(now, event, request.bank(), paired, request.key());
  }

  private Decided<Outcome> refused(Instant now, Optional<TokenRow> paired, Reason reason) {
    AuditEntry entry =
        entry(now, paired, AuditEvent.ACT_REFUSED).withDetail(TokenAct.RENAME + ": " + reason);
    return new Decided<>(new Outcome.Refused(now, reason), List.of(new Change.Append(entry)));
  }
}
