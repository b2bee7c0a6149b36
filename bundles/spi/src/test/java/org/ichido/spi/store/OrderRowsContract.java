package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.PostingState;
import org.ichido.api.stock.TokenSerial;
import org.junit.jupiter.api.Test;

/** What every token store must do with orders. Extended beside each implementation. */
public abstract class OrderRowsContract extends OrderFixture {
  private static final ContractKey ELSEWHERE = new ContractKey(GINSAN, C1.contract());

  @Test
  void aFreeOrderComesBackWholeAndChanges() {
    OrderRow free = order(1, C1);
    put(free);
    assertThat(order(BANK, 1).order()).contains(free);

    OrderRow shipped = free.shippedAt(NOW.plusNanos(1));
    write(new Change.PutOrder(shipped, false));
    assertThat(order(BANK, 1).order()).contains(version(shipped, 1));

    OrderRow returned = version(shipped, 1).moved(OrderState.RETURNED);
    write(new Change.PutOrder(returned, false));
    assertThat(order(BANK, 1).order()).contains(version(returned, 2));
  }

  @Test
  void anOrderWithADebitAndARefundComesBackWholeAndChanges() {
    OrderRow placed = reissue(Posting.requested(DAY, NOW));
    put(placed);
    assertThat(order(BANK, 7).order()).contains(placed);

    Posting unknown =
        new Posting(
            PostingState.UNKNOWN,
            Optional.of(DAY),
            Optional.of(NOW.plusNanos(7)),
            3,
            Optional.of(NOW.plusSeconds(1_800)),
            Optional.empty(),
            Optional.empty());
    OrderRow asked = placed.withFee(placed.fee().withDebit(unknown));
    write(new Change.PutOrder(asked, false));
    assertThat(order(BANK, 7).order()).contains(version(asked, 1));

    OrderRow refunded =
        version(asked, 1)
            .withFee(
                asked
                    .fee()
                    .withDebit(posting(PostingState.BOOKED, DAY))
                    .withRefund(posting(PostingState.NOT_BOOKED, DAY.plusDays(1))))
            .moved(OrderState.CANCELLED);
    write(new Change.PutOrder(refunded, false));
    assertThat(order(BANK, 7).order()).contains(version(refunded, 2));
  }

  /** Everything of each posting may be there, whatever the other one has. */
  @Test
  void aRefundHasAllThatADebitHas() {
    Posting full =
        new Posting(
            PostingState.OPERATOR,
            Optional.of(DAY),
            Optional.of(NOW),
            4,
            Optional.of(NOW.plusSeconds(1)),
            Optional.of("B-77"),
            Optional.of(NotBooked.ACCOUNT));
    OrderRow row = order(1, Posting.QUEUED);
    OrderRow refund = row.withFee(row.fee().withRefund(full));
    OrderRow debit = order(2, full);
    put(refund, debit);

    assertThat(order(BANK, 1).order()).contains(refund);
    assertThat(order(BANK, 2).order()).contains(debit);
  }

  @Test
  void aStaleOrderAndOneThatIsNotThereAreDecidedAgain() {
    OrderRow row = order(1, C1);
    assertDecidedAgain(new Change.PutOrder(row, false));
    put(row);
    write(new Change.PutOrder(row.shippedAt(NOW), false));

    assertDecidedAgain(new Change.PutOrder(row.moved(OrderState.CANCELLED), false));
    assertThat(order(BANK, 1).order()).contains(version(row.shippedAt(NOW), 1));
  }

  /** Two branches took the same next number: the later one draws again. */
  @Test
  void aNumberThatIsTakenIsDecidedAgainWithinTheBank() {
    put(order(1, C1));

    assertDecidedAgain(new Change.PutOrder(withDevice(order(1, C2), "H9"), true));
    put(withDevice(order(1, ELSEWHERE), "H9"));
    assertThat(order(BANK, 1).order()).contains(order(1, C1));
    assertThat(order(GINSAN, 1).order()).contains(withDevice(order(1, ELSEWHERE), "H9"));
    assertThat(order(GINSAN, 2).order()).isEmpty();
  }

  @Test
  void anOrderThatIsNotOverHasItsDeviceAlone() {
    OrderRow first = order(1, C1);
    OrderRow second = withDevice(order(2, C2), "H1");
    put(first);
    for (OrderState state : List.of(OrderState.PLACED, OrderState.SHIPPED, OrderState.RETURNED)) {
      long version = order(BANK, 1).order().orElseThrow().version();
      write(new Change.PutOrder(version(first.moved(state), version), false));
      assertDecidedAgain(new Change.PutOrder(second, true));
    }
  }

