package org.ichido.core.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.TokenStore;

/** A bank's contracts in the order of their ids, a page at a time. Used by one thread. */
final class StoredContracts {
  private static final int PAGE = 500;

  private final BankId bank;
  private final TokenStore store;
  private final Deque<ContractRow> page = new ArrayDeque<>();
  private Optional<ContractId> last = Optional.empty();
  private boolean end;

  StoredContracts(BankId bank, TokenStore store) {
    this.bank = bank;
    this.store = store;
  }

  /**
   * Passes over one contract.
   *
   * @param contract a contract, behind all that were asked about before
   * @return the open contracts between the one asked about before and this one
   */
  List<ContractRow> openBefore(ContractId contract) {
    List<ContractRow> before = new ArrayList<>();
    while (fill() && page.getFirst().key().contract().value().compareTo(contract.value()) <= 0) {
      ContractRow row = page.removeFirst();
      if (!row.key().contract().equals(contract) && row.closed().isEmpty()) {
        before.add(row);
      }
    }
    return before;
  }

  /**
   * @return the open one that comes next; empty at the end
   */
  Optional<ContractRow> nextOpen() {
    while (fill()) {
      ContractRow row = page.removeFirst();
      if (row.closed().isEmpty()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private boolean fill() {
    if (page.isEmpty() && !end) {
      page.addAll(store.contracts(bank, last, PAGE));
      end = page.size() < PAGE;
      last = page.isEmpty() ? last : Optional.of(page.getLast().key().contract());
    }
    return !page.isEmpty();
  }
}
