package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.PostingState;
import org.ichido.api.order.PostingView;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.DebitReply.Result;
import org.ichido.spi.transport.Debits.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What core banking says of a fee, and what follows for the order. */
class FeeThroughTheHouseTest extends OrderHouse {
  private OrderNumber order = new OrderNumber(1);

  @BeforeEach
  void oneMoreIsOrdered() {
    ready();
    open(TODAY);
    registered(OrderKind.FIRST, 1, "taro");
    order = placed(OrderKind.ADD, 2);
  }

  private PostingView refundView() {
    return view(order).refund().orElseThrow();
  }

  private void leftToAnOperator() {
    sent();
    for (Duration wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))) {
      clock.advance(wait);
      sent();
    }
    clock.advance(Duration.ofMinutes(30));
    sent();
    clock.advance(Duration.ofMinutes(30));
    sent();
    assertThat(view(order).debit().map(PostingView::state).orElseThrow())
        .isEqualTo(PostingState.OPERATOR);
  }

  private List<BookingRow> bookings() {
    return store.bookings(BANK, TODAY);
  }

  @Test
  @Requirement({"S4-21", "S4-29"})
  void aDeviceIsSentOnlyOnceItsFeeWasDebited() {
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    sent();
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    assertThat(device(2).state()).isEqualTo(HardTokenState.ORDERED);

    assertThat(answer(order, Result.BOOKED, "B1")).isEqualTo(Taken.TAKEN);

    assertThat(debit(order)).isEqualTo(PostingState.BOOKED);
    assertThat(view(order).debit().orElseThrow().booking()).contains("B1");
    AuditEntry entry = store.audited(AuditEvent.FEE_BOOKED).get(0);
    assertThat(entry.detail())
        .isEqualTo("order 00000002 debit 2200 yen, business date 2026-11-21, booking B1");
    assertThat(entry.contract()).contains(CONTRACT.contract());
    assertThat(entry.token()).contains(device(2).id());
    assertThat(entry.actor().orElseThrow().name()).isEqualTo("core");
    assertThat(ship(order)).isEqualTo(doneNow());
  }

  @Test
  void aQueuedFeeIsNotDebitedYet() {
    shut(TODAY);
    OrderNumber queued = placed(OrderKind.ADD, 3);

    assertThat(ship(queued)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
  }

  @ParameterizedTest
  @Requirement("S4-29")
  @EnumSource(
      value = Result.class,
      names = {"FUNDS", "ACCOUNT", "OTHER"})
  void anUnpaidOrderIsNotSentAndANewOneIsAnotherDebit(Result result) {
    sent();
    assertThat(answer(order, result)).isEqualTo(Taken.TAKEN);

    assertThat(debit(order)).isEqualTo(PostingState.NOT_BOOKED);
    assertThat(view(order).debit().orElseThrow().notBooked())
        .contains(NotBooked.valueOf(result.name()));
    assertThat(newest().event()).isEqualTo(AuditEvent.FEE_NOT_BOOKED);
    assertThat(newest().detail()).endsWith(", not booked: " + result);
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FEE_UNPAID));
    assertThat(hardTokens.orders(new OrderQuery(BANK, Optional.empty(), true, 9))).hasSize(1);

    assertThat(cancel(order)).isEqualTo(doneNow());
    assertThat(view(order).refund()).isEmpty();
    assertThat(view(order).debit().orElseThrow().state()).isEqualTo(PostingState.NOT_BOOKED);
    assertThat(hardTokens.orders(new OrderQuery(BANK, Optional.empty(), true, 9))).isEmpty();
    assertThat(placed(OrderKind.ADD, 2)).isEqualTo(new OrderNumber(3));
    assertThat(sent()).extracting(DebitMessage::order).containsExactly(new OrderNumber(3));
  }

  @Test
  void theSameAnswerAgainIsKnown() {
    sent();
    answer(order, Result.BOOKED, "B1");
    int audited = store.wholeAudit().size();

    assertThat(answer(order, Result.BOOKED, "B1")).isEqualTo(Taken.KNOWN);

    assertThat(store.wholeAudit()).hasSize(audited);
    assertThat(bookings()).hasSize(1);
  }

  @Test
  @Requirement("S4-29")
  void anotherBookingOfTheSameOrderContradictsAndWhatWasKnownStands() {
    sent();
    answer(order, Result.BOOKED, "B1");

    assertThat(answer(order, Result.BOOKED, "B2")).isEqualTo(Taken.CONTRADICTS);
    assertThat(answer(order, Result.FUNDS)).isEqualTo(Taken.CONTRADICTS);

    assertThat(view(order).debit().orElseThrow().booking()).contains("B1");
    assertThat(bookings())
        .extracting(BookingRow::booking)
        .containsExactly(Optional.of("B1"), Optional.of("B2"), Optional.empty());
    assertThat(store.audited(AuditEvent.FEE_CONTRADICTED))
        .extracting(AuditEntry::detail)
        .containsExactly(
            "order 00000002 debit 2200 yen, business date 2026-11-21, booking B1"
                + "; core banking: BOOKED B2 of 2200 yen",
            "order 00000002 debit 2200 yen, business date 2026-11-21, booking B1"
                + "; core banking: FUNDS");
  }

  @Test
  void anotherAmountThanTheOrdersSettlesNothing() {
    sent();
    DebitReply reply =
        new DebitReply(BANK, Subject.DEBIT, order, Result.BOOKED, Optional.of("B1"), 22_000);

    assertThat(debits.answered(reply)).isEqualTo(Taken.CONTRADICTS);

    assertThat(debit(order)).isEqualTo(PostingState.REQUESTED);
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
  }

  @Test
  void whatNobodyWasAskedForIsNotOurs() {
    int audited = store.wholeAudit().size();

    assertThat(answer(new OrderNumber(99), Result.BOOKED, "B1")).isEqualTo(Taken.NOT_OURS);
    assertThat(answer(new OrderNumber(1), Result.BOOKED, "B1")).isEqualTo(Taken.NOT_OURS);
    assertThat(answer(Subject.REFUND, order, Result.BOOKED, "B1")).isEqualTo(Taken.NOT_OURS);

    assertThat(bookings()).isEmpty();
    assertThat(store.wholeAudit()).hasSize(audited);
  }

  @Test
  void theAccountIsThatOfTheDayOfTheOrder() {
    done(
        new ContractRequest.ChangeAccount(
            key(), CONTRACT, new Account("012", "1", "7654321", "ｶ)ｲﾁﾄﾞ")));

    assertThat(sent().get(0).account()).isEqualTo(ACCOUNT);
  }

  /** A fee of which nobody knows whether it was debited. */
  @Test
  @Requirement("S4-29")
  void anOrderIsNotTakenBackWhileItsFeeIsUnderWay() {
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    sent();
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    clock.advance(Duration.ofMinutes(2));
    sent();
    assertThat(debit(order)).isEqualTo(PostingState.UNKNOWN);
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.FEE_UNSETTLED));
    assertThat(view(order).state()).isEqualTo(OrderState.PLACED);
  }

  @Test
  void whatWasNotAskedForYetIsDropped() {
    shut(TODAY);
    OrderNumber queued = placed(OrderKind.ADD, 3);

    assertThat(cancel(queued)).isEqualTo(doneNow());

    assertThat(debit(queued)).isEqualTo(PostingState.DROPPED);
    assertThat(store.audited(AuditEvent.FEE_DROPPED)).hasSize(1);
    open(TODAY.plusDays(3));
    assertThat(due()).extracting(DebitMessage::order).doesNotContain(queued);
    assertThat(answer(queued, Result.BOOKED, "B7")).isEqualTo(Taken.CONTRADICTS);
    assertThat(debit(queued)).isEqualTo(PostingState.DROPPED);
  }

  @Test
  @Requirement("S4-29")
  void aDebitedFeeOfAnOrderThatIsTakenBackIsRefundedOnce() {
    sent();
    answer(order, Result.BOOKED, "B1");

    assertThat(cancel(order)).isEqualTo(doneNow());

    assertThat(refund(order)).isEqualTo(PostingState.REQUESTED);
    List<DebitMessage> messages = sent();
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).subject()).isEqualTo(Subject.REFUND);
    assertThat(messages.get(0).yen()).isEqualTo(2200);
    assertThat(messages.get(0).account()).isEqualTo(ACCOUNT);
    assertThat(answer(Subject.REFUND, order, Result.BOOKED, "R1")).isEqualTo(Taken.TAKEN);
    assertThat(refund(order)).isEqualTo(PostingState.BOOKED);
    assertThat(debit(order)).isEqualTo(PostingState.BOOKED);
    assertThat(store.audited(AuditEvent.FEE_BOOKED).get(1).detail())
        .isEqualTo("order 00000002 refund 2200 yen, business date 2026-11-21, booking R1");
    clock.advance(Duration.ofDays(1));
    assertThat(due()).isEmpty();
  }

  @Test
  void aRefundWaitsForBusinessAndIsInquiredAboutAsADebitIs() {
    sent();
    answer(order, Result.BOOKED, "B1");
    shut(TODAY);
    cancel(order);
    assertThat(refund(order)).isEqualTo(PostingState.QUEUED);
    assertThat(due()).isEmpty();

    open(TODAY.plusDays(3));
    assertThat(sent()).extracting(DebitMessage::businessDate).containsExactly(TODAY.plusDays(3));
    clock.advance(Duration.ofSeconds(60));
    DebitMessage inquiry = due().get(0);
    assertThat(inquiry.subject()).isEqualTo(Subject.REFUND);
    assertThat(inquiry.inquiry()).isOne();
  }

  @Test
  void aRefundThatIsNotBookedIsOwedUntilAnOperatorSaysOtherwise() {
    sent();
    answer(order, Result.BOOKED, "B1");
    cancel(order);
    sent();

    assertThat(answer(Subject.REFUND, order, Result.ACCOUNT)).isEqualTo(Taken.TAKEN);
    assertThat(refundView().state()).isEqualTo(PostingState.OPERATOR);
    assertThat(refundView().notBooked()).contains(NotBooked.ACCOUNT);
    assertThat(debits.health().get(0).level()).isEqualTo(Health.Level.WARN);

    assertThat(settle(order, false)).isEqualTo(doneNow());
    assertThat(refundView().state()).isEqualTo(PostingState.NOT_BOOKED);
    assertThat(debits.health()).isEmpty();
  }

  @Test
  void onlyWhatIsLeftToAnOperatorIsSettledByOne() {
    assertThat(settle(order, true)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    assertThat(settle(new OrderNumber(1), true)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    assertThat(settle(new OrderNumber(99), true)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    sent();
    answer(order, Result.BOOKED, "B1");
    assertThat(settle(order, false)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    assertThat(debit(order)).isEqualTo(PostingState.BOOKED);
  }

  @ParameterizedTest
  @Requirement("S4-29")
  @CsvSource({"true, BOOKED", "false, NOT_BOOKED"})
  void anOperatorSaysWhatBecameOfIt(boolean booked, PostingState state) {
    leftToAnOperator();

    assertThat(settle(order, booked)).isEqualTo(doneNow());

    assertThat(debit(order)).isEqualTo(state);
    assertThat(newest().event()).isEqualTo(AuditEvent.FEE_SETTLED);
    assertThat(newest().actor()).contains(PAPER);
    assertThat(newest().detail())
        .endsWith(booked ? "; operator: booked" : "; operator: not booked");
    assertThat(ship(order)).isEqualTo(booked ? doneNow() : refusedNow(Reason.FEE_UNPAID));
    assertThat(settle(order, booked)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
  }

  /** The late answer says the same as the operator, or the contrary. */
  @ParameterizedTest
  @CsvSource({
    "true, BOOKED, KNOWN",
    "true, FUNDS, CONTRADICTS",
    "false, FUNDS, KNOWN",
    "false, BOOKED, CONTRADICTS",
  })
  void aLateAnswerAgreesWithTheOperatorOrContradicts(boolean booked, Result late, Taken taken) {
    leftToAnOperator();
    settle(order, booked);
    PostingState before = debit(order);

    Taken answer = late == Result.BOOKED ? answer(order, late, "B9") : answer(order, late);

    assertThat(answer).isEqualTo(taken);
    assertThat(debit(order)).isEqualTo(before);
    assertThat(bookings()).hasSize(1);
    assertThat(view(order).debit().orElseThrow().booking())
        .isEqualTo(booked && late == Result.BOOKED ? Optional.of("B9") : Optional.empty());
  }

  /**
   * The age of a fee counts to this; another clock would make it older, or younger than nothing.
   */
  @Test
  void anOrderIsShownAsOfTheClockThatDecides() {
    leftToAnOperator();
    clock.advance(Duration.ofDays(3));

    assertThat(view(order).asOf()).isEqualTo(clock.instant());
  }

  @Test
  void theStatusWarnsWhileSomethingIsLeftToAnOperator() {
    assertThat(debits.health().get(0).level()).isEqualTo(Health.Level.OK);
    leftToAnOperator();

    Health health = debits.health().get(0);
    assertThat(health.part()).isEqualTo("bank kinsan, fees");
    assertThat(health.level()).isEqualTo(Health.Level.WARN);
    assertThat(health.lines())
        .containsExactly(
            "debit or refund not settled: 1, see ichido:fee-list",
            "1 of them wait for an operator to find out and say so by HFEE: 00000002");

    settle(order, true);
    assertThat(debits.health()).isEmpty();
  }

  @Test
  @Requirement("S4-29")
  void theStatusWarnsOfWhatNobodyAsksAboutSinceTheBankGivesNoHardTokens() {
    sent();
    var values = KinsanProfile.values();
    values.keySet().removeIf(key -> key.startsWith("hard.") || key.startsWith("fee."));
    values.keySet().removeIf(key -> key.startsWith("queue.debit"));
    values.put("hard.orders", "no");
    configure(values);
    clock.advance(Duration.ofHours(1));
    assertThat(due()).isEmpty();

    assertThat(debits.health().get(0).level()).isEqualTo(Health.Level.WARN);
    assertThat(debits.health().get(0).lines())
        .endsWith("nobody asks about them while hard.orders of the profile is no");
    configure(KinsanProfile.values());
    assertThat(debits.health().get(0).level()).isEqualTo(Health.Level.OK);
    assertThat(due()).extracting(DebitMessage::inquiry).as("it goes on").containsExactly(1);
  }

  @Test
  void withoutAStoreNothingIsSaidToBeDoneAndNothingIsLost() {
    DebitMessage message = due().get(0);
    DebitReply reply = core.take(message);
    store.broken = true;
    assertThatThrownBy(this::due).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> debits.sent(message)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> debits.answered(reply)).isInstanceOf(StoreUnavailable.class);
    assertThat(debits.health()).isEmpty();
    store.broken = false;

    assertThat(due()).hasSize(1);
    assertThat(debits.answered(reply)).isEqualTo(Taken.TAKEN);
  }

  @Test
  void theProfileSaysHowLongAnAnswerIsWaitedForAndHowOften() {
    var values = KinsanProfile.values();
    values.keySet().removeIf(key -> key.startsWith("fee.inquire-after"));
    values.put("fee.inquiries", "1");
    values.put("fee.inquire-after.1", "10 s");
    values.put("fee.operator-after", "20 s");
    configure(values);
    sent();
    clock.advance(Duration.ofSeconds(10));
    assertThat(sent()).extracting(DebitMessage::inquiry).containsExactly(1);
    clock.advance(Duration.ofSeconds(20));
    assertThat(sent()).isEmpty();

    assertThat(debit(order)).isEqualTo(PostingState.OPERATOR);
  }
}
