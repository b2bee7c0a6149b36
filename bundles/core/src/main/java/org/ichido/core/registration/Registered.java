package org.ichido.core.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderState;
import org.ichido.core.work.TokenEnd;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * What is written of a registration beside the token's users: the device, the order, what ended for
 * it, the audit and the events.
 *
 * @param now when
 * @param request who registered which device
 * @param token the token with its users from now on
 */
record Registered(Instant now, HardTokenRequest.Register request, TokenRow token) {
  /** From now on the device is the contract's, for ever (S4-35), and nobody waits for it. */
  List<Change> first(NamedDevice named) {
    List<Change> changes = new ArrayList<>();
    named
        .device()
        .map(device -> device.registeredWith(token.contract()))
        .map(Change.UpdateHardToken::new)
        .ifPresent(changes::add);
    named
        .order()
        .map(order -> new Change.PutOrder(order.moved(OrderState.REGISTERED), false))
        .ifPresent(changes::add);
    return changes;
  }

  /** The end of what another method of the contract has ended and nobody has written down yet. */
  List<Change> ends(List<TokenRow> tokens, List<TokenRow> replaced) {
    TokenEnd end = end(TokenEnd.Why.METHOD_CHANGED);
    return tokens.stream()
        .filter(row -> row.state().live())
        .filter(row -> replaced.stream().noneMatch(former -> former.id().equals(row.id())))
        .flatMap(row -> end.of(row).stream())
        .toList();
  }

  /** The end of the token in whose place this one comes; of one that never came its order, too. */
  List<Change> replaced(TokenRow former, List<OrderRow> orders) {
    List<Change> changes = new ArrayList<>(end(TokenEnd.Why.REPLACED).of(former));
    for (OrderRow order : orders) {
      if (order.device().equals(former.id()) && !order.state().over()) {
        changes.add(new Change.PutOrder(order.moved(OrderState.CANCELLED), false));
        changes.add(
            new Change.Emit(
                OutboxRow.about(
                    now, request.contract(), OutboxRow.Type.ORDER_CANCELLED, words(order))));
        changes.add(
            new Change.Append(
                entry(AuditEvent.ORDER_CANCELLED, request.holder())
                    .withToken(former.id())
                    .withDetail(words(order) + ", REPLACED")));
      }
    }
    return changes;
  }

  /** Number, kind and serial, as they are told of every order. */
  private static String words(OrderRow order) {
    return "%s %s %s".formatted(order.number(), order.kind(), order.serial());
  }

  /** That a user has the token from now on: himself, or with what was replaced. */
  List<Change> of(Holder holder) {
    boolean carried = !holder.equals(request.holder());
    String detail =
        "serial %s, %d users%s"
            .formatted(request.serial(), token.users().size(), carried ? ", carried over" : "");
    OutboxRow event =
        OutboxRow.about(
            now,
            token.boundTo(List.of(holder.user())),
            OutboxRow.Kind.EVENT,
            OutboxRow.Type.REGISTERED,
            request.serial().value());
    return List.of(
        new Change.Append(
            entry(AuditEvent.REGISTERED, holder).withToken(token.id()).withDetail(detail)),
        new Change.Emit(event));
  }

  private AuditEntry entry(AuditEvent event, Holder holder) {
    return AuditEntry.of(now, event, holder, request.key()).withActor(actor());
  }

  private TokenEnd end(TokenEnd.Why why) {
    return new TokenEnd(now, actor(), Optional.of(request.key()), why);
  }

  private Actor actor() {
    return new Actor.User(request.holder().user());
  }
}
