package org.ichido.core.contract;

import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * A contract is opened. Whatever method core banking says is taken over: what the bank no longer
 * gives to new contracts is refused when a user asks for it (S0-1).
 */
record OpenWork(ContractRequest.Open request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Telling telling = new Telling(request, snapshot.clock().instant());
    ContractTerms terms = request.terms();
    if (rows.contract().isPresent()) {
      ContractRow row = rows.contract().get();
      if (row.closed().isPresent()) {
        return telling.refused(Reason.CONTRACT_CLOSED);
      }
      return says(terms, row, row.methodOn(telling.today()))
          ? telling.unchanged()
          : telling.refused(Reason.ALREADY_EXISTS);
    }
    Method method = terms.method().orElse(snapshot.profile().contracts().methodOfNew());
    ContractRow row =
        new ContractRow(
            request.contract(),
            terms.branch(),
            terms.cif(),
            terms.opened(),
            Optional.empty(),
            method,
            Optional.empty(),
            terms.account(),
            0);
    String by = terms.method().isPresent() ? "" : " by the profile";
    return telling.done(
        new Change.PutContract(row, true),
        AuditEvent.CONTRACT_OPENED,
        "branch %s, opened %s, method %s%s".formatted(row.branch(), row.opened(), method, by),
        List.of());
  }

  private static boolean says(ContractTerms terms, ContractRow row, Method method) {
    return terms.branch().equals(row.branch())
        && terms.cif().equals(row.cif())
        && terms.opened().equals(row.opened())
        && terms.account().equals(row.account())
        && terms.method().filter(said -> said != method).isEmpty();
  }
}
