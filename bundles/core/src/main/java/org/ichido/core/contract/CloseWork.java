package org.ichido.core.contract;

import java.util.Optional;
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

/** A contract is closed: no token of it lives on, and no method is to come any more. */
record CloseWork(ContractRequest.Close request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    if (rows.contract().isEmpty()) {
      return telling.refused(Reason.UNKNOWN);
    }
    ContractRow row = rows.contract().get();
    if (row.closed().isPresent()) {
      return row.closed().get().equals(request.day())
          ? telling.unchanged()
          : telling.refused(Reason.CONTRACT_CLOSED);
    }
    if (request.day().isBefore(row.opened())) {
      return telling.refused(Reason.DATE_IN_PAST);
    }
    ContractRow closed =
        row.withMethod(row.methodOn(telling.today()), Optional.empty()).closedOn(request.day());
    return telling.done(
        new Change.PutContract(closed, false),
        AuditEvent.CONTRACT_CLOSED,
        "closed " + request.day(),
        telling.ends(rows.contractTokens(), TokenEnd.Why.CONTRACT_CLOSED));
  }
}
