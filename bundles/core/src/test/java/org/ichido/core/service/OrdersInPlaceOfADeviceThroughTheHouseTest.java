package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.stock.DisposeOutcome;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Suspension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of a device in the place of another, and what becomes of a device that came back. */
class OrdersInPlaceOfADeviceThroughTheHouseTest extends OrderHouse {
  @BeforeEach
  void taroHasOne() {
    ready();
    open(TODAY);
    registered(OrderKind.FIRST, 1, "taro");
  }

  private void refused(Reason reason, HardTokenRequest request) {
    assertThat(hardTokens.perform(request)).isEqualTo(refusedNow(reason));
  }

  @ParameterizedTest
  @Requirement({"S4-30", "S4-39"})
  @EnumSource(
      value = OrderKind.class,
      names = {"EXCHANGE", "REISSUE_LOST", "REISSUE_STOLEN"})
  void anExchangeIsAnotherOrderThanAReissueAndEachNamesWhatItReplaces(OrderKind kind) {
    OrderNumber order = placed(kind, 2, 1);

    assertThat(view(order).kind()).isEqualTo(kind);
    assertThat(view(order).replaces()).contains(serial(1));
    assertThat(row(order).replaces().orElseThrow().device()).isEqualTo(device(1).id());
    assertThat(device(1).state()).isEqualTo(HardTokenState.ACTIVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderKind.class,
      names = {"REISSUE_LOST", "REISSUE_STOLEN"})
  void whatIsLostOrStolenIsStoppedAtOnce(OrderKind kind) {
    placed(kind, 2, 1);

    assertThat(tokenOf(1).suspension()).contains(new Suspension(clock.instant(), "OTP2"));
    AuditEntry entry = store.audited(AuditEvent.SUSPENDED).get(0);
    assertThat(entry.token()).contains(device(1).id());
    assertThat(entry.actor()).contains(PAPER);
    assertThat(entry.detail()).isEqualTo(kind.name());
    assertThat(toldOfOrders()).endsWith("SUSPENDED OTP2");
  }

  @Test
  @Requirement("S4-40")
  void whatIsOnlyExchangedGoesOnUntilTheNewOneIsThere() {
    placed(OrderKind.EXCHANGE, 2, 1);

    assertThat(tokenOf(1).suspension()).isEmpty();
    assertThat(tokenOf(1).state()).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void whatTheBankHasStoppedBeforeStaysAsItWas() {
    Suspension before = new Suspension(START, "PHISHING");
    store.plant(tokenOf(1).withSuspension(Optional.of(before)));

    placed(OrderKind.REISSUE_LOST, 2, 1);

    assertThat(tokenOf(1).suspension()).contains(before);
    assertThat(store.audited(AuditEvent.SUSPENDED)).isEmpty();
  }

  @Test
  void aDeviceIsReplacedByOneOrderAtATime() {
    OrderNumber order = placed(OrderKind.EXCHANGE, 2, 1);

    refused(Reason.ORDER_OPEN, placing(OrderKind.EXCHANGE, 3, 1));
    refused(Reason.ORDER_OPEN, placing(OrderKind.REISSUE_LOST, 3, 1));

    cancel(order);
    assertThat(placed(OrderKind.REISSUE_LOST, 3, 1)).isEqualTo(new OrderNumber(3));
  }

  /** Through what was lost in the mail and taken back, it is on order still. */
  @Test
  @Requirement("S4-39")
  void whatIsToBeReplacedByTheReplacementOfAReplacementIsOnOrder() {
    OrderNumber inTheMail = shipped(OrderKind.REISSUE_LOST, 2, 1);
    placed(OrderKind.REISSUE_LOST, 3, 2);
    cancel(inTheMail);

    refused(Reason.ORDER_OPEN, placing(OrderKind.REISSUE_LOST, 4, 1));
  }

  @Test
  void onlyADeviceOfTheContractIsReplaced() {
    refused(Reason.NOT_FOUND, placing(OrderKind.EXCHANGE, 3, 2));
    refused(Reason.NOT_FOUND, placing(OrderKind.EXCHANGE, 3, DEVICES + 1));
    done(new ContractRequest.Open(key(), other(), terms(Method.HARD)));
    hardTokens.perform(
        new HardTokenRequest.Place(
            key(), other(), OrderKind.FIRST, serial(2), Optional.empty(), PAPER));
    refused(
        Reason.NOT_FOUND,
        new HardTokenRequest.Place(
            key(), other(), OrderKind.EXCHANGE, serial(3), Optional.of(serial(1)), PAPER));
    assertThat(device(3).state()).isEqualTo(HardTokenState.IN_STOCK);
  }

  @Test
  void whatWasLostInTheMailIsStoppedBeforeAnybodyHasRegisteredIt() {
    shipped(OrderKind.ADD, 2);

    placed(OrderKind.REISSUE_LOST, 3, 2);

    assertThat(tokenOf(2).state()).isEqualTo(TokenState.INITIALISED);
    assertThat(tokenOf(2).suspension()).isPresent();
  }

  @Test
  void whatIsNotOutOfTheHouseYetIsNotLost() {
    placed(OrderKind.ADD, 2);

    refused(Reason.NOT_FOUND, placing(OrderKind.REISSUE_LOST, 3, 2));
  }

  @Test
  void anOrderWhoseDeviceEndedMeanwhileIsStillTakenBack() {
    OrderNumber order = shipped(OrderKind.ADD, 2);
    mailBack(order);
    put(device(2).moved(HardTokenState.REVOKED));

    assertThat(ship(order)).isEqualTo(refusedNow(Reason.NOT_IN_STOCK));
    assertThat(cancel(order)).isEqualTo(doneNow());
    assertThat(device(2).state()).isEqualTo(HardTokenState.REVOKED);
  }

  @Test
  void aDeviceThatIsToBeSentAgainIsNotDisposedOfAndAfterTheOrderItIs() {
    OrderNumber order = shipped(OrderKind.ADD, 2);
    mailBack(order);
    DisposeRequest dispose = new DisposeRequest(key(), BANK, serial(2), PAPER);

    assertThat(stock.dispose(dispose)).isEqualTo(DisposeOutcome.NOT_IN_STOCK);
    assertThat(device(2).state()).isEqualTo(HardTokenState.RETURNED);

    cancel(order);
    assertThat(stock.dispose(dispose)).isEqualTo(DisposeOutcome.DISPOSED);
  }
}
