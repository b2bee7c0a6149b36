package org.ichido.core.contract;

import java.time.LocalDate;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.TokenEnd;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/** The method of a contract changes, today and so at once, or on a day to come (S4-6, S4-7). */
record ChangeMethodWork(ContractRequest.ChangeMethod request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    LocalDate today = telling.today();
    if (rows.contract().isEmpty()) {
      return telling.refused(Reason.UNKNOWN);
    }
    ContractRow row = rows.contract().get();
    if (row.closed().isPresent()) {
      return telling.refused(Reason.CONTRACT_CLOSED);
    }
    if (request.change().effective().isBefore(today)) {
      return telling.refused(Reason.DATE_IN_PAST);
    }
    MethodStep step = MethodStep.due(row, today).then(request.change(), today);
    if (step.row().equals(row)) {
      return telling.unchanged();
    }
    return telling.done(
        new Change.PutContract(step.row(), false),
        AuditEvent.CONTRACT_CHANGED,
        "method %s to %s from %s"
            .formatted(
                row.methodOn(today), request.change().method(), request.change().effective()),
        telling.ends(step.ended(rows.contractTokens()), TokenEnd.Why.METHOD_CHANGED));
  }
}
