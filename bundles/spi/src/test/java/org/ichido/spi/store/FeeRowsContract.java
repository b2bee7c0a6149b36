package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.PostingState;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with what orders cost and what core banking says of it (S4-29).
 * Extended beside each implementation.
 */
public abstract class FeeRowsContract extends OrderFixture {
  private static final ContractKey ELSEWHERE = new ContractKey(GINSAN, C1.contract());

  @Test
  void whatWaitsForTheOpeningOfBusinessIsFoundByNumber() {
    OrderRow refund = order(3, posting(PostingState.BOOKED, DAY));
    put(
        order(5, Posting.QUEUED),
        order(4, Posting.requested(DAY, NOW)),
        refund.withFee(refund.fee().withRefund(Posting.QUEUED)),
        order(2, C1),
        order(1, ELSEWHERE).withFee(fee(Posting.QUEUED)));

    assertThat(numbers(store().feesQueued(BANK, 10))).containsExactly(3, 5);
    assertThat(numbers(store().feesQueued(BANK, 1))).containsExactly(3);

    write(new Change.PutOrder(order(5, Posting.requested(DAY, NOW)), false));
    assertThat(numbers(store().feesQueued(BANK, 10))).containsExactly(3);
  }

  @Test
  void whatIsDueIsFoundTheLongestDueFirst() {
    Instant due = NOW.plusSeconds(60);
    OrderRow refund = order(1, posting(PostingState.BOOKED, DAY));
    put(
        order(4, Posting.requested(DAY, due)),
        order(3, Posting.requested(DAY, due.plusNanos(1))),
        order(2, Posting.requested(DAY, NOW)),
        refund.withFee(refund.fee().withRefund(Posting.requested(DAY, NOW.plusSeconds(1)))),
        order(5, Posting.QUEUED),
        order(6, posting(PostingState.BOOKED, DAY)),
        order(7, ELSEWHERE).withFee(fee(Posting.requested(DAY, NOW))));

    assertThat(numbers(store().feesDue(BANK, due, 10))).containsExactly(2, 1, 4);
    assertThat(numbers(store().feesDue(BANK, due, 1))).containsExactly(2);
    assertThat(store().feesDue(BANK, NOW.minusNanos(1), 10)).isEmpty();

    write(new Change.PutOrder(order(2, posting(PostingState.BOOKED, DAY)), false));
    assertThat(numbers(store().feesDue(BANK, due.plusNanos(1), 10))).containsExactly(1, 4, 3);
  }

  /** Of two postings of one order the earlier counts. */
  @Test
  void anOrderIsDueWithTheFirstOfItsPostings() {
    OrderRow row = order(1, Posting.requested(DAY, NOW.plusSeconds(9)));
    put(row.withFee(row.fee().withRefund(Posting.requested(DAY, NOW))));

    assertThat(numbers(store().feesDue(BANK, NOW, 10))).containsExactly(1);
  }

  @Test
  void theFeesOfABusinessDateAreFound() {
    LocalDate next = DAY.plusDays(1);
    OrderRow both = order(3, posting(PostingState.BOOKED, DAY));
    OrderRow late = order(2, posting(PostingState.BOOKED, DAY));
    put(
        order(4, posting(PostingState.UNKNOWN, DAY)),
        both.withFee(both.fee().withRefund(posting(PostingState.BOOKED, DAY))),
        late.withFee(late.fee().withRefund(posting(PostingState.BOOKED, next))),
        order(1, Posting.QUEUED),
        order(5, ELSEWHERE).withFee(fee(posting(PostingState.BOOKED, DAY))));

    assertThat(numbers(store().feesOf(BANK, DAY))).as("each once").containsExactly(2, 3, 4);
    assertThat(numbers(store().feesOf(BANK, next))).containsExactly(2);
    assertThat(store().feesOf(BANK, DAY.minusDays(1))).isEmpty();
  }

