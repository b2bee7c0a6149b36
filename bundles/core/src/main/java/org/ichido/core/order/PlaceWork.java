package org.ichido.core.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.fee.FeeSide;
import org.ichido.core.fee.PostingMachine;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DebitMessage.Subject;

/**
 * A device is set aside for a contract after the customer's paper (S4-6, S4-30), and its fee asked
 * for (S4-28, S4-29). A device reported lost or stolen is suspended in the same unit of work.
 */
record PlaceWork(HardTokenRequest.Place request, Snapshot snapshot) implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    List<TokenSerial> serials =
        Stream.concat(Stream.of(request.serial()), request.replaces().stream()).toList();
    return Reads.NOTHING
        .withWhole(request.contract())
        .withOrdersOf(request.contract())
        .withLastOrder(request.contract().bank())
        .withDay(request.contract().bank())
        .withDelivered(new Reads.Delivered(request.contract().bank(), serials, List.of()));
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    String about = request.kind() + " serial " + request.serial();
    OrderDesk desk = OrderDesk.of(request, request.operator(), about, snapshot);
    if (desk.policy().isEmpty()) {
      return desk.refused(Reason.FORBIDDEN);
    }
    if (!desk.hasGrounds()) {
      return desk.refused(Reason.GROUNDS_MISSING);
    }
    HardTokenPolicy policy = desk.policy().get();
    LocalDate today = JapaneseTime.dayOf(desk.now());
    Optional<HardTokenRow> former = request.replaces().flatMap(serial -> device(rows, serial));
    Optional<Reason> inTheWay =
        ContractBar.of(rows.contract(), today)
            .or(() -> OrderRules.ofKind(request.kind(), rows))
            .or(
                () ->
                    request.kind().replaces()
                        ? OrderRules.ofFormer(former, rows)
                        : Optional.empty())
            .or(() -> chargeable(policy) ? OrderRules.ofAccount(rows) : Optional.empty());
    if (inTheWay.isPresent()) {
      return desk.refused(inTheWay.get());
    }
    Optional<HardTokenRow> device =
        device(rows, request.serial()).filter(row -> row.state() == HardTokenState.IN_STOCK);
    if (device.isEmpty()) {
      return desk.refused(Reason.NOT_IN_STOCK);
    }
    return placed(desk, rows, device.get(), former, policy);
  }

  private boolean chargeable(HardTokenPolicy policy) {
    return policy.yenOf(request.kind()) > 0;
  }

  private static Optional<HardTokenRow> device(Rows rows, TokenSerial serial) {
    return rows.hardTokens().stream().filter(row -> row.serial().equals(serial)).findFirst();
  }

  private Decided<Outcome> placed(
      OrderDesk desk,
      Rows rows,
      HardTokenRow device,
      Optional<HardTokenRow> former,
      HardTokenPolicy policy) {
    OrderKind kind = request.kind();
    ContractRow contract = rows.contract().orElseThrow();
    OrderRow order =
        new OrderRow(
            OrderNumbers.next(rows),
            contract.key(),
            contract.branch(),
            kind,
            OrderState.PLACED,
            device.id(),
            device.serial(),
            former.map(row -> new OrderRow.Replaced(row.id(), row.serial())),
            desk.now(),
            JapaneseTime.dayOf(desk.now()).plusDays(policy.leadDays().getOrDefault(kind, 0)),
            Optional.empty(),
            chargeable(policy) ? fee(desk, rows, policy) : OrderRow.Fee.FREE,
            0);
    List<Change> more = new ArrayList<>();
    more.add(new Change.UpdateHardToken(device.moved(HardTokenState.ORDERED)));
    if (chargeable(policy)) {
      more.add(desk.fees().stands(new FeeSide(order, Subject.DEBIT)));
    }
    if (kind.stops()) {
      rows.deviceTokens().stream()
          .filter(token -> former.filter(row -> row.id().equals(token.id())).isPresent())
          .filter(token -> token.state().live() && token.suspension().isEmpty())
          .forEach(token -> more.addAll(suspended(desk, token)));
    }
    return desk.placed(order, more);
  }

  private OrderRow.Fee fee(OrderDesk desk, Rows rows, HardTokenPolicy policy) {
    int yen = policy.yenOf(request.kind());
    return new OrderRow.Fee(
        yen,
        policy.taxIn(yen),
        rows.contract().flatMap(ContractRow::account),
        Optional.of(PostingMachine.begun(rows.day(), desk.now())),
        Optional.empty());
  }

  /** It may be in somebody else's hands. */
  private List<Change> suspended(OrderDesk desk, TokenRow token) {
    String why = request.operator().reason().orElse(request.kind().name());
    Suspension suspension = new Suspension(desk.now(), why);
    return List.of(
        new Change.UpdateToken(token.withSuspension(Optional.of(suspension))),
        desk.entry(AuditEvent.SUSPENDED, Optional.of(token.id()), request.kind().name()),
        new Change.Emit(
            OutboxRow.about(
                desk.now(), token, OutboxRow.Kind.EVENT, OutboxRow.Type.SUSPENDED, why)));
  }
}
