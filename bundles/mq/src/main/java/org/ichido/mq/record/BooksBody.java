package org.ichido.mq.record;

import org.ichido.api.order.Books;
import org.ichido.api.order.BooksOutcome;

/** Fills the body that says what is booked under a business date. */
final class BooksBody {
  private static final long MOST = 999_999_999;
  private static final long MOST_YEN = 999_999_999_999L;
  private static final int MOST_DIFFERENCES = 99_999;

  private BooksBody() {}

  static HostRecord fill(HostRecord reply, BooksOutcome compared) {
    Books ours = compared.ours();
    return reply
        .with("ICH-OUR-DEBITS", number(ours.debits(), MOST))
        .with("ICH-OUR-DEBIT-YEN", number(ours.debitYen(), MOST_YEN))
        .with("ICH-OUR-REFUNDS", number(ours.refunds(), MOST))
        .with("ICH-OUR-REFUND-YEN", number(ours.refundYen(), MOST_YEN))
        .set(compared.equal() ? "ICH-BOOKS-ARE-EQUAL" : "ICH-BOOKS-DIFFER")
        .with("ICH-BOOKS-DIFFERENCES", number(compared.differences().size(), MOST_DIFFERENCES));
  }

  private static String number(long number, long most) {
    return Long.toString(Math.min(number, most));
  }
}
