package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.OrderView;
import org.ichido.api.order.PostingState;
import org.ichido.api.order.PostingView;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.fakes.DebitCore;
import org.ichido.core.fakes.DeliveryRows;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.DebitReply.Result;
import org.ichido.spi.transport.Debits.Taken;

/**
 * The house with devices in stock, a contract that is to have hard tokens, and the debits. Orders
 * are of devices 1, 2, …
 */
abstract class OrderHouse extends StockHouse {
  static final Actor.Operator PAPER =
      new Actor.Operator(
          "OP1", Optional.of("012"), Optional.empty(), Optional.of("OTP2"), Optional.of("P-4711"));
  static final Actor.CoreBanking CORE_HOST = new Actor.CoreBanking("CORE01");
  static final int MANY = 1_000;
  static final int DEVICES = 12;

  final InboxHardTokens hardTokens = new InboxHardTokens(decisions, onceOnly, services, profiles);
  final StoredDebits debits = new StoredDebits(services, profiles);
  final DebitCore core = new DebitCore();

  /** Devices are delivered, and the contract is opened. */
  void ready() {
    for (int number = 1; number <= DEVICES; number++) {
      store.transact(WriteWork.of(new Change.AddHardToken(inStock(number))));
    }
    opened(Method.HARD, "taro", "hanako");
  }

  private HardTokenRow inStock(int number) {
    return new HardTokenRow(
        new TokenId("d-" + number),
        BANK,
        serial(number),
        new OtpParameters(FactorAsCode.NAME, HashFunction.SHA256, 6, Duration.ofSeconds(60)),
        Optional.of(new SealedSeed(1, DeliveryRows.seed(number))),
        0,
        LocalDate.of(2031, 3, 31),
        "012",
        HardTokenState.IN_STOCK,
        Optional.empty(),
        clock.instant(),
        0);
  }

  static TokenSerial serial(int device) {
    return new TokenSerial(DeliveryRows.device(device).get("serial"));
  }

  void open(LocalDate date) {
    business(BusinessRequest.Step.OPEN, date);
  }

  void shut(LocalDate date) {
    business(BusinessRequest.Step.CLOSE, date);
  }

  private void business(BusinessRequest.Step step, LocalDate date) {
    Outcome outcome =
        store
            .transact(decisions.business(new BusinessRequest(key(), BANK, step, date, CORE_HOST)))
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  HardTokenRequest.Place placing(OrderKind kind, int device, Integer... former) {
    return placing(key(), kind, device, former);
  }

  HardTokenRequest.Place placing(RequestKey key, OrderKind kind, int device, Integer... former) {
    Optional<TokenSerial> replaced = List.of(former).stream().findFirst().map(OrderHouse::serial);
    return new HardTokenRequest.Place(key, CONTRACT, kind, serial(device), replaced, PAPER);
  }

  /** Places an order and expects that it is done. */
  OrderNumber placed(OrderKind kind, int device, Integer... former) {
    Outcome outcome = hardTokens.perform(placing(kind, device, former));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).order().orElseThrow();
  }

  Outcome ship(OrderNumber order) {
    return hardTokens.perform(new HardTokenRequest.Ship(key(), CONTRACT, order, PAPER));
  }

  Outcome mailBack(OrderNumber order) {
    return hardTokens.perform(new HardTokenRequest.Return(key(), CONTRACT, order, PAPER));
  }

  Outcome cancel(OrderNumber order) {
    return hardTokens.perform(new HardTokenRequest.CancelOrder(key(), CONTRACT, order, PAPER));
  }

  Outcome settle(OrderNumber order, boolean booked) {
    return hardTokens.perform(
        new HardTokenRequest.SettleFee(key(), CONTRACT, order, booked, PAPER));
  }

  Outcome doneNow() {
    return Outcome.Done.at(clock.instant());
  }

  Outcome refusedNow(Reason reason) {
    return new Outcome.Refused(clock.instant(), reason);
  }

  /** The order as operators see it. */
  OrderView view(OrderNumber order) {
    return views().stream().filter(view -> view.number().equals(order)).findFirst().orElseThrow();
  }

  List<OrderView> views() {
    return hardTokens.orders(new OrderQuery(BANK, Optional.empty(), false, OrderQuery.MOST));
  }

  PostingState debit(OrderNumber order) {
    return view(order).debit().map(PostingView::state).orElseThrow();
  }

  PostingState refund(OrderNumber order) {
    return view(order).refund().map(PostingView::state).orElseThrow();
  }

  OrderRow row(OrderNumber order) {
    return store.orders(new OrderQuery(BANK, Optional.empty(), false, OrderQuery.MOST)).stream()
        .filter(row -> row.number().equals(order))
        .findFirst()
        .orElseThrow();
  }

  List<DebitMessage> due() {
    return debits.due(BANK, MANY);
  }

  /** Hands everything that is due to the queue. */
  List<DebitMessage> sent() {
    List<DebitMessage> messages = due();
    messages.forEach(debits::sent);
    return messages;
  }

  Taken answer(OrderNumber order, Result result, String... booking) {
    return answer(Subject.DEBIT, order, result, booking);
  }

  Taken answer(Subject subject, OrderNumber order, Result result, String... booking) {
    return debits.answered(
        new DebitReply(BANK, subject, order, result, List.of(booking).stream().findFirst(), 2200));
  }

  /** An order whose fee, if it has one, was debited, and whose device was sent. */
  OrderNumber shipped(OrderKind kind, int device, Integer... former) {
    OrderNumber order = placed(kind, device, former);
    sent().forEach(message -> debits.answered(core.take(message)));
    assertThat(ship(order)).isEqualTo(doneNow());
    return order;
  }

  /** An order whose device a user has registered, as registration leaves it. */
  OrderNumber registered(OrderKind kind, int device, String user, Integer... former) {
    OrderNumber order = shipped(kind, device, former);
    List<Change> changes = new ArrayList<>();
    HardTokenRow row = device(device);
    changes.add(new Change.UpdateHardToken(row.registeredWith(CONTRACT.contract())));
    changes.add(new Change.PutOrder(row(order).moved(OrderState.REGISTERED), false));
    changes.add(new Change.RebindToken(token(row.id()).boundTo(List.of(user(user).user()))));
    store.transact(new WriteWork(changes));
    return order;
  }

  TokenRow token(TokenId id) {
    return store.token(id).orElseThrow();
  }

  TokenRow tokenOf(int device) {
    return token(device(device).id());
  }

  /** The audit from an entry on, as {@code EVENT detail}. */
  List<String> auditedSince(int first) {
    return store.wholeAudit().stream()
        .skip(first)
        .map(entry -> entry.event() + " " + entry.detail())
        .toList();
  }

  AuditEntry newest() {
    List<AuditEntry> all = store.wholeAudit();
    return all.get(all.size() - 1);
  }

  /** What core banking was told, as {@code TYPE detail}. */
  List<String> toldOfOrders() {
    return store.wholeOutbox().stream()
        .filter(row -> row.kind() == OutboxRow.Kind.EVENT)
        .map(row -> row.type() + " " + row.detail())
        .toList();
  }

  Instant at(String local) {
    clock.set(japan(local));
    return clock.instant();
  }

  static ContractKey other() {
    return new ContractKey(BANK, new ContractId("C0002"));
  }
}
