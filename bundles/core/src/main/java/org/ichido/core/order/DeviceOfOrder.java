package org.ichido.core.order;

import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.TokenId;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Which device an order set aside. It never changes, so it may be asked before the unit of work
 * that reads the device.
 *
 * @param order the order
 */
public record DeviceOfOrder(Reads.Ordered order) implements UnitOfWork<Optional<TokenId>> {
  /**
   * @param request what is asked
   * @return the question of its order's device; empty if no device is read by its order
   */
  public static Optional<DeviceOfOrder> in(HardTokenRequest request) {
    BankId bank = request.contract().bank();
    return number(request).map(number -> new DeviceOfOrder(new Reads.Ordered(bank, number)));
  }

  private static Optional<OrderNumber> number(HardTokenRequest request) {
    if (request instanceof HardTokenRequest.Ship ship) {
      return Optional.of(ship.order());
    } else if (request instanceof HardTokenRequest.Return back) {
      return Optional.of(back.order());
    } else if (request instanceof HardTokenRequest.CancelOrder cancel) {
      return Optional.of(cancel.order());
    }
    return Optional.empty();
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING.withOrder(order);
  }

  @Override
  public Decided<Optional<TokenId>> decide(Rows rows) {
    return new Decided<>(rows.order().map(OrderRow::device), List.of());
  }
}
