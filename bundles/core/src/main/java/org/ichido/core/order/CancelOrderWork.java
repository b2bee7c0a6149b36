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
import org.ichido.api.order.PostingState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.fee.FeeSide;
import org.ichido.core.fee.PostingMachine;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
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
import org.ichido.spi.transport.DebitMessage.Subject;

/**
 * An order is taken back before the device was registered. What was never sent goes back into
 * stock; what was out of the house is nobody's for good. A fee that was debited is refunded; one of
 * which nobody knows is waited for.
 */
record CancelOrderWork(
    HardTokenRequest.CancelOrder request, Optional<TokenId> device, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return OrderAct.reads(request.contract(), request.order(), device)
        .withDay(request.contract().bank());
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
    Optional<OrderRow> order =
        OrderAct.order(rows, request.contract()).filter(row -> !row.state().over());
    if (order.isEmpty()) {
      return desk.refused(Reason.NO_SUCH_ORDER);
    }
    Optional<PostingState> debit = order.get().fee().debit().map(Posting::state);
    return debit.filter(PostingState::open).isPresent()
        ? desk.refused(Reason.FEE_UNSETTLED)
        : cancelled(desk, rows, order.get());
  }

  private static Decided<Outcome> cancelled(OrderDesk desk, Rows rows, OrderRow order) {
    List<Change> more = new ArrayList<>();
    Optional<FeeSide> fee = fee(desk, rows, order);
    fee.map(desk.fees()::stands).ifPresent(more::add);
    rows.hardTokens().stream()
        .flatMap(row -> back(row).stream())
        .map(Change.UpdateHardToken::new)
        .forEach(more::add);
    rows.deviceTokens().stream()
        .filter(token -> token.state().live())
        .forEach(token -> more.addAll(ended(desk, token)));
    return desk.done(
        fee.map(FeeSide::order).orElse(order).moved(OrderState.CANCELLED),
        AuditEvent.ORDER_CANCELLED,
        OutboxRow.Type.ORDER_CANCELLED,
        more);
  }

  /** How the debit or the refund stands then, if that changes. */
  private static Optional<FeeSide> fee(OrderDesk desk, Rows rows, OrderRow order) {
    return order
        .fee()
        .debit()
        .flatMap(
            debit ->
                switch (debit.state()) {
                  case QUEUED ->
                      Optional.of(
                          new FeeSide(order, Subject.DEBIT).with(PostingMachine.dropped(debit)));
                  case BOOKED ->
                      Optional.of(
                          new FeeSide(order, Subject.REFUND)
                              .with(PostingMachine.begun(rows.day(), desk.now())));
                  case REQUESTED, UNKNOWN, OPERATOR, NOT_BOOKED, DROPPED -> Optional.empty();
                });
  }

  /** Where the device goes, if it is not there already. */
  private static Optional<HardTokenRow> back(HardTokenRow device) {
    return switch (device.state()) {
      case ORDERED -> Optional.of(device.moved(HardTokenState.IN_STOCK));
      case SHIPPED -> Optional.of(device.moved(HardTokenState.RETURNED));
      case IN_STOCK, RETURNED, ACTIVE, DISPOSED, REVOKED -> Optional.empty();
    };
  }

  private static List<Change> ended(OrderDesk desk, TokenRow token) {
    TokenRow ended = token.ended(TokenTransitions.next(token, TokenAct.CANCEL_ORDER));
    String why = AuditEvent.ORDER_CANCELLED.name();
    return List.of(
        new Change.UpdateToken(ended),
        desk.entry(AuditEvent.CANCELLED, Optional.of(token.id()), why),
        new Change.Emit(
            OutboxRow.about(
                desk.now(), ended, OutboxRow.Kind.EVENT, OutboxRow.Type.CANCELLED, why)));
  }
}