  /** S4-21: a device that came back into stock is ordered again. */
  @Test
  void theDeviceOfAnOrderThatIsOverIsFree() {
    int number = 0;
    for (OrderState end : List.of(OrderState.CANCELLED, OrderState.REGISTERED)) {
      number++;
      put(withDevice(order(number, C1), end.name()));
      write(
          new Change.PutOrder(withDevice(order(number, C1), end.name()).moved(end), false),
          new Change.PutOrder(withDevice(order(number + 10, C2), end.name()), true));
      assertThat(order(BANK, number + 10).order()).isPresent();
    }
  }

  @Test
  void theGreatestNumberOfTheBankIsRead() {
    assertThat(last()).isEmpty();
    put(order(2, C1), order(10, C2), order(3, C1), order(11, ELSEWHERE));
    assertThat(last()).contains(new OrderNumber(10));
    write(new Change.PutOrder(order(10, C2).moved(OrderState.CANCELLED), false));
    assertThat(last()).as("never given again").contains(new OrderNumber(10));
  }

  @Test
  void theOrdersOfAContractComeByNumber() {
    OrderRow over = order(9, C1).moved(OrderState.CANCELLED);
    put(order(10, C1), over, order(8, C2), order(7, ELSEWHERE));

    assertThat(load(Reads.NOTHING.withOrdersOf(C1)).orders()).containsExactly(over, order(10, C1));
    assertThat(load(Reads.NOTHING.withOrdersOf(C2)).orders()).containsExactly(order(8, C2));
    assertThat(load(Reads.NOTHING).orders()).isEmpty();
  }

  @Test
  void ordersAreFoundByBankAndByContract() {
    put(order(10, C1), order(9, C1), order(8, C2), order(7, ELSEWHERE));

    assertThat(numbers(find(Optional.empty(), false, 10))).containsExactly(8, 9, 10);
    assertThat(numbers(find(Optional.empty(), false, 2))).containsExactly(8, 9);
    assertThat(numbers(find(Optional.of(C1), false, 10))).containsExactly(9, 10);
    assertThat(numbers(find(Optional.of(C1), false, 1))).containsExactly(9);
  }

  /** What an operator has to look after. */
  @Test
  void unsettledOrdersAreFound() {
    put(order(1, C1), order(2, Posting.QUEUED));
    int number = 3;
    for (PostingState state : PostingState.values()) {
      put(order(number++, posting(state, DAY)));
    }
    OrderRow unpaid = order(20, posting(PostingState.NOT_BOOKED, DAY)).moved(OrderState.CANCELLED);
    OrderRow owed = order(21, posting(PostingState.BOOKED, DAY)).moved(OrderState.CANCELLED);
    put(unpaid, owed.withFee(owed.fee().withRefund(Posting.QUEUED)));

    assertThat(numbers(find(Optional.empty(), true, 10)))
        .as("all but the free one, those that are BOOKED or DROPPED, and what is over and unpaid")
        .containsExactly(2, 3, 4, 5, 6, 8, 21);
    assertThat(numbers(find(Optional.empty(), true, 2))).containsExactly(2, 3);
    assertThat(numbers(find(Optional.of(C1), true, 10))).containsExactly(2, 3, 4, 5, 6, 8, 21);
    assertThat(find(Optional.of(C2), true, 10)).isEmpty();

    write(new Change.PutOrder(order(2, posting(PostingState.BOOKED, DAY)), false));
    assertThat(numbers(find(Optional.empty(), true, 1))).as("settled").containsExactly(3);
  }

  private Optional<OrderNumber> last() {
    return load(Reads.NOTHING.withLastOrder(BANK)).lastOrder().map(OrderRow::number);
  }

  private List<OrderRow> find(Optional<ContractKey> contract, boolean unsettled, int atMost) {
    return store()
        .orders(new OrderQuery(BANK, contract.map(ContractKey::contract), unsettled, atMost));
  }

  private static OrderRow reissue(Posting debit) {
    Instant placed = NOW.plusNanos(5);
    return new OrderRow(
        new OrderNumber(7),
        C1,
        "新宿",
        OrderKind.REISSUE_STOLEN,
        OrderState.PLACED,
        new TokenId("H7"),
        new TokenSerial("900-7"),
        Optional.of(new OrderRow.Replaced(new TokenId("H1"), new TokenSerial("900-1"))),
        placed,
        DAY,
        Optional.empty(),
        fee(debit),
        0);
  }

  private static OrderRow withDevice(OrderRow row, String device) {
    return new OrderRow(
        row.number(),
        row.contract(),
        row.branch(),
        row.kind(),
        row.state(),
        new TokenId(device),
        row.serial(),
        row.replaces(),
        row.placed(),
        row.expected(),
        row.shipped(),
        row.fee(),
        row.version());
  }
}
