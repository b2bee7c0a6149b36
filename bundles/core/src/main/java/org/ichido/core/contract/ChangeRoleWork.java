package org.ichido.core.contract;

import java.util.List;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/** A user's role changes, and nothing of his tokens. */
record ChangeRoleWork(ContractRequest.ChangeRole request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withMember(request.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    if (rows.contract().isEmpty()
        || rows.user().filter(user -> user.removed().isEmpty()).isEmpty()) {
      return telling.refused(Reason.UNKNOWN);
    }
    if (rows.contract().get().closed().isPresent()) {
      return telling.refused(Reason.CONTRACT_CLOSED);
    }
    UserRow user = rows.user().get();
    return user.role() == request.role()
        ? telling.unchanged()
        : telling.done(
            new Change.PutUser(user.withRole(request.role()), false),
            AuditEvent.ROLE_CHANGED,
            user.role() + " to " + request.role(),
            List.of());
  }
}
