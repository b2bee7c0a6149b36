package org.ichido.core.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.life.Succession;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * The device that a user or an operator names by its serial. Who names another contract's, one that
 * is not on its way, or none at all is told the same; the audit says which. Pure.
 *
 * @param device the device, as read; empty if it is not for this contract now
 * @param token its token, as every act sees it; empty likewise
 * @param order by which it is on its way; empty if it was registered already
 * @param wrong what is wrong with it, for the audit; empty text if nothing is
 */
record NamedDevice(
    Optional<HardTokenRow> device,
    Optional<TokenRow> token,
    Optional<OrderRow> order,
    String wrong) {
  /**
   * @param rows the device of the serial, the contract and its orders
   * @param contract the contract that asks
   * @param today the present day in Japan
   */
  static NamedDevice of(Rows rows, ContractKey contract, LocalDate today) {
    if (rows.hardTokens().isEmpty()) {
      return not("no such device");
    }
    HardTokenRow device = rows.hardTokens().get(0);
    Optional<TokenRow> stored =
        rows.deviceTokens().stream().filter(row -> row.id().equals(device.id())).findFirst();
    boolean others =
        device.contract().filter(owner -> !owner.equals(contract.contract())).isPresent()
            || stored.filter(row -> !isOf(row, contract)).isPresent();
    if (others) {
      return not("another contract's device");
    }
    if (stored.isEmpty()) {
      return not("device " + device.state());
    }
    TokenRow token = new Entitlement(rows.contract(), Optional.empty()).seen(stored.get(), today);
    if (!TokenTransitions.of(Optional.of(token.state()), TokenAct.REGISTER_DEVICE).allowed()) {
      return not("token " + token.state());
    }
    Optional<OrderRow> order =
        rows.orders().stream()
            .filter(row -> row.state() == OrderState.SHIPPED && row.device().equals(device.id()))
            .findFirst();
    boolean there =
        switch (device.state()) {
          case SHIPPED -> order.isPresent();
          case ACTIVE -> order.isEmpty();
          case IN_STOCK, ORDERED, RETURNED, DISPOSED, REVOKED -> false;
        };
    if (order.filter(row -> isHeldBack(row, rows)).isPresent()) {
      return not("what it replaces is suspended");
    }
    return there
        ? new NamedDevice(Optional.of(device), Optional.of(token), order, "")
        : not("device " + device.state());
  }

  /** Whether it would take the place of a token that it must not end. */
  private static boolean isHeldBack(OrderRow order, Rows rows) {
    return rows.contractTokens().stream()
        .filter(token -> token.state().live())
        .filter(token -> Succession.of(order, rows.orders()).contains(token.id()))
        .anyMatch(token -> !Succession.takesThePlace(order, rows.orders(), token));
  }

  private static boolean isOf(TokenRow token, ContractKey contract) {
    return token.bank().equals(contract.bank()) && token.contract().equals(contract.contract());
  }

  private static NamedDevice not(String wrong) {
    return new NamedDevice(Optional.empty(), Optional.empty(), Optional.empty(), wrong);
  }

  /** Whether this is the first registration of its life. */
  boolean isFirst() {
    return device.filter(row -> row.state() == HardTokenState.SHIPPED).isPresent();
  }

  /** The same for a user who is to register it: who has a token, only what comes in its place. */
  NamedDevice forUserOf(Optional<TokenRow> own, Rows rows) {
    boolean another =
        device.isPresent() && own.filter(token -> !replaces(token, rows.orders())).isPresent();
    return another ? not("not in the place of the user's own token") : this;
  }

  private boolean replaces(TokenRow other, List<OrderRow> orders) {
    return order.filter(row -> Succession.takesThePlace(row, orders, other)).isPresent();
  }
}
