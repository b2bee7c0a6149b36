package org.ichido.plain.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;

/**
 * What a bank must answer and record, written from the requirements and from nothing of core: codes
 * come from the token simulator, a token's state from its history, an answer that was given once
 * from a map.
 */
final class ModelBank {
  private static final Duration PERIOD = Duration.ofSeconds(60);

  private record Answered(String content, Object answer) {}

  private final Map<Holder, ModelToken> tokens = new HashMap<>();
  private final Map<Holder, List<Line>> audit = new HashMap<>();
  private final Map<String, Answered> inbox = new HashMap<>();
  private ModelRules rules = ModelRules.SHIPPED;

  void registered(Holder holder, ModelToken token) {
    tokens.put(holder, token);
  }

  void registered(Instant now, String request, Holder holder, ModelToken token) {
    registered(holder, token);
    happened(now, AuditEvent.REGISTERED, request, holder, Optional.empty(), Optional.empty());
  }

  void change(ModelRules to) {
    rules = to;
  }

  ModelRules rules() {
    return rules;
  }

  Optional<ModelToken> tokenOf(Holder holder) {
    return Optional.ofNullable(tokens.get(holder));
  }

  List<Line> audit(Holder holder) {
    return audit.computeIfAbsent(holder, h -> new ArrayList<>());
  }

  Verdict verify(Instant now, String request, Holder holder, String code) {
    return once(
        now,
        request,
        holder,
        "verify " + holder + code,
        () -> judge(now, request, holder, code),
        new Verdict.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  Outcome unlock(Instant now, String request, Holder holder, boolean operator) {
    return once(
        now,
        request,
        holder,
        "unlock " + holder + operator,
        () -> unlockNow(now, request, holder, operator),
        new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  Outcome suspension(Instant now, String request, Holder holder, boolean lifted) {
    return once(
        now,
        request,
        holder,
        "suspension " + holder + lifted,
        () -> suspensionNow(now, request, holder, lifted),
        new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  @SuppressWarnings("unchecked") // the same content was of the same kind
  private <A> A once(
      Instant now, String request, Holder holder, String content, Supplier<A> anew, A misuse) {
    Answered before = inbox.get(request);
    if (before == null) {
      A answer = anew.get();
      inbox.put(request, new Answered(content, answer));
      return answer;
    }
    if (before.content().equals(content)) {
      return (A) before.answer();
    }
    Optional<TokenId> none = Optional.empty();
    audit(holder)
        .add(
            new Line(
                now,
                AuditEvent.REQUEST_ID_REUSED,
                request,
                none,
                Optional.empty(),
                Optional.empty()));
    return misuse;
  }

  private Verdict judge(Instant now, String request, Holder holder, String code) {
    if (code.length() != 6) {
      Optional<TokenId> none = Optional.empty();
      audit(holder)
          .add(
              new Line(
                  now, AuditEvent.FORM_ERROR, request, none, Optional.empty(), Optional.empty()));
      return new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH);
    }
    ModelToken token = tokens.get(holder);
    if (token == null) {
      return refused(now, request, holder, Cause.NOT_ELIGIBLE, Optional.empty());
    }
    if (token.suspended()) {
      return refused(now, request, holder, Cause.SUSPENDED, Optional.empty());
    }
    if (token.locked()) {
      return refused(now, request, holder, Cause.LOCKED, Optional.empty());
    }
    if (token.expired(now)) {
      return refused(now, request, holder, Cause.EXPIRED, Optional.empty());
    }
    // The present step, one after it, one before it, and one more that is known to be STALE.
    List<Long> showing = new ArrayList<>();
    for (long minutes = -2; minutes <= 1; minutes++) {
      Instant then = now.plus(PERIOD.multipliedBy(minutes));
      if (token.app().codeAt(then).equals(code)) {
        showing.add(token.app().stepAt(then));
      }
    }
    long last = token.lastStep().orElse(-1);
    Optional<Long> fresh =
        showing.stream().filter(step -> step > last && inTime(step, now)).findFirst();
    if (fresh.isPresent()) {
      happened(now, AuditEvent.ACCEPTED, request, holder, Optional.empty(), fresh);
      return new Verdict.Accepted(now);
    }
    Optional<Long> used = showing.stream().filter(step -> step <= last).findFirst();
    if (used.isPresent()) {
      Verdict verdict = refused(now, request, holder, Cause.USED, used);
      happened(now, AuditEvent.REPLAYED, request, holder, Optional.empty(), Optional.empty());
      return verdict;
    }
    if (!showing.isEmpty()) {
      return refused(now, request, holder, Cause.STALE, Optional.of(showing.get(0)));
    }
    Verdict verdict = refused(now, request, holder, Cause.INVALID, Optional.empty());
    if (token.failures() >= rules.threshold()) {
      happened(now, AuditEvent.LOCKED, request, holder, Optional.empty(), Optional.empty());
    }
    return verdict;
  }

  private boolean inTime(long step, Instant now) {
    Instant start = Instant.EPOCH.plus(PERIOD.multipliedBy(step));
    return !start.isAfter(now.plus(PERIOD)) && start.plus(rules.greatestAge()).isAfter(now);
  }

  private Outcome unlockNow(Instant now, String request, Holder holder, boolean operator) {
    ModelToken token = tokens.get(holder);
    Outcome outcome;
    boolean effect = false;
    if (!operator || !rules.operatorsUnlock()) {
      outcome = new Outcome.Refused(now, Reason.FORBIDDEN);
    } else if (token == null) {
      outcome = new Outcome.Refused(now, Reason.NOT_FOUND);
    } else {
      outcome =
          token.locked()
              ? Outcome.Done.to(now, token.id())
              : new Outcome.Refused(now, Reason.NOT_LOCKED);
      effect = token.locked() || token.failures() > 0;
    }
    happened(
        now,
        effect ? AuditEvent.UNLOCKED : AuditEvent.UNLOCK_REFUSED,
        request,
        holder,
        Optional.empty(),
        Optional.empty());
    return outcome;
  }

  private Outcome suspensionNow(Instant now, String request, Holder holder, boolean lifted) {
    ModelToken token = tokens.get(holder);
    Optional<Reason> why = Optional.empty();
    if (token == null) {
      why = Optional.of(Reason.NOT_FOUND);
    } else if (token.suspended() != lifted) {
      why = Optional.of(lifted ? Reason.NOT_SUSPENDED : Reason.ALREADY_SUSPENDED);
    }
    AuditEvent done = lifted ? AuditEvent.SUSPENSION_LIFTED : AuditEvent.SUSPENDED;
    happened(
        now,
        why.isPresent() ? AuditEvent.ACT_REFUSED : done,
        request,
        holder,
        Optional.empty(),
        Optional.empty());
    return why.isPresent()
        ? new Outcome.Refused(now, why.get())
        : Outcome.Done.to(now, tokens.get(holder).id());
  }

  private Verdict refused(
      Instant now, String request, Holder holder, Cause cause, Optional<Long> step) {
    happened(now, AuditEvent.REFUSED, request, holder, Optional.of(cause), step);
    return new Verdict.Refused(now);
  }

  private void happened(
      Instant now,
      AuditEvent event,
      String request,
      Holder holder,
      Optional<Cause> cause,
      Optional<Long> step) {
    Optional<ModelToken> token = tokenOf(holder);
    Line line = new Line(now, event, request, token.map(ModelToken::id), cause, step);
    audit(holder).add(line);
    token.ifPresent(t -> t.happened(line));
  }
}
