package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.TokenSerial;

/**
 * An order of a hard token as the store keeps it, for ever. Immutable; a change is a copy, and
 * becomes real only if the row still has the {@link #version} that was read.
 *
 * @param number its number at the bank
 * @param contract whom it is for
 * @param branch the branch that keeps the contract, as it was when it was placed
 * @param kind why
 * @param state where it stands
 * @param device the device that is set aside; while the order is not over, of no other order
 * @param serial what is printed on it
 * @param replaces the device in whose place it comes
 * @param placed when it was placed: the day of it is day 0 of the time for skipping (S4-24)
 * @param expected the day by which the customer should have it (S4-31)
 * @param shipped when it was sent last
 * @param fee what it costs and how that stands
 * @param version counts the changes of the row, from 0
 */
public record OrderRow(
    OrderNumber number,
    ContractKey contract,
    String branch,
    OrderKind kind,
    OrderState state,
    TokenId device,
    TokenSerial serial,
    Optional<Replaced> replaces,
    Instant placed,
    LocalDate expected,
    Optional<Instant> shipped,
    Fee fee,
    long version) {
  /**
   * A device in whose place another one comes.
   *
   * @param device the device
   * @param serial what is printed on it
   */
  public record Replaced(TokenId device, TokenSerial serial) {}

  /**
   * What an order costs.
   *
   * @param yen tax included; 0 if it is free
   * @param tax how much of it is tax
   * @param account the representative account when the order was placed; empty if it is free
   * @param debit the debit; empty if it is free
   * @param refund the refund; empty if none is owed
   */
  public record Fee(
      int yen,
      int tax,
      Optional<Account> account,
      Optional<Posting> debit,
      Optional<Posting> refund) {
    /** Of an order that costs nothing. */
    public static final Fee FREE =
        new Fee(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param value how the debit stands
     * @return a copy with that
     */
    public Fee withDebit(Posting value) {
      return new Fee(yen, tax, account, Optional.of(value), refund);
    }

    /**
     * @param value how the refund stands
     * @return a copy with that
     */
    public Fee withRefund(Posting value) {
      return new Fee(yen, tax, account, debit, Optional.of(value));
    }
  }

  /**
   * @param next where it stands from now on
   * @return a copy in that state
   */
  public OrderRow moved(OrderState next) {
    return with(next, shipped, fee);
  }

  /**
   * @param at when
   * @return a copy that is SHIPPED
   */
  public OrderRow shippedAt(Instant at) {
    return with(OrderState.SHIPPED, Optional.of(at), fee);
  }

  /**
   * @param value how the fee stands
   * @return a copy with that
   */
  public OrderRow withFee(Fee value) {
    return with(state, shipped, value);
  }

  private OrderRow with(OrderState newState, Optional<Instant> newShipped, Fee newFee) {
    return new OrderRow(
        number,
        contract,
        branch,
        kind,
        newState,
        device,
        serial,
        replaces,
        placed,
        expected,
        newShipped,
        newFee,
        version);
  }
}
