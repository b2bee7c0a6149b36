package org.ichido.core.registration;

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
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * The branch lifts the lock of a device by its serial, also of one that nobody has registered yet
 * (S4-38). Failures that were counted are set to 0 where there is no lock, as by an unlock of a
 * user. Where the profile wants an unlock asked for, this one is refused: an approval is asked for
 * a user.
 *
 * @param request the device
 * @param snapshot what it is handled under
 */
record UnlockDeviceWork(HardTokenRequest.UnlockDevice request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING
        .withWhole(request.contract())
        .withDelivered(
            new Reads.Delivered(request.contract().bank(), List.of(request.serial()), List.of()))
        .withOrdersOf(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    NamedDevice named = NamedDevice.of(rows, request.contract(), JapaneseTime.dayOf(now));
    Optional<Reason> inTheWay = inTheWay();
    if (inTheWay.isPresent()) {
      return refused(now, inTheWay.get(), named);
    }
    if (named.token().isEmpty()) {
      return refused(now, Reason.NOT_FOUND, named);
    }
    TokenRow token = named.token().get();
    TokenTransitions.next(token, TokenAct.UNLOCK_DEVICE);
    boolean locked = token.lock().filter(lock -> lock.inForce(now)).isPresent();
    if (!locked && token.failures() == 0) {
      return refused(now, Reason.NOT_LOCKED, named);
    }
    return unlocked(now, token, locked);
  }

  private Optional<Reason> inTheWay() {
    ChangePolicy policy = snapshot.profile().changes();
    Actor.Operator operator = request.operator();
    if (!policy.authority(ApprovalRow.Act.UNLOCK).operators()) {
      return Optional.of(Reason.FORBIDDEN);
    }
    if (operator.reason().isEmpty() || operator.paperNumber().isEmpty()) {
      return Optional.of(Reason.GROUNDS_MISSING);
    }
    return switch (policy.approvals().of(ApprovalRow.Act.UNLOCK)) {
      case NONE -> Optional.empty();
      case NAMED ->
          operator.approver().isEmpty() ? Optional.of(Reason.APPROVER_MISSING) : Optional.empty();
      case ASKED -> Optional.of(Reason.FORBIDDEN);
    };
  }

  private Decided<Outcome> unlocked(Instant now, TokenRow token, boolean locked) {
    List<Change> changes = new ArrayList<>(List.of(new Change.UpdateToken(token.unlocked())));
    if (locked) {
      changes.add(
          new Change.Emit(
              OutboxRow.about(
                  now,
                  token,
                  OutboxRow.Kind.EVENT,
                  OutboxRow.Type.UNLOCKED,
                  request.operator().reason().orElse("OPERATOR"))));
    }
    String what = locked ? "lock lifted" : token.failures() + " failures set to 0";
    changes.add(entry(now, AuditEvent.UNLOCKED, Optional.of(token.id()), what));
    return new Decided<>(
        locked ? Outcome.Done.to(now, token.id()) : new Outcome.Refused(now, Reason.NOT_LOCKED),
        changes);
  }

  private Decided<Outcome> refused(Instant now, Reason reason, NamedDevice named) {
    String why = "UNLOCK " + reason + (named.wrong().isEmpty() ? "" : ", " + named.wrong());
    return new Decided<>(
        new Outcome.Refused(now, reason),
        List.of(entry(now, AuditEvent.UNLOCK_REFUSED, named.token().map(TokenRow::id), why)));
  }

  /** What is done while the help desk is closed is marked (S0-43). */
  private Change entry(Instant now, AuditEvent event, Optional<TokenId> token, String what) {
    String mark = snapshot.profile().changes().helpDesk().map(desk -> desk.mark(now)).orElse("");
    String detail = "serial %s: %s".formatted(request.serial(), what);
    return new Change.Append(
        new AuditEntry(
            now,
            event,
            request.contract().bank(),
            Optional.of(request.contract().contract()),
            Optional.empty(),
            token,
            Optional.of(request.key()),
            Optional.of(request.operator()),
            Optional.empty(),
            Optional.empty(),
            mark.isEmpty() ? detail : mark + "; " + detail));
  }
}
