package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.OrderView;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a branch orders for a contract, and what stands in the way. */
class OrdersThroughTheHouseTest extends OrderHouse {
  @BeforeEach
  void businessIsOpen() {
    ready();
    open(TODAY);
  }

  private void refused(Reason reason, HardTokenRequest request) {
    assertThat(hardTokens.perform(request)).isEqualTo(refusedNow(reason));
  }

  /** Core banking would answer it from its memory of another order's debit. */
  @Test
  @Requirement("S4-29")
  void noNumberThatMayHaveBeenGivenSinceABackupIsGivenAgain() {
    OrderNumber known = placed(OrderKind.FIRST, 1);
    clock.advance(Duration.ofHours(1));
    store.acceptOlder(clock.instant(), List.of());

    OrderNumber first = placed(OrderKind.ADD, 2);
    assertThat(first.value()).isEqualTo(known.value() + 100_001);
    assertThat(placed(OrderKind.ADD, 3)).as("once a loss").isEqualTo(first.next());
  }

  @Test
  @Requirement("S4-29")
  void whereEveryOrderMayHaveBeenLostTheFirstNumbersAreLeftOutAsWell() {
    store.acceptOlder(clock.instant(), List.of());
    assertThat(placed(OrderKind.FIRST, 1).value()).isEqualTo(100_001);
  }

  @Test
  @Requirement({"S4-6", "S4-21", "S4-27"})
  void theFirstHardTokenIsSetAsideAndFree() {
    OrderNumber order = placed(OrderKind.FIRST, 1);

    OrderView view = view(order);
    assertThat(order).isEqualTo(new OrderNumber(1));
    assertThat(view.state()).isEqualTo(OrderState.PLACED);
    assertThat(view.serial()).isEqualTo(serial(1));
    assertThat(view.branch()).isEqualTo("012");
    assertThat(view.placed()).isEqualTo(clock.instant());
    assertThat(view.yen()).isZero();
    assertThat(view.debit()).isEmpty();
    assertThat(due()).isEmpty();
    assertThat(device(1).state()).isEqualTo(HardTokenState.ORDERED);
    assertThat(toldOfOrders()).containsExactly("ORDERED 00000001 FIRST 900-0000001");
  }

  @Test
  void anOrderIsAuditedWithItsPaperAndItsDevice() {
    placed(OrderKind.FIRST, 1);

    AuditEntry entry = store.audited(AuditEvent.ORDERED).get(0);
    assertThat(entry.actor()).contains(PAPER);
    assertThat(entry.contract()).contains(CONTRACT.contract());
    assertThat(entry.token()).contains(device(1).id());
    assertThat(entry.request()).isPresent();
    assertThat(entry.detail()).isEqualTo("00000001 FIRST 900-0000001");
  }

  @Test
  @Requirement("S4-27")
  void aSecondFirstIsRefusedAndAfterACancelledOneItIsTheFirstAgain() {
    OrderNumber first = placed(OrderKind.FIRST, 1);
    refused(Reason.NOT_THE_FIRST, placing(OrderKind.FIRST, 2));
    assertThat(newest().event()).isEqualTo(AuditEvent.ACT_REFUSED);
    assertThat(newest().detail()).isEqualTo("Place NOT_THE_FIRST, FIRST serial 900-0000002");
    assertThat(device(2).state()).isEqualTo(HardTokenState.IN_STOCK);

    assertThat(cancel(first)).isEqualTo(doneNow());

    assertThat(placed(OrderKind.FIRST, 2)).isEqualTo(new OrderNumber(2));
  }

