package org.ichido.spi.transport;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.order.OrderNumber;

/**
 * What core banking answers about a fee, to the request or to an inquiry.
 *
 * @param bank the tenant
 * @param subject whether it is about the debit or the refund
 * @param order the order
 * @param result what it says
 * @param booking core banking's number of the booking, 1 to 16 visible ASCII characters, if BOOKED
 * @param yen how much, as core banking says; another amount than the order's contradicts it
 */
public record DebitReply(
    BankId bank,
    DebitMessage.Subject subject,
    OrderNumber order,
    Result result,
    Optional<String> booking,
    int yen) {
  /** What core banking says. */
  public enum Result {
    /** It is booked. */
    BOOKED,
    /** Not booked: there is not enough money. */
    FUNDS,
    /** Not booked: the account is closed or stopped. */
    ACCOUNT,
    /** Not booked for another reason. */
    OTHER,
    /** To an inquiry: it never came. It is asked for again, in the same words. */
    NEVER_SEEN
  }

  /**
   * @throws IllegalArgumentException if a booking has no number, or none has one
   */
  public DebitReply {
    if ((result == Result.BOOKED) != booking.isPresent()) {
      throw new IllegalArgumentException("a booking has a number, and nothing else has");
    }
  }
}
