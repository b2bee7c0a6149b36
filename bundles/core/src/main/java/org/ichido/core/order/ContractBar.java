package org.ichido.core.order;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.spi.store.ContractRow;

/** What of a contract is in the way of a hard token: it is not open, or has another method. */
final class ContractBar {
  private ContractBar() {}

  /**
   * @param contract the contract, if core banking told of it
   * @param today the present day in Japan
   * @return what is in the way; empty if hard tokens are its method now or are to be
   */
  static Optional<Reason> of(Optional<ContractRow> contract, LocalDate today) {
    if (contract.isEmpty()) {
      return Optional.of(Reason.NOT_ENTITLED);
    }
    ContractRow row = contract.get();
    if (row.closed().isPresent()) {
      return Optional.of(Reason.CONTRACT_CLOSED);
    }
    boolean now = row.methodOn(today) == Method.HARD;
    boolean pending = row.change().filter(coming -> coming.method() == Method.HARD).isPresent();
    return now || pending ? Optional.empty() : Optional.of(Reason.NOT_ENTITLED);
  }
}