  @Test
  @Requirement("S4-27")
  void aContractThatHadAHardTokenBeforeThereWereOrdersGetsNoFreeOne() {
    plant("taro", TokenKind.HARD, TokenState.ACTIVE);

    refused(Reason.NOT_THE_FIRST, placing(OrderKind.FIRST, 1));
    assertThat(placed(OrderKind.ADD, 1)).isEqualTo(new OrderNumber(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderKind.class,
      names = {"ADD", "EXCHANGE", "REISSUE_LOST", "REISSUE_STOLEN"})
  void whatComesFirstIsFirst(OrderKind kind) {
    refused(Reason.FIRST_MISSING, kind.replaces() ? placing(kind, 2, 1) : placing(kind, 2));
  }

  @Test
  @Requirement({"S4-28", "S4-40"})
  void eachFurtherOneAndEachReplacedForLossOrTheftCosts2200YenAndAnExchangeNothing() {
    registered(OrderKind.FIRST, 1, "taro");
    OrderNumber add = registered(OrderKind.ADD, 2, "hanako");
    OrderNumber exchange = placed(OrderKind.EXCHANGE, 3, 1);
    cancel(exchange);
    OrderNumber lost = placed(OrderKind.REISSUE_LOST, 4, 1);
    OrderNumber stolen = placed(OrderKind.REISSUE_STOLEN, 5, 2);

    assertThat(view(add).yen()).isEqualTo(2200);
    assertThat(view(lost).yen()).isEqualTo(2200);
    assertThat(view(stolen).yen()).isEqualTo(2200);
    assertThat(row(stolen).fee().tax()).isEqualTo(200);
    assertThat(row(stolen).fee().account()).contains(ACCOUNT);
    assertThat(view(exchange).yen()).isZero();
    assertThat(view(exchange).debit()).isEmpty();
    assertThat(view(exchange).refund()).isEmpty();
  }

  @ParameterizedTest
  @Requirement("S4-30")
  @CsvSource({"true, false", "false, true", "false, false"})
  void withoutReasonAndPaperNothingIsOrdered(boolean reason, boolean paper) {
    Actor.Operator operator =
        new Actor.Operator(
            "OP1",
            Optional.of("012"),
            Optional.empty(),
            reason ? Optional.of("OTP2") : Optional.empty(),
            paper ? Optional.of("P-1") : Optional.empty());

    refused(
        Reason.GROUNDS_MISSING,
        new HardTokenRequest.Place(
            key(), CONTRACT, OrderKind.FIRST, serial(1), Optional.empty(), operator));

    OrderNumber order = placed(OrderKind.FIRST, 1);
    refused(
        Reason.GROUNDS_MISSING, new HardTokenRequest.CancelOrder(key(), CONTRACT, order, operator));
    refused(
        Reason.GROUNDS_MISSING,
        new HardTokenRequest.SettleFee(key(), CONTRACT, order, true, operator));
  }

  /** The bank has no help desk hours; one that has sees what was done outside of them. */
  @Test
  @Requirement("S0-43")
  void whatIsDoneWhileTheHelpDeskIsClosedIsMarked() {
    Map<String, String> values = KinsanProfile.with("help-desk.calendar", "yes");
    values.put("help-desk.weekdays", "07:00-23:55");
    values.put("help-desk.saturdays-sundays-holidays", "08:00-22:00");
    values.put("help-desk.closed", "01-01..01-03");
    values.put("help-desk.holidays.2026", "11-23");
    configure(values);
    registered(OrderKind.FIRST, 1, "taro");
    at("2026-11-21T22:00:00");

    placed(OrderKind.ADD, 2);
    hardTokens.perform(placing(OrderKind.FIRST, 3));

    assertThat(store.audited(AuditEvent.ORDERED).get(0).detail())
        .isEqualTo("00000001 FIRST 900-0000001");
    assertThat(store.audited(AuditEvent.ORDERED).get(1).detail())
        .isEqualTo("OUT_OF_HOURS; 00000002 ADD 900-0000002");
    assertThat(store.audited(AuditEvent.FEE_REQUESTED).get(0).detail())
        .isEqualTo("OUT_OF_HOURS; order 00000002 debit 2200 yen, business date 2026-11-21");
    assertThat(newest().detail())
        .isEqualTo("OUT_OF_HOURS; Place NOT_THE_FIRST, FIRST serial 900-0000003");
  }

  @Test
  void aDeviceIsOrderedOnce() {
    placed(OrderKind.FIRST, 1);

    refused(Reason.NOT_IN_STOCK, placing(OrderKind.ADD, 1));
    refused(Reason.NOT_IN_STOCK, placing(OrderKind.ADD, DEVICES + 1));
  }

  @Test
  void onlyAContractThatHasOrIsToHaveHardTokensGetsOne() {
    done(change(Method.SOFT, TODAY));
    refused(Reason.NOT_ENTITLED, placing(OrderKind.FIRST, 1));

    done(change(Method.HARD, TODAY.plusDays(10)));
    OrderNumber order = placed(OrderKind.FIRST, 1);
    assertThat(ship(order)).isEqualTo(doneNow());
  }

  @Test
  void aContractThatWasClosedOrIsUnknownGetsNone() {
    OrderNumber order = placed(OrderKind.FIRST, 1);
    done(close(TODAY));

    refused(Reason.CONTRACT_CLOSED, placing(OrderKind.ADD, 2));
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.CONTRACT_CLOSED));
    refused(
        Reason.NOT_ENTITLED,
        new HardTokenRequest.Place(
            key(), other(), OrderKind.FIRST, serial(2), Optional.empty(), PAPER));
    assertThat(cancel(order)).isEqualTo(doneNow());
  }

  @Test
  void nothingIsSentToAContractWhoseMethodIsAnotherMeanwhile() {
    OrderNumber order = placed(OrderKind.FIRST, 1);
    done(change(Method.SOFT, TODAY));

    assertThat(ship(order)).isEqualTo(refusedNow(Reason.NOT_ENTITLED));
  }

