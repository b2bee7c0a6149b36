package org.ichido.core.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderState;
import org.ichido.core.life.Standing;
import org.ichido.core.life.Succession;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.work.CodeJudging;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * A user registers a hard token by a code that it shows (S4-20). Who may not have one is told why
 * and loses no code. Then the code is judged like any other; whatever is wrong with device or code
 * is one refusal, for the same work, and its cause stands in the audit alone.
 *
 * @param request the device and a code
 * @param snapshot what it is handled under
 */
record RegisterDeviceWork(HardTokenRequest.Register request, Snapshot snapshot)
    implements UnitOfWork<Outcome> {
  /** The whole contract, for the users and the token of a device that is replaced. */
  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder())
        .withWhole(request.contract())
        .withDelivered(
            new Reads.Delivered(request.holder().bank(), List.of(request.serial()), List.of()))
        .withOrdersOf(request.contract());
  }

  @Override
  public Decided<Outcome> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    LocalDate today = JapaneseTime.dayOf(now);
    Optional<TokenRow> own = Standing.live(Entitlement.of(rows).seen(rows.tokens(), today), now);
    Optional<Outcome.Refused> bar = bar(rows, own, now);
    if (bar.isPresent()) {
      return new Decided<>(
          bar.get(), List.of(new Change.Append(refusal(now, bar.get().reason(), ""))));
    }
    NamedDevice named = NamedDevice.of(rows, request.contract(), today).forUserOf(own, rows);
    var judging =
        new CodeJudging(snapshot, request.holder(), request.key(), now, rows.memoryBegins());
    if (judging.isMisshapen(named.token(), request.code())) {
      return new Decided<>(
          new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(judging.formError())));
    }
    Judged judged = judging.judge(named.token(), request.code(), Purpose.REGISTER);
    Optional<TokenRow> right = judged.judgement().changed().filter(row -> judged.accepted());
    if (right.isEmpty()) {
      List<Change> changes = new ArrayList<>(judged.changes());
      changes.add(new Change.Append(refusal(now, Reason.CODE_REFUSED, named.wrong())));
      return new Decided<>(new Outcome.Refused(now, Reason.CODE_REFUSED), changes);
    }
    return registered(now, rows, named, right.get(), judged);
  }

  /** Nothing here depends on the device that was named: else the answer would tell of it. */
  private Optional<Outcome.Refused> bar(Rows rows, Optional<TokenRow> own, Instant now) {
    LocalDate today = JapaneseTime.dayOf(now);
    Entitlement entitlement = Entitlement.of(rows);
    boolean entitled =
        rows.contract().isPresent()
            && rows.user().isPresent()
            && entitlement.allows(TokenKind.HARD, today);
    if (!entitled) {
      return Optional.of(new Outcome.Refused(now, Reason.NOT_ENTITLED));
    }
    Optional<Instant> coolDown = rows.user().flatMap(UserRow::coolDown).filter(now::isBefore);
    if (coolDown.isPresent()) {
      return Optional.of(new Outcome.Refused(now, Reason.COOLDOWN, coolDown));
    }
    return own.filter(token -> !isToBeReplaced(token, rows.orders()))
        .map(token -> new Outcome.Refused(now, Reason.TOKEN_STILL_BOUND));
  }

  private static boolean isToBeReplaced(TokenRow own, List<OrderRow> orders) {
    return orders.stream()
        .filter(order -> order.state() == OrderState.SHIPPED)
        .anyMatch(order -> Succession.takesThePlace(order, orders, own));
  }

  private Decided<Outcome> registered(
      Instant now, Rows rows, NamedDevice named, TokenRow token, Judged judged) {
    Replacement replacement = Replacement.by(named.order(), rows);
    Set<UserId> users = new LinkedHashSet<>(token.users());
    users.add(request.holder().user());
    users.addAll(replacement.users());
    TokenRow bound = token.boundTo(List.copyOf(users));
    Registered told = new Registered(now, request, bound);
    List<Change> changes = new ArrayList<>(judged.told());
    changes.addAll(told.ends(rows.tokens(), replacement.formers()));
    for (TokenRow former : replacement.formers()) {
      changes.addAll(told.replaced(former, rows.orders()));
    }
    changes.add(new Change.RebindToken(bound));
    // Unchanged: who is removed at the same moment is not bound, whichever comes first.
    rows.user().map(user -> new Change.PutUser(user, false)).ifPresent(changes::add);
    if (named.isFirst()) {
      changes.addAll(told.first(named));
    }
    for (UserId user : users) {
      if (!token.users().contains(user)) {
        changes.addAll(told.of(holderOf(user)));
      }
    }
    return new Decided<>(Outcome.Done.to(now, bound.id()), changes);
  }

  private Holder holderOf(UserId user) {
    return new Holder(request.holder().bank(), request.holder().contract(), user);
  }

  private AuditEntry refusal(Instant now, Reason reason, String wrong) {
    String detail = "serial %s: %s".formatted(request.serial(), reason);
    return AuditEntry.of(now, AuditEvent.REGISTER_REFUSED, request.holder(), request.key())
        .withDetail(wrong.isEmpty() ? detail : detail + ", " + wrong);
  }
}
