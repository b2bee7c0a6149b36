package org.ichido.core.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.fee.FeeJournal;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;

/**
 * An operator asks something of an order at a moment: how that ends, and what the audit and core
 * banking are told. What is done while the help desk is closed is marked (S0-43).
 *
 * @param request what is asked
 * @param operator who asks
 * @param about the order or the device, for the audit of a refusal
 * @param snapshot what it is handled under
 * @param now when it is decided
 */
record OrderDesk(
    HardTokenRequest request,
    Actor.Operator operator,
    String about,
    Snapshot snapshot,
    Instant now) {
  static OrderDesk of(
      HardTokenRequest request, Actor.Operator operator, String about, Snapshot snapshot) {
    return new OrderDesk(request, operator, about, snapshot, snapshot.clock().instant());
  }

  /** What the bank says of hard tokens; without it every act is FORBIDDEN. */
  Optional<HardTokenPolicy> policy() {
    return snapshot.profile().hardTokens();
  }

  /** Whether reason and number of the customer's paper are given (S4-30). */
  boolean hasGrounds() {
    return operator.reason().isPresent() && operator.paperNumber().isPresent();
  }

  Decided<Outcome> refused(Reason reason) {
    String detail = request.getClass().getSimpleName() + " " + reason + ", " + about;
    return new Decided<>(
        new Outcome.Refused(now, reason),
        List.of(entry(AuditEvent.ACT_REFUSED, Optional.empty(), detail)));
  }

  /** A new order, of which the number is told. */
  Decided<Outcome> placed(OrderRow order, List<Change> more) {
    Outcome outcome =
        new Outcome.Done(
            now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(order.number()));
    Change added = new Change.PutOrder(order, true);
    return new Decided<>(
        outcome, changes(added, order, AuditEvent.ORDERED, OutboxRow.Type.ORDERED, more));
  }

  /** An order that goes on: the order, the audit, the event, and what else changes. */
  Decided<Outcome> done(OrderRow order, AuditEvent event, OutboxRow.Type told, List<Change> more) {
    Change changed = new Change.PutOrder(order, false);
    return new Decided<>(Outcome.Done.at(now), changes(changed, order, event, told, more));
  }

  private List<Change> changes(
      Change put, OrderRow order, AuditEvent event, OutboxRow.Type told, List<Change> more) {
    String words = "%s %s %s".formatted(order.number(), order.kind(), order.serial());
    List<Change> changes = new ArrayList<>();
    changes.add(put);
    changes.add(entry(event, Optional.of(order.device()), words));
    changes.add(new Change.Emit(OutboxRow.about(now, request.contract(), told, words)));
    changes.addAll(more);
    return changes;
  }

  /** Where the audit of the fee goes. */
  FeeJournal fees() {
    return new FeeJournal(now, operator, Optional.of(request.key()), mark());
  }

  Change.Append entry(AuditEvent event, Optional<TokenId> token, String detail) {
    return new Change.Append(
        new AuditEntry(
            now,
            event,
            request.contract().bank(),
            Optional.of(request.contract().contract()),
            Optional.empty(),
            token,
            Optional.of(request.key()),
            Optional.of(operator),
            Optional.empty(),
            Optional.empty(),
            mark() + detail));
  }

  private String mark() {
    String mark = snapshot.profile().changes().helpDesk().map(desk -> desk.mark(now)).orElse("");
    return mark.isEmpty() ? mark : mark + "; ";
  }
}
