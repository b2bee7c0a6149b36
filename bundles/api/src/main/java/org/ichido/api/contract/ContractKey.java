package org.ichido.api.contract;

import org.ichido.api.BankId;
import org.ichido.api.ContractId;

/**
 * A contract of a bank.
 *
 * @param bank the tenant
 * @param contract the contract within the bank
 */
public record ContractKey(BankId bank, ContractId contract) {
  @Override
  public String toString() {
    return bank + "/" + contract;
  }
}
