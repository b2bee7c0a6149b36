package org.ichido.api.contract;

import java.time.LocalDate;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/** Something core banking tells of a contract or a user. */
public sealed interface ContractRequest {
  /**
   * @return the request's identity
   */
  RequestKey key();

  /**
   * @return the contract
   */
  ContractKey contract();

  /**
   * A contract was opened. Told again with the same content, nothing changes.
   *
   * @param key the request's identity
   * @param contract the contract
   * @param terms what holds for it
   */
  record Open(RequestKey key, ContractKey contract, ContractTerms terms)
      implements ContractRequest {}

  /**
   * A contract was closed (解約): all its tokens are revoked, now, whatever the day is. A business
   * date may lie ahead of the calendar, and nobody closes a contract of which core banking still
   * lets customers make use.
   *
   * @param key the request's identity
   * @param contract the contract
   * @param day the day on which it was closed
   */
  record Close(RequestKey key, ContractKey contract, LocalDate day) implements ContractRequest {}

  /**
   * The method changes for all users of the contract (S3-27, S4-6, S4-7). Tokens of the former kind
   * are revoked when the day comes.
   *
   * @param key the request's identity
   * @param contract the contract
   * @param change the method and its first day; today or later
   */
  record ChangeMethod(RequestKey key, ContractKey contract, MethodChange change)
      implements ContractRequest {}

  /**
   * Another branch keeps the contract.
   *
   * @param key the request's identity
   * @param contract the contract
   * @param branch the branch, 3 characters
   */
  record MoveBranch(RequestKey key, ContractKey contract, String branch)
      implements ContractRequest {
    /**
     * @throws IllegalArgumentException if the branch has another form
     */
    public MoveBranch {
      ContractTerms.requireBranch(branch);
    }
  }

  /**
   * The representative account changed.
   *
   * @param key the request's identity
   * @param contract the contract
   * @param account the account from now on
   */
  record ChangeAccount(RequestKey key, ContractKey contract, Account account)
      implements ContractRequest {}

  /**
   * A user was added. Told again with the same role, nothing changes.
   *
   * @param key the request's identity
   * @param holder the user
   * @param role what the user may do
   */
  record AddUser(RequestKey key, Holder holder, Role role) implements ContractRequest {
    @Override
    public ContractKey contract() {
      return new ContractKey(holder.bank(), holder.contract());
    }
  }

  /**
   * A user was removed: the user's tokens are revoked.
   *
   * @param key the request's identity
   * @param holder the user
   */
  record RemoveUser(RequestKey key, Holder holder) implements ContractRequest {
    @Override
    public ContractKey contract() {
      return new ContractKey(holder.bank(), holder.contract());
    }
  }

  /**
   * A user's role changed. Tokens stay.
   *
   * @param key the request's identity
   * @param holder the user
   * @param role what the user may do from now on
   */
  record ChangeRole(RequestKey key, Holder holder, Role role) implements ContractRequest {
    @Override
    public ContractKey contract() {
      return new ContractKey(holder.bank(), holder.contract());
    }
  }
}
