package org.ichido.core.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.TokenRow;

/**
 * Which hard tokens another one comes in the place of (S4-39). A device that never came leaves the
 * one before it to its successor, so users of a lost device go on although what was sent to them
 * was lost in the mail as well. Pure.
 */
public final class Succession {
  private Succession() {}

  /**
   * @param order by which a device is to come
   * @param orders all orders of the contract
   * @return what the device replaces, what that was to replace, and so on: the nearest first, ended
   *     or not
   */
  public static List<TokenId> of(OrderRow order, List<OrderRow> orders) {
    return links(order, orders).stream().flatMap(link -> former(link).stream()).toList();
  }

  /**
   * @param order by which a device is to come
   * @param orders all orders of the contract
   * @param former a live token
   * @return whether the device takes its place. That of one that the bank has stopped only if the
   *     order that names it did so, after a loss or theft: no customer's own exchange gets rid of a
   *     suspension (S3-18)
   */
  public static boolean takesThePlace(OrderRow order, List<OrderRow> orders, TokenRow former) {
    return links(order, orders).stream()
        .filter(link -> former(link).equals(Optional.of(former.id())))
        .anyMatch(link -> former.suspension().isEmpty() || link.kind().stops());
  }

  private static List<OrderRow> links(OrderRow order, List<OrderRow> orders) {
    List<OrderRow> links = new ArrayList<>();
    Optional<OrderRow> next = Optional.of(order);
    while (next.isPresent()) {
      OrderRow link = next.get();
      links.add(link);
      next = former(link).flatMap(device -> before(link, device, orders));
    }
    return links;
  }

  private static Optional<TokenId> former(OrderRow order) {
    return order.replaces().map(OrderRow.Replaced::device);
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
