package org.ichido.core.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenState;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.life.Transition;
import org.ichido.core.work.Told;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Takes an issue or a re-issue back while its enrolment is under way. The token that a re-issue
 * revoked stays revoked.
 *
 * @param request which earlier request is taken back
 * @param clock tells when
 */
record CancelWork(CancelRequest request, Clock clock) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.tokensOf(request.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = clock.instant();
    Told told = new Told(now, request.holder(), request.key());
    if (request.original().isEmpty()) {
      return refused(told, Reason.NOT_FOUND);
    }
    CancelRequest.Original original = request.original().get();
    Optional<TokenRow> token =
        rows.tokens().stream()
            .filter(row -> original.began().equals(Optional.of(row.id())))
            .findFirst();
    Optional<TokenState> state = token.map(row -> Standing.at(row, now));
    Transition transition = TokenTransitions.of(state, TokenAct.CANCEL);
    if (token.isEmpty() || transition.next().isEmpty()) {
      return refused(told, transition.refused().orElse(Reason.NOT_CANCELLABLE));
    }
    List<Change> end =
        told.end(token.get(), transition.next().get(), "request taken back: " + original.id());
    return new Decided<>(
        new Outcome.Done(now, original.began(), Optional.empty(), Optional.empty()), end);
  }

  private static Decided<Outcome> refused(Told told, Reason reason) {
    return new Decided<>(
        new Outcome.Refused(told.now(), reason),
        List.of(
            new Change.Append(
                told.entry(AuditEvent.ACT_REFUSED).withDetail(TokenAct.CANCEL + ": " + reason))));
  }
}
