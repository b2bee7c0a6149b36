package org.ichido.api.requirement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the channel knows of an operation. A fact that is missing never spares a code: the answer is
 * as if it spoke for asking (S0-15).
 *
 * @param approvalInUse whether another user will approve (S0-13)
 * @param payeeRegistered whether the payee was registered with the bank on paper beforehand
 *     (事前登録方式, S0-14); the customer's own list of favourites does not count
 * @param payeeLastPaid the business date of the last payment to this payee before now, if there was
 *     one (S0-15)
 * @param businessDate the business date of the operation
 * @param privateBiller whether a Pay-easy biller is private; false for tax and national funds
 *     (S0-16)
 */
public record Facts(
    Optional<Boolean> approvalInUse,
    Optional<Boolean> payeeRegistered,
    Optional<LocalDate> payeeLastPaid,
    Optional<LocalDate> businessDate,
    Optional<Boolean> privateBiller) {
  /** No fact is known. */
  public static final Facts NONE =
      new Facts(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * @param value whether another user will approve
   * @return a copy with that fact
   */
  public Facts withApprovalInUse(boolean value) {
    return new Facts(
        Optional.of(value), payeeRegistered, payeeLastPaid, businessDate, privateBiller);
  }

  /**
   * @param value whether the payee was registered on paper
   * @return a copy with that fact
   */
  public Facts withPayeeRegistered(boolean value) {
    return new Facts(approvalInUse, Optional.of(value), payeeLastPaid, businessDate, privateBiller);
  }

  /**
   * @param lastPaid the business date of the last payment to the payee
   * @param today the business date of the operation
   * @return a copy with these facts
   */
  public Facts withPayeePaid(LocalDate lastPaid, LocalDate today) {
    return new Facts(
        approvalInUse, payeeRegistered, Optional.of(lastPaid), Optional.of(today), privateBiller);
  }

  /**
   * @param value whether the biller is private
   * @return a copy with that fact
   */
  public Facts withPrivateBiller(boolean value) {
    return new Facts(
        approvalInUse, payeeRegistered, payeeLastPaid, businessDate, Optional.of(value));
  }
}
