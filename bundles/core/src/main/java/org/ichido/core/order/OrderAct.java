package org.ichido.core.order;

import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;

/**
 * Reads what an act on an order needs. An order of another contract is none: nobody is told that
 * there is one.
 */
final class OrderAct {
  private OrderAct() {}

  static Reads reads(ContractKey contract, OrderNumber number, Optional<TokenId> device) {
    Reads reads = Reads.NOTHING.withOrder(new Reads.Ordered(contract.bank(), number));
    return device
        .map(
            id -> reads.withDelivered(new Reads.Delivered(contract.bank(), List.of(), List.of(id))))
        .orElse(reads);
  }

  static Optional<OrderRow> order(Rows rows, ContractKey contract) {
    return rows.order().filter(order -> order.contract().equals(contract));
  }
}
