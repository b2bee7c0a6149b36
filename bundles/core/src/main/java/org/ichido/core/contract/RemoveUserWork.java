package org.ichido.core.contract;

import java.util.List;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.TokenEnd;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * A user is removed, and his tokens end. A token that others share goes on for them (S4-16); his
 * row keeps him from using it.
 */
record RemoveUserWork(ContractRequest.RemoveUser request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    if (rows.contract().isEmpty() || rows.user().isEmpty()) {
      return telling.refused(Reason.UNKNOWN);
    }
    UserRow user = rows.user().get();
    if (user.removed().isPresent()) {
      return telling.unchanged();
    }
    if (rows.contract().get().closed().isPresent()) {
      return telling.refused(Reason.CONTRACT_CLOSED);
    }
    List<TokenRow> own = rows.tokens().stream().filter(row -> row.users().size() == 1).toList();
    return telling.done(
        new Change.PutUser(user.removedAt(telling.now()), false),
        AuditEvent.USER_REMOVED,
        "",
        telling.ends(own, TokenEnd.Why.USER_REMOVED));
  }
}
