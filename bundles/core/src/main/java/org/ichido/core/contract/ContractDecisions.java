package org.ichido.core.contract;

import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.UnitOfWork;

/** What core banking tells of contracts and users. */
public final class ContractDecisions {
  private ContractDecisions() {}

  /**
   * @param request what core banking tells
   * @param snapshot what it is handled under
   * @return its taking over
   */
  public static UnitOfWork<Outcome> contract(ContractRequest request, Snapshot snapshot) {
    if (request instanceof ContractRequest.Open open) {
      return new OpenWork(open, snapshot);
    } else if (request instanceof ContractRequest.Close close) {
      return new CloseWork(close, snapshot);
    } else if (request instanceof ContractRequest.ChangeMethod change) {
      return new ChangeMethodWork(change, snapshot);
    } else if (request instanceof ContractRequest.MoveBranch move) {
      return new AmendWork(
          move,
          snapshot,
          row -> row.withBranch(move.branch()),
          row -> "branch %s to %s".formatted(row.branch(), move.branch()));
    } else if (request instanceof ContractRequest.ChangeAccount change) {
      return new AmendWork(
          change,
          snapshot,
          row -> row.withAccount(change.account()),
          row -> "representative account");
    } else if (request instanceof ContractRequest.AddUser add) {
      return new AddUserWork(add, snapshot);
    } else if (request instanceof ContractRequest.RemoveUser remove) {
      return new RemoveUserWork(remove, snapshot);
    } else if (request instanceof ContractRequest.ChangeRole change) {
      return new ChangeRoleWork(change, snapshot);
    }
    throw new IllegalArgumentException("no such request: " + request.getClass());
  }
}
