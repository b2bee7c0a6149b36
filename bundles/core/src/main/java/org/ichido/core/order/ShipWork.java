package org.ichido.core.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * A device is handed to the post (S4-21), once its fee is debited. From the first time on there is
 * a token of it, which wrong codes lock before anybody has registered it.
 */
record ShipWork(HardTokenRequest.Ship request, Optional<TokenId> device, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return OrderAct.reads(request.contract(), request.order(), device)
        .withWhole(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    OrderDesk desk =
        OrderDesk.of(request, request.operator(), "order " + request.order(), snapshot);
    if (desk.policy().isEmpty()) {
      return desk.refused(Reason.FORBIDDEN);
    }
    Optional<OrderRow> order =
        OrderAct.order(rows, request.contract())
            .filter(row -> row.state() == OrderState.PLACED || row.state() == OrderState.RETURNED);
    if (order.isEmpty()) {
      return desk.refused(Reason.NO_SUCH_ORDER);
    }
    Optional<Reason> inTheWay =
        ContractBar.of(rows.contract(), JapaneseTime.dayOf(desk.now()))
            .or(() -> ofDebit(order.get().fee().debit()));
    if (inTheWay.isPresent()) {
      return desk.refused(inTheWay.get());
    }
    HardTokenState here =
        order.get().state() == OrderState.PLACED ? HardTokenState.ORDERED : HardTokenState.RETURNED;
    return rows.hardTokens().stream()
        .filter(row -> row.id().equals(order.get().device()) && row.state() == here)
        .findFirst()
        .map(row -> shipped(desk, rows, order.get(), row))
        .orElseGet(() -> desk.refused(Reason.NOT_IN_STOCK));
  }

  private static Optional<Reason> ofDebit(Optional<Posting> debit) {
    return debit.flatMap(
        posting ->
            switch (posting.state()) {
              case BOOKED -> Optional.empty();
              case NOT_BOOKED -> Optional.of(Reason.FEE_UNPAID);
              case QUEUED, REQUESTED, UNKNOWN, OPERATOR, DROPPED ->
                  Optional.of(Reason.FEE_UNSETTLED);
            });
  }

  private static Decided<Outcome> shipped(
      OrderDesk desk, Rows rows, OrderRow order, HardTokenRow device) {
    List<Change> more = new ArrayList<>();
    more.add(new Change.UpdateHardToken(device.moved(HardTokenState.SHIPPED)));
    if (rows.deviceTokens().isEmpty()) {
      more.add(new Change.AddToken(TokenRow.sent(device, order.contract().contract(), desk.now())));
    }
    return desk.done(order.shippedAt(desk.now()), AuditEvent.SHIPPED, OutboxRow.Type.SHIPPED, more);
  }
}
