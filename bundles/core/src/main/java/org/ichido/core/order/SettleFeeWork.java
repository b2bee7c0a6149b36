package org.ichido.core.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEvent;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.fee.FeeSide;
import org.ichido.core.fee.PostingMachine;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DebitMessage.Subject;

/** An operator says what became of the debit or the refund that was left to one. */
record SettleFeeWork(HardTokenRequest.SettleFee request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return OrderAct.reads(request.contract(), request.order(), Optional.empty());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    OrderDesk desk =
        OrderDesk.of(request, request.operator(), "order " + request.order(), snapshot);
    if (desk.policy().isEmpty()) {
      return desk.refused(Reason.FORBIDDEN);
    }
    if (!desk.hasGrounds()) {
      return desk.refused(Reason.GROUNDS_MISSING);
    }
    return OrderAct.order(rows, request.contract())
        .flatMap(this::settled)
        .map(side -> settled(desk, side))
        .orElseGet(() -> desk.refused(Reason.NO_SUCH_ORDER));
  }

  /** There is a refund only after the debit is settled, so one of them at the most. */
  private Optional<FeeSide> settled(OrderRow order) {
    return Stream.of(Subject.values())
        .map(subject -> new FeeSide(order, subject))
        .flatMap(
            side ->
                side
                    .posting()
                    .flatMap(posting -> PostingMachine.found(posting, request.booked()))
                    .map(side::with)
                    .stream())
        .findFirst();
  }

  private Decided<Outcome> settled(OrderDesk desk, FeeSide side) {
    String said = request.booked() ? "; operator: booked" : "; operator: not booked";
    return new Decided<>(
        Outcome.Done.at(desk.now()),
        List.of(
            new Change.PutOrder(side.order(), false),
            desk.fees().entry(side, AuditEvent.FEE_SETTLED, said)));
  }
}
