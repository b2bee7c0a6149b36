package org.ichido.api;

/**
 * A user under a contract of a bank: who presents a code. At any time a holder has at most one
 * ACTIVE token; several holders of one contract may share a HARD token (S4-16).
 *
 * @param bank the tenant
 * @param contract the contract within the bank
 * @param user the login within the contract
 */
public record Holder(BankId bank, ContractId contract, UserId user) {
  @Override
  public String toString() {
    return bank + "/" + contract + "/" + user;
  }
}
