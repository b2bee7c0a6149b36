package org.ichido.core.order;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;

/**
 * Numbers a bank's orders, one after the other (S4-29). Core banking answers a number that it knows
 * from memory: after a database was put back from a backup, a number that may have been given since
 * would be called paid by another order's debit. So the first order after a loss leaves out more
 * numbers than a bank gives between two backups. Pure.
 */
final class OrderNumbers {
  /** At most a thousandth of the numbers that there are. */
  private static final long LEFT_OUT = 100_000;

  private OrderNumbers() {}

  static OrderNumber next(Rows rows) {
    long last = rows.lastOrder().map(OrderRow::number).map(OrderNumber::value).orElse(0L);
    return new OrderNumber(last + 1 + (mayBeForgotten(rows) ? LEFT_OUT : 0));
  }

  /** Whether orders may have been lost after the last one that is known. */
  private static boolean mayBeForgotten(Rows rows) {
    Instant begins = rows.memoryBegins();
    Optional<OrderRow> since = rows.lastOrder().filter(order -> !order.placed().isBefore(begins));
    return !begins.equals(Instant.EPOCH) && since.isEmpty();
  }
}
