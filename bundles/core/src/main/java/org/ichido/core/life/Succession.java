package org.ichido.core.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.TokenRow;

/** Which hard tokens another one comes in the place of (S4-39). Pure. */
public final class Succession {
  private Succession() {}

  /**
   * @param order by which a device is to come
   * @param orders all orders of the contract
   * @return what the device replaces, what that was to replace, and so on: the nearest first, ended
   *     or not. A device that never came leaves the one before it to its successor
   */
  public static List<TokenId> of(OrderRow order, List<OrderRow> orders) {
    List<TokenId> formers = new ArrayList<>();
    Optional<OrderRow> next = Optional.of(order);
    while (next.isPresent()) {
      OrderRow successor = next.get();
      Optional<TokenId> former = successor.replaces().map(OrderRow.Replaced::device);
      former.ifPresent(formers::add);
      next = former.flatMap(device -> before(successor, device, orders));
    }
    return List.copyOf(formers);
  }

  /**
   * @param order by which a device is to come
   * @param former a token of the contract
   * @param orders all orders of the contract
   * @return whether a customer ends that token by registering the device. One that the bank has
   *     suspended only by what the bank ordered for a loss or a theft: no customer lifts a
   *     suspension (S3-18)
   */
  public static boolean ends(OrderRow order, TokenRow former, List<OrderRow> orders) {
    return of(order, orders).contains(former.id())
        && (former.suspension().isEmpty() || order.kind().stops());
  }

  /** The order of a device that another order replaces: the last one before that. */
  private static Optional<OrderRow> before(
      OrderRow successor, TokenId device, List<OrderRow> orders) {
    return orders.stream()
        .filter(own -> own.device().equals(device))
        .filter(own -> own.number().compareTo(successor.number()) < 0)
        .reduce((earlier, later) -> later);
  }
}
