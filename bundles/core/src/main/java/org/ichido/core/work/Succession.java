package org.ichido.core.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.order.OrderState;
import org.ichido.spi.store.OrderRow;

/**
 * In whose place the device of an order comes (S4-39): that of the one it names and, if nobody ever
 * registered that one, of those in whose place it was to come itself. So users of a lost device go
 * on, although what was sent to them was lost in the mail as well. Pure.
 */
public final class Succession {
  private Succession() {}

  /**
   * @param order an order
   * @param orders all orders of its contract
   * @return the devices, the one that it names first; empty if it replaces none
   */
  public static List<TokenId> formers(OrderRow order, List<OrderRow> orders) {
    List<TokenId> formers = new ArrayList<>();
    Optional<OrderRow> successor = Optional.of(order);
    while (successor.isPresent()) {
      OrderRow later = successor.get();
      Optional<TokenId> former = later.replaces().map(OrderRow.Replaced::device);
      former.ifPresent(formers::add);
      successor =
          former.flatMap(
              device ->
                  orders.stream()
                      .filter(row -> row.device().equals(device))
                      .filter(row -> row.number().compareTo(later.number()) < 0)
                      .max(Comparator.comparing(OrderRow::number))
                      .filter(row -> row.state() != OrderState.REGISTERED));
    }
    return List.copyOf(formers);
  }
}
