package org.ichido.plain.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenId;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.plain.laws.FaultyStore.Fault;

/**
 * One chain of events about customers of its own. Whatever is done is done to the house and to the
 * model, and compared at once.
 */
final class World {
  /** Less than the inbox horizon from end to end, so that no answer is forgotten. */
  private static final Duration FARTHEST = Duration.ofHours(20);

  private static final Actor.Operator OPERATOR =
      new Actor.Operator(
          "OP000001", Optional.empty(), Optional.empty(), Optional.of("LOCK"), Optional.of("P-1"));
  private static final Actor ADMINISTRATOR = new Actor.Administrator("laws");

  /** Something that was asked of the house, with what the model says of it at a time. */
  private record Asked(
      String id, Holder holder, Supplier<Object> house, Function<Instant, Object> model) {}

  private final HouseOnTrial trial;
  private final ModelBank model = new ModelBank();
  private final String name;
  private final List<Holder> holders;
  private final List<Asked> asked = new ArrayList<>();
  private final Map<TokenId, Long> newestStep = new HashMap<>();
  private Duration patience = Duration.ZERO;

  World(HouseOnTrial trial) {
    this.trial = trial;
    trial.begin();
    trial.clock().set(HouseOnTrial.START);
    trial.change(ModelRules.SHIPPED);
    long number = trial.nextUser();
    name = "c" + number + "-";
    holders = new Enrolment(trial, model, number).holders();
  }

  void attempt(int customer, Presented presented) {
    Holder holder = holders.get(customer);
    verify(name + asked.size(), holder, code(holder, presented));
  }

  /** Delivers something again, unchanged. */
  void again(int which) {
    if (!asked.isEmpty()) {
      ask(asked.get(which % asked.size()));
    }
  }

  /** Uses the id of something that was asked for something else. */
  void reuse(int which, int customer, Presented presented) {
    if (!asked.isEmpty()) {
      Holder holder = holders.get(customer);
      verify(asked.get(which % asked.size()).id(), holder, code(holder, presented));
    }
  }

  void unlock(int customer, boolean operator) {
    Holder holder = holders.get(customer);
    String id = name + asked.size();
    UnlockRequest request =
        new UnlockRequest(key(id), holder, operator ? OPERATOR : ADMINISTRATOR, Optional.empty());
    ask(
        new Asked(
            id,
            holder,
            () -> trial.house().administration().unlock(request),
            now -> model.unlock(now, id, holder, operator)));
  }

  void suspension(int customer, boolean lifted) {
    Holder holder = holders.get(customer);
    String id = name + asked.size();
    OperatorRequest request = new OperatorRequest(key(id), holder, OPERATOR);
    ask(
        new Asked(
            id,
            holder,
            () ->
                lifted
                    ? trial.house().lifecycle().resume(request)
                    : trial.house().lifecycle().suspend(request),
            now -> model.suspension(now, id, holder, lifted)));
  }

  void move(Duration by) {
    Instant to = now().plus(by);
    if (Duration.between(HouseOnTrial.START, to).abs().compareTo(FARTHEST) < 0) {
      trial.clock().set(to);
    }
  }

  void change(ModelRules rules) {
    trial.change(rules);
    model.change(rules);
  }

  void restart() {
    trial.restart();
    compareTokens();
  }

  /** The next request meets a fault, and is asked again after a while. */
  void fail(Fault fault, Duration retryAfter) {
    trial.store().failNext(fault);
    patience = retryAfter;
  }

  private String code(Holder holder, Presented presented) {
    // Who has no token types the code of somebody else's.
    ModelToken token = model.tokenOf(holder).or(() -> model.tokenOf(holders.get(2))).orElseThrow();
    return presented.by(token, now());
  }

  private void verify(String id, Holder holder, String code) {
    Asked verification =
        new Asked(
            id,
            holder,
            () -> {
              try (OneTimeCode oneTimeCode = OneTimeCode.of(code)) {
                return trial
                    .house()
                    .authenticator()
                    .verify(
                        new VerifyRequest(
                            key(id),
                            holder,
                            new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                            oneTimeCode));
              }
            },
            now -> model.verify(now, id, holder, code));
    ask(verification);
  }

