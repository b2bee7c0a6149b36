package org.ichido.spi.store;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;

/**
 * A contract as the store keeps it. Immutable; a change is a copy, and becomes real only if the row
 * still has the {@link #version} that was read.
 *
 * @param key the contract
 * @param branch the branch that keeps it
 * @param cif the customer's number at core banking
 * @param opened the day on which it was opened
 * @param closed the day on which it was closed
 * @param method the method that holds until {@code change} does
 * @param change the method that will hold, and from when
 * @param account the representative account
 * @param version counts the changes of the row, from 0
 */
public record ContractRow(
    ContractKey key,
    String branch,
    Optional<String> cif,
    LocalDate opened,
    Optional<LocalDate> closed,
    Method method,
    Optional<MethodChange> change,
    Optional<Account> account,
    long version) {
  /**
   * @param day a day in Japan
   * @return the method that holds on it; NONE once the contract is closed
   */
  public Method methodOn(LocalDate day) {
    if (closed.isPresent()) {
      return Method.NONE;
    }
    return change
        .filter(coming -> !coming.effective().isAfter(day))
        .map(MethodChange::method)
        .orElse(method);
  }

  /**
   * @param day the day on which it was closed
   * @return a copy that is closed
   */
  public ContractRow closedOn(LocalDate day) {
    return new ContractRow(
        key, branch, cif, opened, Optional.of(day), method, change, account, version);
  }

  /**
   * @param now the method that holds now
   * @param coming the one that will hold
   * @return a copy with these
   */
  public ContractRow withMethod(Method now, Optional<MethodChange> coming) {
    return new ContractRow(key, branch, cif, opened, closed, now, coming, account, version);
  }

  /**
   * @param value the branch that keeps it from now on
   * @return a copy with that branch
   */
  public ContractRow withBranch(String value) {
    return new ContractRow(key, value, cif, opened, closed, method, change, account, version);
  }

  /**
   * @param value the representative account from now on
   * @return a copy with that account
   */
  public ContractRow withAccount(Account value) {
    return new ContractRow(
        key, branch, cif, opened, closed, method, change, Optional.of(value), version);
  }
}
