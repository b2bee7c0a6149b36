package org.ichido.core.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Unbinding;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.TokenRow;

/**
 * Core banking tells something at a moment: how such a request ends, and what the audit says of it.
 *
 * @param request what it tells
 * @param now when it is decided
 */
record Telling(ContractRequest request, Instant now) {
  private static final int LONGEST_NAME = 8;

  LocalDate today() {
    return JapaneseTime.dayOf(now);
  }

  Decided<Outcome> refused(Reason reason) {
    String act = request.getClass().getSimpleName();
    return new Decided<>(
        new Outcome.Refused(now, reason),
        List.of(new Change.Append(entry(AuditEvent.ACT_REFUSED, act + " " + reason))));
  }

  /** It was so already: nothing to write, and nothing that the audit does not say yet. */
  Decided<Outcome> unchanged() {
    return new Decided<>(Outcome.Done.at(now), List.of());
  }

  Decided<Outcome> done(Change row, AuditEvent event, String detail, List<Change> ends) {
    List<Change> changes = new ArrayList<>();
    changes.add(row);
    changes.add(new Change.Append(entry(event, detail)));
    changes.addAll(ends);
    return new Decided<>(Outcome.Done.at(now), changes);
  }

  /** Ends the live ones among tokens. */
  List<Change> ends(List<TokenRow> tokens, TokenEnd.Why why) {
    TokenEnd end = new TokenEnd(now, actor(), Optional.of(request.key()), why);
    return tokens.stream()
        .filter(token -> token.state().live())
        .flatMap(token -> end.of(token).stream())
        .toList();
  }

  /** Unbinds a user that is removed from the live ones among tokens that others share. */
  List<Change> unbinds(List<TokenRow> shared, Holder holder) {
    List<Change> changes = new ArrayList<>();
    for (TokenRow token : shared) {
      if (token.state().live()) {
        String why = TokenEnd.Why.USER_REMOVED.name();
        changes.addAll(new Unbinding(now, token, holder.user()).changes(why));
        changes.add(new Change.Append(entry(AuditEvent.UNBOUND, why).withToken(token.id())));
      }
    }
    return changes;
  }

  private AuditEntry entry(AuditEvent event, String detail) {
    return new AuditEntry(
        now,
        event,
        request.contract().bank(),
        Optional.of(request.contract().contract()),
        user(),
        Optional.empty(),
        Optional.of(request.key()),
        Optional.of(actor()),
        Optional.empty(),
        Optional.empty(),
        detail);
  }

  private Optional<UserId> user() {
    if (request instanceof ContractRequest.AddUser add) {
      return Optional.of(add.holder().user());
    } else if (request instanceof ContractRequest.RemoveUser remove) {
      return Optional.of(remove.holder().user());
    } else if (request instanceof ContractRequest.ChangeRole change) {
      return Optional.of(change.holder().user());
    }
    return Optional.empty();
  }

  /** By the requester's name without its bank; the request's key beside it has the whole. */
  private Actor actor() {
    String requester = request.key().requester().value();
    String name = requester.substring(requester.lastIndexOf('.') + 1);
    return new Actor.CoreBanking(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }
}
