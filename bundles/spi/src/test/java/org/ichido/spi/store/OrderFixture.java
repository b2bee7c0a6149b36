package org.ichido.spi.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.PostingState;
import org.ichido.api.stock.TokenSerial;

/** Orders to put into the store under test. */
public abstract class OrderFixture extends LifeFixture {
  protected static final BankId GINSAN = new BankId("ginsan");
  protected static final ContractKey C2 = new ContractKey(BANK, new ContractId("C2"));
  protected static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  /** A free order of the device H and its number. */
  protected static OrderRow order(int number, ContractKey contract) {
    return new OrderRow(
        new OrderNumber(number),
        contract,
        "012",
        OrderKind.FIRST,
        OrderState.PLACED,
        new TokenId("H" + number),
        new TokenSerial("900-" + number),
        Optional.empty(),
        NOW,
        DAY.plusDays(7),
        Optional.empty(),
        OrderRow.Fee.FREE,
        0);
  }

  /** An order that costs something. */
  protected static OrderRow order(int number, Posting debit) {
    return order(number, C1).withFee(fee(debit));
  }

  protected static OrderRow.Fee fee(Posting debit) {
    return new OrderRow.Fee(
        2_200, 200, Optional.of(account()), Optional.of(debit), Optional.empty());
  }

  /** A posting that was asked for on a business date and is in a state. */
  protected static Posting posting(PostingState state, LocalDate date) {
    return new Posting(
        state,
        Optional.of(date),
        Optional.of(NOW),
        1,
        Optional.empty(),
        state == PostingState.BOOKED ? Optional.of("B-1") : Optional.empty(),
        state == PostingState.NOT_BOOKED ? Optional.of(NotBooked.FUNDS) : Optional.empty());
  }

  protected static OrderRow version(OrderRow row, long version) {
    return new OrderRow(
        row.number(),
        row.contract(),
        row.branch(),
        row.kind(),
        row.state(),
        row.device(),
        row.serial(),
        row.replaces(),
        row.placed(),
        row.expected(),
        row.shipped(),
        row.fee(),
        version);
  }

  protected void put(OrderRow... rows) {
    for (OrderRow row : rows) {
      write(new Change.PutOrder(row, true));
    }
  }

  protected Rows order(BankId bank, int number) {
    return load(Reads.NOTHING.withOrder(new Reads.Ordered(bank, new OrderNumber(number))));
  }

  protected static List<Integer> numbers(List<OrderRow> rows) {
    return rows.stream().map(row -> (int) row.number().value()).toList();
  }
}
