package org.ichido.api.order;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;

/**
 * Which orders to find.
 *
 * @param bank those of a bank
 * @param contract those of a contract alone, if given
 * @param unsettled only those of which a debit or a refund is not settled: QUEUED, REQUESTED,
 *     UNKNOWN or OPERATOR, or whose debit was NOT_BOOKED while the order is not over
 * @param atMost how many at the most, 1 to 10,000
 */
public record OrderQuery(
    BankId bank, Optional<ContractId> contract, boolean unsettled, int atMost) {
  /** The most that are found at once. */
  public static final int MOST = 10_000;

  /**
   * @throws IllegalArgumentException if the number is out of range
   */
  public OrderQuery {
    if (atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException("orders: ask for 1 to 10,000, not " + atMost);
    }
  }
}