  @Test
  @Requirement("S4-29")
  void withoutARepresentativeAccountOnlyWhatIsFreeIsOrdered() {
    ContractTerms terms =
        new ContractTerms(
            "012", Optional.empty(), OPENED, Optional.of(Method.HARD), Optional.empty());
    done(new ContractRequest.Open(key(), other(), terms));
    Outcome first =
        hardTokens.perform(
            new HardTokenRequest.Place(
                key(), other(), OrderKind.FIRST, serial(1), Optional.empty(), PAPER));

    assertThat(first.kind()).isEqualTo(Outcome.Kind.DONE);
    refused(
        Reason.NO_ACCOUNT,
        new HardTokenRequest.Place(
            key(), other(), OrderKind.ADD, serial(2), Optional.empty(), PAPER));
  }

  @Test
  void whereTheBankGivesNoHardTokensNothingIsOrdered() {
    OrderNumber order = placed(OrderKind.FIRST, 1);
    var values = KinsanProfile.values();
    values.keySet().removeIf(key -> key.startsWith("hard.") || key.startsWith("fee."));
    values.keySet().removeIf(key -> key.startsWith("queue.debit"));
    values.put("hard.orders", "no");
    configure(values);

    refused(Reason.FORBIDDEN, placing(OrderKind.FIRST, 2));
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(mailBack(order)).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(settle(order, true)).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(due()).isEmpty();
  }

