package org.ichido.core.contract;

import java.util.List;
import java.util.Optional;
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

/**
 * A user is added, or added again: with the count of deliveries and the cool-down of before, which
 * nobody gets rid of by being removed.
 */
record AddUserWork(ContractRequest.AddUser request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withMember(request.holder());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    if (rows.contract().isEmpty()) {
      return telling.refused(Reason.UNKNOWN);
    }
    if (rows.contract().get().closed().isPresent()) {
      return telling.refused(Reason.CONTRACT_CLOSED);
    }
    Optional<UserRow> user = rows.user();
    if (user.isPresent() && user.get().removed().isEmpty()) {
      return user.get().role() == request.role()
          ? telling.unchanged()
          : telling.refused(Reason.ALREADY_EXISTS);
    }
    UserRow row =
        user.map(former -> former.addedAgain(telling.now(), request.role()))
            .orElseGet(
                () ->
                    new UserRow(
                        request.holder(),
                        request.role(),
                        telling.now(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0));
    return telling.done(
        new Change.PutUser(row, user.isEmpty()),
        AuditEvent.USER_ADDED,
        request.role() + (user.isPresent() ? ", again" : ""),
        List.of());
  }
}
