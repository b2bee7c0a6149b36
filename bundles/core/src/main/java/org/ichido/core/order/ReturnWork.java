package org.ichido.core.order;

import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * The mail came back, whatever has become of the contract meanwhile. Until it is sent again nobody
 * registers the device; its token, and what wrong codes did to it, stays.
 */
record ReturnWork(HardTokenRequest.Return request, Optional<TokenId> device, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return OrderAct.reads(request.contract(), request.order(), device);
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    OrderDesk desk =
        OrderDesk.of(request, request.operator(), "order " + request.order(), snapshot);
    if (desk.policy().isEmpty()) {
      return desk.refused(Reason.FORBIDDEN);
    }
    Optional<OrderRow> order =
        OrderAct.order(rows, request.contract()).filter(row -> row.state() == OrderState.SHIPPED);
    if (order.isEmpty()) {
      return desk.refused(Reason.NO_SUCH_ORDER);
    }
    List<Change> back =
        rows.hardTokens().stream()
            .filter(row -> row.state() == HardTokenState.SHIPPED)
            .<Change>map(row -> new Change.UpdateHardToken(row.moved(HardTokenState.RETURNED)))
            .toList();
    return desk.done(
        order.get().moved(OrderState.RETURNED),
        AuditEvent.MAIL_RETURNED,
        OutboxRow.Type.RETURNED,
        back);
  }
}
