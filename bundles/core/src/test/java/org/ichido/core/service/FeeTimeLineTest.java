package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.PostingState;
import org.ichido.api.order.PostingView;
import org.ichido.evidence.Requirement;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply.Result;
import org.ichido.spi.transport.Debits.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When core banking is asked for a fee, asked again, and no longer, to the millisecond. */
class FeeTimeLineTest extends OrderHouse {
  private static final Duration INSTANT = Duration.ofMillis(1);

  @BeforeEach
  void theFirstIsThere() {
    ready();
    registered(OrderKind.FIRST, 1, "taro");
  }

  private DebitMessage message(OrderNumber order, LocalDate date, int inquiry, boolean again) {
    return new DebitMessage(
        BANK,
        Subject.DEBIT,
        order,
        CONTRACT.contract(),
        "012",
        date,
        2200,
        200,
        "OTPHT",
        ACCOUNT,
        inquiry,
        again);
  }

  private PostingView view() {
    return view(new OrderNumber(2)).debit().orElseThrow();
  }

  /** Nothing is due an instant before, and at the instant something is. */
  private DebitMessage dueExactlyAt(Instant boundary) {
    clock.set(boundary.minus(INSTANT));
    assertThat(due()).isEmpty();
    clock.set(boundary);
    List<DebitMessage> due = due();
    assertThat(due).hasSize(1);
    return due.get(0);
  }

  @Test
  @Requirement("S4-29")
  void whileBusinessIsOpenTheDebitIsAskedForAtOnceUnderItsDate() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    assertThat(debit(order)).isEqualTo(PostingState.REQUESTED);
    assertThat(newest().event()).isEqualTo(AuditEvent.FEE_REQUESTED);
    assertThat(newest().detail())
        .isEqualTo("order 00000002 debit 2200 yen, business date 2026-11-21");
    assertThat(newest().actor()).contains(PAPER);

