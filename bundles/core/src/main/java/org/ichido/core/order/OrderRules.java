package org.ichido.core.order;

import java.util.Optional;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.core.life.Succession;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;

/** What is in the way of an order, each rule by itself. Pure. */
final class OrderRules {
  private OrderRules() {}

  /** The first of a contract is FIRST and no other is (S4-27). */
  static Optional<Reason> ofKind(OrderKind kind, Rows rows) {
    boolean had =
        rows.orders().stream().anyMatch(order -> order.state() != OrderState.CANCELLED)
            || rows.contractTokens().stream()
                .filter(token -> token.kind() == TokenKind.HARD)
                .anyMatch(
                    token ->
                        token.state() == TokenState.ACTIVE || token.state() == TokenState.REVOKED);
    if (kind == OrderKind.FIRST) {
      return had ? Optional.of(Reason.NOT_THE_FIRST) : Optional.empty();
    }
    return had ? Optional.empty() : Optional.of(Reason.FIRST_MISSING);
  }

  /**
   * A device is replaced if it is the contract's, by registration or, before that, by an order, and
   * no other one is to come in its place.
   */
  static Optional<Reason> ofFormer(Optional<HardTokenRow> former, Rows rows) {
    Optional<ContractKey> contract = rows.contract().map(ContractRow::key);
    Optional<HardTokenRow> own =
        former.filter(
            row ->
                switch (row.state()) {
                  case ACTIVE -> row.contract().equals(contract.map(ContractKey::contract));
                  case SHIPPED -> isOnItsWay(row, rows);
                  case IN_STOCK, ORDERED, RETURNED, DISPOSED, REVOKED -> false;
                });
    if (own.isEmpty()) {
      return Optional.of(Reason.NOT_FOUND);
    }
    boolean ordered =
        rows.orders().stream()
            .filter(order -> !order.state().over())
            .anyMatch(order -> Succession.of(order, rows.orders()).contains(own.get().id()));
    return ordered ? Optional.of(Reason.ORDER_OPEN) : Optional.empty();
  }

  private static boolean isOnItsWay(HardTokenRow device, Rows rows) {
    return rows.orders().stream()
        .filter(order -> order.state() == OrderState.SHIPPED)
        .map(OrderRow::device)
        .anyMatch(device.id()::equals);
  }

  /** The fee is debited from the representative account (S4-29). */
  static Optional<Reason> ofAccount(Rows rows) {
    return rows.contract().flatMap(ContractRow::account).isPresent()
        ? Optional.empty()
        : Optional.of(Reason.NO_ACCOUNT);
  }
}
