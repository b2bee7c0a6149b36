package org.ichido.spi.transport;

import java.time.LocalDate;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;

/**
 * What core banking is asked about a fee (S4-29). The same order number is the same debit, however
 * often it is said: core banking answers a repeated one from memory.
 *
 * @param bank the tenant
 * @param subject what it is about
 * @param order the order; core banking knows debit and refund by it
 * @param contract whose order
 * @param branch the branch that keeps the contract
 * @param businessDate the business date of the original request, for an inquiry as well; it is the
 *     value date
 * @param yen how much, tax included
 * @param tax how much of it is tax
 * @param feeCode the bank's code of the fee
 * @param account the account that is debited or credited
 * @param inquiry 0 for the request itself; from 1 on the number of the inquiry what became of it
 * @param again whether the request may have been sent before; false for an inquiry, which can be
 *     asked any number of times
 */
public record DebitMessage(
    BankId bank,
    Subject subject,
    OrderNumber order,
    ContractId contract,
    String branch,
    LocalDate businessDate,
    int yen,
    int tax,
    String feeCode,
    Account account,
    int inquiry,
    boolean again) {
  /** What a message is about. */
  public enum Subject {
    /** The debit. */
    DEBIT,
    /** The refund. */
    REFUND
  }
}