  private List<Optional<Lock>> locks() {
    return tokens().stream().map(TokenDescription::lock).toList();
  }

  private void ask(Asked what) {
    boolean known = asked.contains(what);
    boolean fresh = asked.stream().noneMatch(other -> other.id().equals(what.id()));
    if (!known) {
      asked.add(what);
    }
    List<Optional<Lock>> before = locks();
    Object seen;
    try {
      seen = what.house().get();
    } catch (StoreUnavailable e) {
      Fault fault = trial.store().befell().orElseThrow(() -> e);
      Optional<Object> lost =
          fault == Fault.AFTER ? Optional.of(what.model().apply(now())) : Optional.empty();
      move(patience);
      seen = what.house().get();
      if (lost.isPresent()) {
        Law.ONE_VERDICT.equal("the answer that was lost", lost.get(), seen);
      }
    }
    Object expected = what.model().apply(now());
    // The laws first, each by itself; then all that the model says.
    if (known) {
      Law.ONE_VERDICT.equal("answer to " + what.id(), expected, seen);
    }
    if (fresh && seen instanceof Verdict.Accepted) {
      accepted(what.holder());
    } else if (expected instanceof Verdict.Refused) {
      Law.ALIKE.equal("a refusal", expected.toString(), seen.toString());
    }
    if (expected instanceof Verdict) {
      locksStay(before, locks());
    }
    Law.AS_THE_MODEL.equal("answer to " + what.id(), expected, seen);
    compareTokens();
  }

  private static void locksStay(List<Optional<Lock>> before, List<Optional<Lock>> after) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).isPresent()) {
        Law.LOCK_STAYS.equal("lock after an attempt", before.get(i), after.get(i));
      }
    }
  }

  /** A code was accepted just now: the audit knows of which step. */
  private void accepted(Holder holder) {
    AuditEntry entry =
        trial.house().audit().of(holder, 10).stream()
            .filter(line -> line.event() == AuditEvent.ACCEPTED)
            .findFirst()
            .orElseThrow();
    long step = entry.factor().orElseThrow();
    Long last = newestStep.put(entry.token().orElseThrow(), step);
    Law.STEP_ONCE.equal("step " + step + " is above " + last, true, last == null || step > last);
  }

  private void compareTokens() {
    for (TokenDescription token : tokens()) {
      ModelToken expected = modelOf(token);
      Law.FAILURES_COUNTED.equal("stored failures", expected.failures(), token.failures());
      Law.AS_THE_MODEL.equal("locked", expected.locked(), token.lock().isPresent());
      Optional<Instant> step =
          expected.lastStep().stream()
              .mapToObj(number -> Instant.ofEpochSecond(number * 60))
              .findFirst();
      Law.STEP_ONCE.equal("the newest step accepted", step, token.lastAccepted());
    }
  }

  /** At the end of the chain: what the audit tells, and every request asked once more. */
  void settle() {
    trial.store().failNoMore();
    for (Asked what : List.copyOf(asked)) {
      Law.ONE_VERDICT.equal("asked once more", what.model().apply(now()), what.house().get());
    }
    for (Holder holder : holders) {
      List<Line> seen = lines(holder);
      Law.AUDIT_COMPLETE.equal("audit of " + holder, model.audit(holder), seen);
      trial.audited(seen);
    }
    trial.settled();
  }

  private List<Line> lines(Holder holder) {
    List<AuditEntry> newestFirst = new ArrayList<>(trial.house().audit().of(holder, 1_000));
    Collections.reverse(newestFirst);
    return newestFirst.stream().map(Line::of).toList();
  }

  private ModelToken modelOf(TokenDescription token) {
    TokenId id = token.id();
    return holders.stream()
        .flatMap(holder -> model.tokenOf(holder).stream())
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<TokenDescription> tokens() {
    Holder any = holders.get(0);
    return trial.house().administration().list(any.bank(), Optional.of(any.contract()), 10);
  }

  private Instant now() {
    return trial.clock().instant();
  }

  private static RequestKey key(String id) {
    return new RequestKey(new Requester("laws"), new RequestId(id));
  }
}