  @Test
  void whatCoreBankingSaidIsKeptOnceHoweverOftenItIsSaid() {
    BookingRow booked = booked(1, "B-1");
    BookingRow funds = notBooked(1, NotBooked.FUNDS);
    BookingRow refund =
        new BookingRow(
            BANK, booked.order(), true, DAY, Optional.of("B-1"), Optional.empty(), 2_200, NOW);
    for (BookingRow row : List.of(booked, funds, refund)) {
      write(new Change.Book(row), new Change.Book(later(row)));
      write(new Change.Book(later(row)));
    }

    assertThat(order(BANK, 1).bookings()).containsExactly(booked, funds, refund);
  }

  /** Two bookings of one debit are a difference, another amount of one, and contradictions. */
  @Test
  void whateverElseIsSaidIsKeptBesideTheFirst() {
    List<BookingRow> said =
        List.of(
            booked(1, "B-2"),
            booked(1, "B-1"),
            of(22_000, booked(1, "B-1")),
            notBooked(1, NotBooked.OTHER),
            notBooked(1, NotBooked.ACCOUNT));
    said.forEach(row -> write(new Change.Book(row)));
    write(new Change.Book(of(1, notBooked(1, NotBooked.OTHER))));
    BookingRow elsewhere =
        new BookingRow(
            GINSAN,
            new OrderNumber(1),
            false,
            DAY,
            Optional.of("B-1"),
            Optional.empty(),
            2_200,
            NOW);
    write(new Change.Book(booked(2, "B-1")), new Change.Book(elsewhere));

    assertThat(order(BANK, 1).bookings()).as("the first first").containsExactlyElementsOf(said);
    assertThat(order(BANK, 2).bookings()).containsExactly(booked(2, "B-1"));
    assertThat(order(GINSAN, 1).bookings()).containsExactly(elsewhere);
    assertThat(load(Reads.NOTHING).bookings()).isEmpty();
  }

  @Test
  void whatWasSaidUnderABusinessDateIsFoundByOrder() {
    BookingRow other =
        new BookingRow(
            BANK,
            new OrderNumber(3),
            true,
            DAY.plusDays(1),
            Optional.empty(),
            Optional.of(NotBooked.FUNDS),
            1,
            NOW);
    write(
        new Change.Book(booked(10, "B-1")),
        new Change.Book(booked(9, "B-9")),
        new Change.Book(booked(9, "B-8")),
        new Change.Book(other),
        new Change.Book(
            new BookingRow(
                GINSAN,
                new OrderNumber(4),
                false,
                DAY,
                Optional.of("B-4"),
                Optional.empty(),
                1,
                NOW)));

    assertThat(store().bookings(BANK, DAY))
        .containsExactly(booked(9, "B-9"), booked(9, "B-8"), booked(10, "B-1"));
    assertThat(store().bookings(BANK, DAY.plusDays(1))).containsExactly(other);
    assertThat(store().bookings(new BankId("dosan"), DAY)).isEmpty();
  }

  private static BookingRow booked(int order, String booking) {
    return new BookingRow(
        BANK,
        new OrderNumber(order),
        false,
        DAY,
        Optional.of(booking),
        Optional.empty(),
        2_200,
        NOW);
  }

  private static BookingRow notBooked(int order, NotBooked why) {
    return new BookingRow(
        BANK,
        new OrderNumber(order),
        false,
        DAY,
        Optional.empty(),
        Optional.of(why),
        2_200,
        NOW.plusNanos(1));
  }

  private static BookingRow of(int yen, BookingRow row) {
    return new BookingRow(
        row.bank(),
        row.order(),
        row.refund(),
        row.businessDate(),
        row.booking(),
        row.notBooked(),
        yen,
        row.at());
  }

  private static BookingRow later(BookingRow row) {
    return new BookingRow(
        row.bank(),
        row.order(),
        row.refund(),
        row.businessDate(),
        row.booking(),
        row.notBooked(),
        row.yen(),
        row.at().plusSeconds(60));
  }
}