    assertThat(due()).containsExactly(message(order, TODAY, 0, false));
  }

  @Test
  void whatTheQueueDidNotTakeIsGivenOutAgainAndSaysSo() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    due();
    clock.advance(Duration.ofSeconds(1));

    assertThat(due()).containsExactly(message(order, TODAY, 0, true));
    clock.advance(Duration.ofHours(5));
    assertThat(sent()).containsExactly(message(order, TODAY, 0, true));
    assertThat(due()).isEmpty();
    assertThat(view().firstSent()).contains(clock.instant());
  }

  @Test
  @Requirement("S4-29")
  void outsideBusinessTheDebitWaitsForTheNextBusinessDate() {
    OrderNumber order = placed(OrderKind.ADD, 2);
    assertThat(debit(order)).isEqualTo(PostingState.QUEUED);
    assertThat(newest().event()).isEqualTo(AuditEvent.FEE_QUEUED);
    clock.advance(Duration.ofDays(2));
    assertThat(due()).isEmpty();

    LocalDate tuesday = LocalDate.of(2026, 11, 24);
    open(tuesday);

    assertThat(due()).containsExactly(message(order, tuesday, 0, false));
    assertThat(debit(order)).isEqualTo(PostingState.REQUESTED);
    AuditEntry entry = store.audited(AuditEvent.FEE_REQUESTED).get(0);
    assertThat(entry.actor().orElseThrow().name()).isEqualTo("time");
    assertThat(entry.request()).isEmpty();
  }

  /** Closed in the evening of the 21st; the order comes around midnight, and on a holiday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T17:59:59.999, REQUESTED, 2026-11-21",
    "2026-11-21T18:00:00, QUEUED, 2026-11-24",
    "2026-11-21T23:59:59.999, QUEUED, 2026-11-24",
    "2026-11-22T00:00:00, QUEUED, 2026-11-24",
    "2026-11-23T10:00:00, QUEUED, 2026-11-24",
    "2026-11-24T08:59:59.999, QUEUED, 2026-11-24",
    "2026-11-24T09:00:00, REQUESTED, 2026-11-24",
  })
  void closedHoursAndHolidaysQueueToTheNextBusinessDate(
      String placed, PostingState state, LocalDate date) {
    Instant order = japan(placed);
    at("2026-11-21T12:00:01");
    open(TODAY);
    Instant closes = japan("2026-11-21T18:00:00");
    Instant opens = japan("2026-11-24T09:00:00");
    boolean placedEarly = order.isBefore(closes);
    if (placedEarly) {
      clock.set(order);
      placed(OrderKind.ADD, 2);
      assertThat(debit(new OrderNumber(2))).isEqualTo(state);
      assertThat(sent()).extracting(DebitMessage::businessDate).containsExactly(date);
      return;
    }
    clock.set(closes);
    shut(TODAY);
    if (order.isBefore(opens)) {
      clock.set(order);
      placed(OrderKind.ADD, 2);
      assertThat(debit(new OrderNumber(2))).isEqualTo(state);
      assertThat(due()).isEmpty();
      clock.set(opens);
      open(LocalDate.of(2026, 11, 24));
    } else {
      clock.set(opens);
      open(LocalDate.of(2026, 11, 24));
      placed(OrderKind.ADD, 2);
      assertThat(debit(new OrderNumber(2))).isEqualTo(state);
    }
    assertThat(sent()).extracting(DebitMessage::businessDate).containsExactly(date);
  }

  @Test
  void whatWasNeverGivenOutWhenItsDayClosedWaitsForTheNext() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    shut(TODAY);

    assertThat(due()).isEmpty();
    assertThat(debit(order)).isEqualTo(PostingState.QUEUED);
    LocalDate next = TODAY.plusDays(3);
    open(next);
    assertThat(due()).containsExactly(message(order, next, 0, false));
  }

  @Test
  void whatMayHaveLeftWhenItsDayClosedIsSaidAgainInTheSameWords() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    due();
    shut(TODAY);
    open(TODAY.plusDays(3));

    assertThat(due()).containsExactly(message(order, TODAY, 0, true));
  }

  @Test
  @Requirement("S4-29")
  void withoutAnAnswerInquiriesFollowAt60SecondsAt5And30MinutesAndThenAnOperator() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    sent();
    Instant sent = clock.instant();
    assertThat(view().state()).isEqualTo(PostingState.REQUESTED);

    DebitMessage first = dueExactlyAt(sent.plusSeconds(60));
    assertThat(first).isEqualTo(message(order, TODAY, 1, false));
    assertThat(view().state()).isEqualTo(PostingState.UNKNOWN);
    debits.sent(first);
    assertThat(view().inquiries()).isOne();

    DebitMessage second = dueExactlyAt(sent.plus(Duration.ofMinutes(5)));
    assertThat(second).isEqualTo(message(order, TODAY, 2, false));
    debits.sent(second);

    DebitMessage third = dueExactlyAt(sent.plus(Duration.ofMinutes(30)));
    assertThat(third).isEqualTo(message(order, TODAY, 3, false));
    debits.sent(third);

    clock.set(sent.plus(Duration.ofMinutes(35)).minus(INSTANT));
    assertThat(due()).isEmpty();
    assertThat(view().state()).isEqualTo(PostingState.UNKNOWN);
    clock.set(sent.plus(Duration.ofMinutes(35)));
    assertThat(due()).isEmpty();
    assertThat(view().state()).isEqualTo(PostingState.OPERATOR);
    clock.advance(Duration.ofDays(30));
    assertThat(due()).isEmpty();

    assertThat(store.audited(AuditEvent.FEE_UNKNOWN)).hasSize(1);
    assertThat(store.audited(AuditEvent.FEE_TO_OPERATOR))
        .extracting(AuditEntry::detail)
        .containsExactly("order 00000002 debit 2200 yen, business date 2026-11-21");
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
  }

  @Test
  void anInquiryThatTheQueueDidNotTakeIsGivenOutAgain() {
    open(TODAY);
    placed(OrderKind.ADD, 2);
    sent();
    clock.advance(Duration.ofSeconds(60));

    List<DebitMessage> first = due();
    clock.advance(Duration.ofSeconds(1));
    assertThat(due()).isEqualTo(first);
    assertThat(store.audited(AuditEvent.FEE_UNKNOWN)).hasSize(1);
  }

  @ParameterizedTest
  @Requirement("S4-29")
  @CsvSource({"PT59S", "PT60S", "PT4M", "PT29M", "PT34M", "PT36M", "P9D"})
  void anAnswerSettlesHoweverLateItIs(Duration late) {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    sent();
    Instant answered = clock.instant().plus(late);
    while (clock.instant().isBefore(answered)) {
      clock.advance(Duration.ofMinutes(1));
      sent();
    }

    assertThat(answer(order, Result.BOOKED, "B1")).isEqualTo(Taken.TAKEN);
    assertThat(debit(order)).isEqualTo(PostingState.BOOKED);
    clock.advance(Duration.ofDays(1));
    assertThat(due()).isEmpty();
    assertThat(ship(order)).isEqualTo(doneNow());
  }

  @Test
  @Requirement("S4-29")
  void whatCoreBankingHasNeverSeenIsAskedForAgainInTheSameWordsAndHasItsTime() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    DebitMessage request = sent().get(0);
    clock.advance(Duration.ofSeconds(60));
    sent();
    shut(TODAY);
    clock.advance(Duration.ofSeconds(2));

    assertThat(answer(order, Result.NEVER_SEEN)).isEqualTo(Taken.TAKEN);
    assertThat(answer(order, Result.NEVER_SEEN)).isEqualTo(Taken.KNOWN);

    List<DebitMessage> again = sent();
    assertThat(request).isEqualTo(message(order, TODAY, 0, false));
    assertThat(again).containsExactly(message(order, TODAY, 0, true));
    assertThat(answer(order, Result.NEVER_SEEN)).isEqualTo(Taken.KNOWN);
    assertThat(due()).isEmpty();
    assertThat(view().inquiries()).isOne();
    DebitMessage inquiry = dueExactlyAt(clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(inquiry.inquiry()).isEqualTo(2);
  }

  /** Whether core banking answers before or after it is noted that the queue has the inquiry. */
  @ParameterizedTest
  @Requirement("S4-29")
  @ValueSource(booleans = {true, false})
  void whatCoreBankingNeverSeesHoweverOftenItIsSentIsLeftToAnOperatorAsWell(boolean faster) {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    List<Integer> inquiries = new ArrayList<>();
    Instant end = clock.instant().plus(Duration.ofHours(3));
    for (; clock.instant().isBefore(end); clock.advance(Duration.ofSeconds(30))) {
      for (DebitMessage message : due()) {
        if (!faster) {
          debits.sent(message);
        }
        if (message.inquiry() > 0) {
          inquiries.add(message.inquiry());
          assertThat(answer(order, Result.NEVER_SEEN)).isEqualTo(Taken.TAKEN);
        }
        debits.sent(message);
      }
    }

    assertThat(inquiries).as("none of them twice").containsExactly(1, 2, 3);
    assertThat(debit(order)).isEqualTo(PostingState.OPERATOR);
  }

  @Test
  void anAnswerThatIsFasterThanTheWordOfTheQueueStands() {
    open(TODAY);
    OrderNumber order = placed(OrderKind.ADD, 2);
    DebitMessage message = due().get(0);
    answer(order, Result.BOOKED, "B1");

    debits.sent(message);

    assertThat(view().state()).isEqualTo(PostingState.BOOKED);
    assertThat(view().booking()).isEqualTo(Optional.of("B1"));
    clock.advance(Duration.ofDays(1));
    assertThat(due()).isEmpty();
  }

  @Test
  void noMoreIsGivenOutThanWasAskedForAndTheLongestDueComesFirst() {
    open(TODAY);
    for (int device = 2; device <= 5; device++) {
      clock.advance(Duration.ofSeconds(1));
      placed(OrderKind.ADD, device);
    }

    assertThat(debits.due(BANK, 3))
        .extracting(DebitMessage::order)
        .containsExactly(new OrderNumber(2), new OrderNumber(3), new OrderNumber(4));
    assertThat(debits.due(BANK, MANY)).hasSize(4);
  }

  @Test
  @Requirement({"S4-5", "S4-26"})
  void nothingIsEverDebitedForASoftTokenNorByTheMonth() {
    plant("hanako", TokenKind.SOFT, TokenState.ACTIVE);
    LocalDate date = TODAY;
    for (int month = 0; month < 25; month++) {
      open(date);
      assertThat(due()).isEmpty();
      dueActs.run();
      clock.advance(Duration.ofDays(31));
      shut(date);
      date = date.plusDays(31);
    }
    assertThat(views()).hasSize(1);
    assertThat(views().get(0).yen()).isZero();
    assertThat(core.booked).isEmpty();
  }
}
