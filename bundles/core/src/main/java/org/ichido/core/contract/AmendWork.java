package org.ichido.core.contract;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Something of an open contract changes that no token depends on: its branch, its account.
 *
 * @param amended the contract afterwards
 * @param words what the audit says of it, from the contract before; nothing personal
 */
record AmendWork(
    ContractRequest request,
    Snapshot snapshot,
    UnaryOperator<ContractRow> amended,
    Function<ContractRow, String> words)
    implements UnitOfWork<Outcome> {
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
      return telling.refused(Reason.CONTRACT_CLOSED);
    }
    ContractRow next = amended.apply(row);
    return next.equals(row)
        ? telling.unchanged()
        : telling.done(
            new Change.PutContract(next, false),
            AuditEvent.CONTRACT_CHANGED,
            words.apply(row),
            List.of());
  }
}
