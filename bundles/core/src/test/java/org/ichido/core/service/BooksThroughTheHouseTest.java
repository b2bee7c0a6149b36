package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksDifference.Kind;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.PostingState;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.DebitReply.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The books of a business date at its end: orders, debits and replies, and what core says. */
class BooksThroughTheHouseTest extends OrderHouse {
  private OrderNumber order = new OrderNumber(1);

  @BeforeEach
  void oneDebitIsAskedFor() {
    ready();
    open(TODAY);
    registered(OrderKind.FIRST, 1, "taro");
    order = placed(OrderKind.ADD, 2);
    sent();
  }

  private BooksOutcome books(LocalDate date, Books... theirs) {
    return hardTokens.reconcile(
        new BooksRequest(key(), BANK, date, List.of(theirs).stream().findFirst(), CORE_HOST));
  }

  private BooksOutcome books(Books... theirs) {
    return books(TODAY, theirs);
  }

  private static Books debits(int number) {
    return new Books(number, number * 2200L, 0, 0);
  }

  private static BooksDifference difference(OrderNumber order, Kind kind, String detail) {
    return new BooksDifference(order, kind, detail);
  }

  @Test
  @Requirement("S4-29")
  void whatWasAskedForAndBookedAndWhatCoreSaysAgree() {
    answer(order, Result.BOOKED, "B1");
    int audited = store.wholeAudit().size();

    assertThat(books(debits(1)))
        .isEqualTo(new BooksOutcome(clock.instant(), debits(1), true, List.of()));
    assertThat(books().equal()).isTrue();
    assertThat(store.wholeAudit()).hasSize(audited);
  }

  @Test
  void aDateOnWhichNothingWasAskedForHasEmptyBooks() {
    answer(order, Result.BOOKED, "B1");

    assertThat(books(TODAY.plusDays(1), new Books(0, 0, 0, 0)))
        .isEqualTo(new BooksOutcome(clock.instant(), new Books(0, 0, 0, 0), true, List.of()));
  }

  @Test
  void whatCoreCountsOtherwiseIsADifferenceAndAudited() {
    answer(order, Result.BOOKED, "B1");

    BooksOutcome outcome = books(debits(2));

    assertThat(outcome.equal()).isFalse();
    assertThat(outcome.ours()).isEqualTo(debits(1));
    assertThat(outcome.differences()).isEmpty();
    AuditEntry entry = store.audited(AuditEvent.BOOKS_DIFFER).get(0);
    assertThat(entry.actor()).contains(CORE_HOST);
    assertThat(entry.detail())
        .isEqualTo(
            "business date 2026-11-21: ours 1 debits of 2200 yen, 0 refunds of 0 yen"
                + "; theirs 2 debits of 4400 yen, 0 refunds of 0 yen");
  }

  @Test
  @Requirement("S4-29")
  void aDebitThatWasBookedTwiceIsSeen() {
    answer(order, Result.BOOKED, "B1");
    answer(order, Result.BOOKED, "B2");

    BooksOutcome outcome = books(debits(2));

    assertThat(outcome.ours()).isEqualTo(debits(2));
    assertThat(outcome.equal()).isFalse();
    assertThat(outcome.differences())
        .containsExactly(
            difference(order, Kind.BOOKED_TWICE, "debit B1 of 2200 yen, B2 of 2200 yen"));
    assertThat(newest().event()).isEqualTo(AuditEvent.BOOKS_DIFFER);
    assertThat(newest().detail()).endsWith("; 00000002 BOOKED_TWICE");
  }

  @Test
  void bookedAndNotBookedContradict() {
    answer(order, Result.FUNDS);
    answer(order, Result.BOOKED, "B1");

    assertThat(books().differences())
        .containsExactly(
            difference(
                order, Kind.CONTRADICTION, "debit NOT_BOOKED, but not booked, B1 of 2200 yen"));
    assertThat(books().ours()).isEqualTo(debits(1));
  }

  @Test
  void anotherAmountContradicts() {
    debits.answered(
        new DebitReply(BANK, Subject.DEBIT, order, Result.BOOKED, Optional.of("B1"), 22_000));

    assertThat(books().differences())
        .extracting(BooksDifference::kind)
        .containsExactly(Kind.CONTRADICTION, Kind.UNSETTLED);
    assertThat(books().ours()).isEqualTo(new Books(1, 22_000, 0, 0));
  }

