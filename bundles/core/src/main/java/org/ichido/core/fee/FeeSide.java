package org.ichido.core.fee;

import java.util.Optional;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.DebitMessage.Subject;

/**
 * One of the two postings of an order's fee.
 *
 * @param order the order
 * @param subject which of the two
 */
public record FeeSide(OrderRow order, Subject subject) {
  /**
   * @return how it stands, if there is anything to debit or to refund
   */
  public Optional<Posting> posting() {
    OrderRow.Fee fee = order.fee();
    return subject == Subject.DEBIT ? fee.debit() : fee.refund();
  }

  /**
   * @param value how it stands from now on
   * @return the same side with that
   */
  public FeeSide with(Posting value) {
    OrderRow.Fee fee = order.fee();
    return new FeeSide(
        order.withFee(subject == Subject.DEBIT ? fee.withDebit(value) : fee.withRefund(value)),
        subject);
  }

  boolean refund() {
    return subject == Subject.REFUND;
  }

  /** {@code order 00000012 debit 2200 yen}. */
  String words() {
    return words(order.number(), refund()) + " " + order.fee().yen() + " yen";
  }

  /**
   * @param number the number of an order
   * @param refund whether its refund is meant; otherwise its debit
   * @return {@code order 00000012 debit}
   */
  public static String words(OrderNumber number, boolean refund) {
    return "order " + number + (refund ? " refund" : " debit");
  }
}
