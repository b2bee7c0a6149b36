package org.ichido.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * A user is removed, and his tokens end. From a token that others share he is unbound, and it goes
 * on for them (S4-16).
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
    Map<Boolean, List<TokenRow>> tokens =
        rows.tokens().stream()
            .collect(Collectors.partitioningBy(token -> token.users().size() > 1));
    List<Change> ends = new ArrayList<>();
    ends.addAll(telling.ends(tokens.getOrDefault(false, List.of()), TokenEnd.Why.USER_REMOVED));
    ends.addAll(telling.unbinds(tokens.getOrDefault(true, List.of()), request.holder()));
    return telling.done(
        new Change.PutUser(user.removedAt(telling.now()), false),
        AuditEvent.USER_REMOVED,
        "",
        ends);
  }
}