  /** Whichever it said first: one booking, and the books show what was said of it. */
  @ParameterizedTest
  @Requirement("S4-29")
  @CsvSource({"2200, 22000", "22000, 2200"})
  void anotherAmountOfTheSameBookingIsADifferenceAndNoSecondDebit(int first, int second) {
    for (int yen : List.of(first, second)) {
      debits.answered(
          new DebitReply(BANK, Subject.DEBIT, order, Result.BOOKED, Optional.of("B1"), yen));
    }

    assertThat(books().differences())
        .containsExactly(
            difference(
                order,
                Kind.CONTRADICTION,
                "debit BOOKED, but B1 of %d yen, B1 of %d yen".formatted(first, second)));
    assertThat(books().ours()).isEqualTo(new Books(1, second, 0, 0));
    assertThat(books().equal()).isFalse();
  }

  @Test
  void aBookingOfWhatWasDroppedIsNotOwed() {
    answer(order, Result.BOOKED, "B1");
    shut(TODAY);
    OrderNumber queued = placed(OrderKind.ADD, 3);
    cancel(queued);
    answer(queued, Result.BOOKED, "B2");

    assertThat(books().differences())
        .containsExactly(difference(queued, Kind.NOT_OWED, "debit B2 of 2200 yen"));
  }

  @Test
  void whatIsNotSettledAtDayEndIsSaid() {
    assertThat(books().differences())
        .containsExactly(difference(order, Kind.UNSETTLED, "debit REQUESTED"));
    clock.advance(Duration.ofHours(1));
    sent();

    assertThat(books().differences())
        .containsExactly(difference(order, Kind.UNSETTLED, "debit UNKNOWN"));
    assertThat(books().equal()).isFalse();
  }

  /** No rule lets it happen; the books would show it all the same. */
  @Test
  void whatWasSentUnpaidIsSeen() {
    answer(order, Result.FUNDS);
    store.transact(WriteWork.of(new Change.PutOrder(row(order).shippedAt(clock.instant()), false)));

    assertThat(books().differences())
        .containsExactly(difference(order, Kind.SHIPPED_UNPAID, "debit SHIPPED, NOT_BOOKED"));
  }

  @Test
  void aRefundStandsInTheBooksOfItsOwnDate() {
    answer(order, Result.BOOKED, "B1");
    shut(TODAY);
    LocalDate next = TODAY.plusDays(3);
    open(next);
    cancel(order);
    assertThat(sent()).extracting(DebitMessage::businessDate).containsExactly(next);
    assertThat(books(TODAY, debits(1)).equal()).isTrue();
    assertThat(books(next).differences())
        .containsExactly(difference(order, Kind.UNSETTLED, "refund REQUESTED"));
    answer(Subject.REFUND, order, Result.BOOKED, "R1");

    assertThat(books(TODAY, debits(1)).equal()).isTrue();
    assertThat(books(next, new Books(0, 0, 1, 2200)).equal()).isTrue();
  }

  @Test
  void whatAnOperatorFoundBookedIsBookedInTheBooks() {
    for (int i = 0; i < 40; i++) {
      clock.advance(Duration.ofMinutes(1));
      sent();
    }
    assertThat(debit(order)).isEqualTo(PostingState.OPERATOR);
    settle(order, true);

    assertThat(books(debits(1)).equal()).isTrue();
    answer(order, Result.BOOKED, "B1");
    assertThat(books(debits(1)).equal()).isTrue();
  }

  @Test
  void whatAnOperatorSaidOtherwiseThanCoreBankingContradicts() {
    for (int i = 0; i < 40; i++) {
      clock.advance(Duration.ofMinutes(1));
      sent();
    }
    settle(order, true);
    answer(order, Result.FUNDS);

    assertThat(books().differences())
        .containsExactly(difference(order, Kind.CONTRADICTION, "debit BOOKED, but not booked"));
  }

  @Test
  void moreDifferencesThanTheAuditHasRoomForAreCutThereAndToldInFull() {
    for (int device = 3; device <= DEVICES; device++) {
      placed(OrderKind.ADD, device);
    }

    assertThat(books(debits(7)).differences()).hasSize(DEVICES - 1);
    assertThat(newest().detail()).hasSize(AuditEntry.LONGEST_DETAIL);
  }
}
