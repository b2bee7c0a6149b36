package org.ichido.core.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.due.DueActs;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;
import org.junit.jupiter.api.BeforeEach;

/**
 * Kinsan's customers with hard tokens on their way. Devices and orders are put where an order and
 * its shipment leave them; what is done with them goes through the house.
 */
abstract class HardTokensInTheHouse extends Customers {
  final InboxHardTokens hardTokens = new InboxHardTokens(decisions, onceOnly, services, profiles);
  final InboxContractAdministration contracts =
      new InboxContractAdministration(decisions, onceOnly);
  final StoredRequirements requirements = new StoredRequirements(onceOnly, decisions);
  final DueActs dueActs = new DueActs(services, profiles, news);
  private long orders;

  @BeforeEach
  void kinsanGivesHardTokens() {
    bank("kinsan");
    method(CONTRACT, Method.HARD);
  }

  /** The keys of a profile by which Kinsan gives hard tokens, and these of one's own. */
  static String[] withHardTokens(String... changed) {
    Map<String, String> keys = ShippedProfile.values("kinsan");
    keys.keySet()
        .removeIf(
            key ->
                !key.startsWith("hard.")
                    && !key.startsWith("fee.")
                    && !key.startsWith("queue.debit"));
    // Two banks that name one queue are both stopped.
    keys.replaceAll((key, value) -> value.replace("KINSAN.", "ANOTHER."));
    for (int i = 0; i < changed.length; i += 2) {
      keys.put(changed[i], changed[i + 1]);
    }
    return keys.entrySet().stream()
        .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
        .toArray(String[]::new);
  }

  /** The method of the contract from now on, past every rule; the contract is opened for it. */
  void method(ContractId contract, Method method) {
    ContractKey key = new ContractKey(bank, contract);
    if (store.contract(key).isEmpty()) {
      contract(key);
    }
    ContractRow row = store.contract(key).orElseThrow();
    store.transact(
        WriteWork.of(new Change.PutContract(row.withMethod(method, Optional.empty()), false)));
  }

  /** A user of a contract, without a token. */
  Holder user(ContractId contract, String name) {
    Holder holder = new Holder(bank, contract, new UserId(name));
    UserRow row =
        new UserRow(holder, Role.GENERAL, START, Optional.empty(), Optional.empty(), 0, 0);
    store.transact(WriteWork.of(new Change.PutUser(row, true)));
    return holder;
  }

  static TokenSerial serial(int number) {
    return new TokenSerial("900-%07d".formatted(number));
  }

  static TokenId idOf(TokenSerial serial) {
    return new TokenId("device-" + serial);
  }

  /** The device as its delivery leaves it. */
  HardTokenRow stocked(TokenSerial serial) {
    HardTokenRow row =
        new HardTokenRow(
            idOf(serial),
            bank,
            serial,
            new OtpParameters(FactorAsCode.NAME, HashFunction.SHA1, 6, Duration.ofMinutes(1)),
            Optional.of(new SealedSeed(1, new byte[20])),
            0,
            LocalDate.of(2031, 3, 31),
            "012",
            HardTokenState.IN_STOCK,
            Optional.empty(),
            START,
            0);
    store.transact(WriteWork.of(new Change.AddHardToken(row)));
    return row;
  }

  /** The device and its order as the placing leaves them. */
  OrderRow placed(ContractId contract, int number, OrderKind kind, Optional<TokenSerial> replaces) {
    HardTokenRow device = stocked(serial(number));
    Instant now = clock.instant();
    OrderRow order =
        new OrderRow(
            new OrderNumber(++orders),
            new ContractKey(bank, contract),
            "012",
            kind,
            OrderState.PLACED,
            device.id(),
            device.serial(),
            replaces.map(former -> new OrderRow.Replaced(idOf(former), former)),
            now,
            JapaneseTime.dayOf(now).plusDays(7),
            Optional.empty(),
            OrderRow.Fee.FREE,
            0);
    store.transact(
        WriteWork.of(
            new Change.UpdateHardToken(device.moved(HardTokenState.ORDERED)),
            new Change.PutOrder(order, true)));
    return order;
  }

  /** The device, its token and its order as the first shipment leaves them. */
  TokenSerial ship(OrderRow order) {
    HardTokenRow device = device(order.serial());
    store.transact(
        WriteWork.of(
            new Change.UpdateHardToken(device.moved(HardTokenState.SHIPPED)),
            new Change.AddToken(
                TokenRow.sent(device, order.contract().contract(), clock.instant())),
            new Change.PutOrder(order.shippedAt(clock.instant()), false)));
    return order.serial();
  }

  /** A device on its way to a contract. */
  TokenSerial sent(ContractId contract, int number, OrderKind kind) {
    return ship(placed(contract, number, kind, Optional.empty()));
  }

  /** The first device of the contract, on its way. */
  TokenSerial sent(int number) {
    return sent(CONTRACT, number, OrderKind.FIRST);
  }

  /** A device on its way in the place of another. */
  TokenSerial sentFor(TokenSerial former, int number, OrderKind kind) {
    return ship(placed(CONTRACT, number, kind, Optional.of(former)));
  }

  Outcome register(Holder holder, TokenSerial serial, OneTimeCode code) {
    return hardTokens.perform(new HardTokenRequest.Register(key(), holder, serial, code));
  }

  /** A minute later, so that its code is a new one. */
  Outcome registerNext(Holder holder, TokenSerial serial) {
    clock.advance(Duration.ofMinutes(1));
    return register(holder, serial, code());
  }

  Outcome skip(Holder holder) {
    return hardTokens.perform(new HardTokenRequest.Skip(key(), holder));
  }

  Outcome unlockDevice(TokenSerial serial) {
    return unlockDevice(serial, OP1);
  }

  Outcome unlockDevice(TokenSerial serial, Actor.Operator operator) {
    return hardTokens.perform(
        new HardTokenRequest.UnlockDevice(
            key(), new ContractKey(bank, CONTRACT), serial, operator));
  }

  Outcome perform(ContractRequest request) {
    return contracts.perform(request);
  }

  Outcome change(ContractId contract, Method method, LocalDate effective) {
    return perform(
        new ContractRequest.ChangeMethod(
            key(), new ContractKey(bank, contract), new MethodChange(method, effective)));
  }

  Requirement login(Holder holder) {
    return requirements.next(new Question(holder, Use.login(Channel.PC), Facts.NONE));
  }

  Requirement transfer(Holder holder) {
    Use use = new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC);
    return requirements.next(new Question(holder, use, Facts.NONE));
  }

  HardTokenRow device(TokenSerial serial) {
    Reads.Delivered wanted = new Reads.Delivered(bank, List.of(serial), List.of());
    return read(Reads.NOTHING.withDelivered(wanted)).hardTokens().get(0);
  }

  TokenRow token(TokenSerial serial) {
    return store.token(idOf(serial)).orElseThrow();
  }

  /** The newest order of a device. */
  OrderRow order(TokenSerial serial, ContractId contract) {
    List<OrderRow> all = read(Reads.NOTHING.withOrdersOf(new ContractKey(bank, contract))).orders();
    return all.stream()
        .filter(row -> row.serial().equals(serial))
        .reduce((former, latter) -> latter)
        .orElseThrow();
  }

  private Rows read(Reads reads) {
    return store.transact(
        new UnitOfWork<>() {
          @Override
          public Reads reads() {
            return reads;
          }

          @Override
          public Decided<Rows> decide(Rows rows) {
            return new Decided<>(rows, List.of());
          }
        });
  }

  static Instant japan(String local) {
    return OffsetDateTime.parse(local + "+09:00").toInstant();
  }
}