  /** S4-31: lead times are data; the day of the order is that in Japan. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00, 2026-11-26",
    "2026-11-26T23:59:59.999, 2026-12-01",
    "2026-11-27T00:00:00, 2026-12-02",
    "2026-12-28T10:00:00, 2027-01-02",
    "2028-02-24T10:00:00, 2028-02-29",
    "2028-02-25T10:00:00, 2028-03-01",
    "2027-02-24T10:00:00, 2027-03-01",
  })
  void theDayByWhichTheCustomerShouldHaveItIsCountedInJapan(String placed, LocalDate expected) {
    at(placed);

    assertThat(view(placed(OrderKind.FIRST, 1)).expected()).isEqualTo(expected);
  }

  @Test
  void eachKindHasItsOwnLeadTime() {
    registered(OrderKind.FIRST, 1, "taro");

    assertThat(view(placed(OrderKind.ADD, 2)).expected()).isEqualTo(TODAY.plusDays(7));
  }

  @Test
  void theSameRequestAgainGetsTheFirstAnswerAndOrdersNothing() {
    HardTokenRequest.Place request = placing(key(), OrderKind.FIRST, 1);
    Outcome first = hardTokens.perform(request);
    clock.advance(Duration.ofHours(1));

    assertThat(hardTokens.perform(request)).isEqualTo(first);
    assertThat(hardTokens.perform(placing(request.key(), OrderKind.FIRST, 2)))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
    assertThat(views()).hasSize(1);
  }

  @Test
  @Requirement("S4-27")
  void ofManyBranchesAtOnceOneOrdersTheFirst() throws Exception {
    AtomicInteger next = new AtomicInteger();

    List<Outcome> outcomes =
        together(8, () -> hardTokens.perform(placing(OrderKind.FIRST, next.incrementAndGet())));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(7)
        .allMatch(outcome -> ((Outcome.Refused) outcome).reason() == Reason.NOT_THE_FIRST);
    assertThat(views()).hasSize(1);
  }

  @Test
  void ofManyOrdersAtOnceOneGetsTheDeviceAndTheNumbersHaveNoGap() throws Exception {
    registered(OrderKind.FIRST, 1, "taro");
    AtomicInteger next = new AtomicInteger();

    List<Outcome> outcomes =
        together(
            8, () -> hardTokens.perform(placing(OrderKind.ADD, 2 + next.getAndIncrement() / 2)));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(4);
    assertThat(views())
        .extracting(view -> view.number().value())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(views()).extracting(OrderView::serial).doesNotHaveDuplicates();
  }

  @Test
  @Requirement("S4-21")
  void aDeviceThatIsSentHasATokenThatIsNobodysYet() {
    OrderNumber order = placed(OrderKind.FIRST, 1);
    clock.advance(Duration.ofDays(1));

    assertThat(ship(order)).isEqualTo(doneNow());

    assertThat(view(order).state()).isEqualTo(OrderState.SHIPPED);
    assertThat(view(order).shipped()).contains(clock.instant());
    assertThat(device(1).state()).isEqualTo(HardTokenState.SHIPPED);
    TokenRow token = tokenOf(1);
    assertThat(token.state()).isEqualTo(TokenState.INITIALISED);
    assertThat(token.kind()).isEqualTo(TokenKind.HARD);
    assertThat(token.contract()).isEqualTo(CONTRACT.contract());
    assertThat(token.users()).isEmpty();
    assertThat(toldOfOrders())
        .containsExactly(
            "ORDERED 00000001 FIRST 900-0000001", "SHIPPED 00000001 FIRST 900-0000001");
    assertThat(store.audited(AuditEvent.SHIPPED).get(0).actor()).contains(PAPER);
  }

  @Test
  void whatWasSentIsNotSentTwice() {
    OrderNumber order = shipped(OrderKind.FIRST, 1);

    assertThat(ship(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
  }

  @Test
  @Requirement("S4-21")
  void mailThatCameBackIsSentAgainAndItsTokenKeepsItsMemory() {
    OrderNumber order = shipped(OrderKind.FIRST, 1);
    store.plant(tokenOf(1).failed(Optional.empty()));

    assertThat(mailBack(order)).isEqualTo(doneNow());
    assertThat(view(order).state()).isEqualTo(OrderState.RETURNED);
    assertThat(device(1).state()).isEqualTo(HardTokenState.RETURNED);
    assertThat(mailBack(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));

    assertThat(ship(order)).isEqualTo(doneNow());
    assertThat(device(1).state()).isEqualTo(HardTokenState.SHIPPED);
    assertThat(tokenOf(1).failures()).isOne();
    assertThat(toldOfOrders())
        .containsExactly(
            "ORDERED 00000001 FIRST 900-0000001",
            "SHIPPED 00000001 FIRST 900-0000001",
            "RETURNED 00000001 FIRST 900-0000001",
            "SHIPPED 00000001 FIRST 900-0000001");
    assertThat(store.audited(AuditEvent.MAIL_RETURNED)).hasSize(1);
  }

  @Test
  void whatIsNotOnItsWayDoesNotComeBack() {
    OrderNumber order = placed(OrderKind.FIRST, 1);

    assertThat(mailBack(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    assertThat(mailBack(new OrderNumber(99))).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
  }

  @Test
  void anOrderThatWasNotSentGivesItsDeviceBack() {
    OrderNumber order = placed(OrderKind.FIRST, 1);

    assertThat(cancel(order)).isEqualTo(doneNow());

    assertThat(view(order).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(device(1).state()).isEqualTo(HardTokenState.IN_STOCK);
    assertThat(toldOfOrders())
        .containsExactly(
            "ORDERED 00000001 FIRST 900-0000001", "ORDER_CANCELLED 00000001 FIRST 900-0000001");
    assertThat(store.audited(AuditEvent.ORDER_CANCELLED).get(0).actor()).contains(PAPER);
    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aDeviceThatWasOutOfTheHouseIsNobodysForGood(boolean cameBack) {
    OrderNumber order = shipped(OrderKind.FIRST, 1);
    if (cameBack) {
      mailBack(order);
    }

    assertThat(cancel(order)).isEqualTo(doneNow());

    assertThat(device(1).state()).isEqualTo(HardTokenState.RETURNED);
    assertThat(tokenOf(1).state()).isEqualTo(TokenState.CANCELLED);
    assertThat(tokenOf(1).seed()).isEmpty();
    assertThat(toldOfOrders()).endsWith("CANCELLED ORDER_CANCELLED");
    refused(Reason.NOT_IN_STOCK, placing(OrderKind.FIRST, 1));
    assertThat(ship(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
  }

  @Test
  void aDeviceThatIsInUseIsRevokedAndNotCancelled() {
    OrderNumber order = registered(OrderKind.FIRST, 1, "taro");

    assertThat(cancel(order)).isEqualTo(refusedNow(Reason.NO_SUCH_ORDER));
    assertThat(tokenOf(1).state()).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void anotherContractsOrderIsNone() {
    OrderNumber order = placed(OrderKind.FIRST, 1);
    done(new ContractRequest.Open(key(), other(), terms(Method.HARD)));

    refused(Reason.NO_SUCH_ORDER, new HardTokenRequest.Ship(key(), other(), order, PAPER));
    refused(Reason.NO_SUCH_ORDER, new HardTokenRequest.CancelOrder(key(), other(), order, PAPER));
    refused(
        Reason.NO_SUCH_ORDER, new HardTokenRequest.SettleFee(key(), other(), order, true, PAPER));
    ship(order);
    refused(Reason.NO_SUCH_ORDER, new HardTokenRequest.Return(key(), other(), order, PAPER));
    assertThat(newest().detail()).isEqualTo("Return NO_SUCH_ORDER, order 00000001");
    assertThat(view(order).state()).isEqualTo(OrderState.SHIPPED);
  }
}
