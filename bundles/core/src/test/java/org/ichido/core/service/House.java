package org.ichido.core.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenKind;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.fakes.MemoryStore;
import org.ichido.core.fakes.OpenVault;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.profile.Installed;
import org.ichido.testkit.clock.DrivenClock;
import org.junit.jupiter.api.BeforeEach;

/** The services of core together, over a store in memory, under the shipped profile of Kinsan. */
abstract class House {
  static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  static final long STEP = START.getEpochSecond() / 60;
  static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C0001"), new UserId("taro"));
  static final Actor.Operator BRANCH =
      new Actor.Operator(
          "OP1", Optional.of("012"), Optional.empty(), Optional.of("LOCK"), Optional.of("P-77"));

  final DrivenClock clock = new DrivenClock(START);
  final MemoryStore store = new MemoryStore();
  final OpenVault vault = new OpenVault();
  final BankProfiles profiles = Installed.nothing();
  final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  final AtomicInteger ids = new AtomicInteger();
  final CurrentServices services = new CurrentServices(store, vault, clock);
  final CoreDecisions decisions = new CoreDecisions(services, profiles, random);
  final OutboxNews news = new OutboxNews();
  final InboxOnceOnly onceOnly = new InboxOnceOnly(services, profiles, news);
  final InboxAuthenticator authenticator = new InboxAuthenticator(decisions, onceOnly);
  final InboxTokenAdministration administration =
      new InboxTokenAdministration(services, profiles, decisions, onceOnly, random);

  @BeforeEach
  void kinsanIsServed() {
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
    configure(KinsanProfile.values());
  }

  void lock() {
    for (int i = 0; i < 5; i++) {
      verify(FactorAsCode.code(STEP + 50));
    }
  }

  RegisterOutcome register() {
    try (Seed seed = Seed.copyOf(new byte[20])) {
      return administration.register(
          new RegisterRequest(
              key(),
              HOLDER,
              TokenKind.SOFT,
              seed,
              Optional.empty(),
              new Actor.Administrator("karaf")));
    }
  }

  Verdict verify(OneTimeCode code) {
    return authenticator.verify(request(code));
  }

  Verdict verify(Holder holder, long factor) {
    return authenticator.verify(request(holder, FactorAsCode.code(factor)));
  }

  VerifyRequest request(OneTimeCode code) {
    return request(HOLDER, code);
  }

  private VerifyRequest request(Holder holder, OneTimeCode code) {
    return new VerifyRequest(
        key(), holder, new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC), code);
  }

  Outcome unlock(Actor actor) {
    return administration.unlock(new UnlockRequest(key(), HOLDER, actor, Optional.empty()));
  }

  RequestKey key() {
    return new RequestKey(new Requester("test"), new RequestId("r" + ids.incrementAndGet()));
  }

  List<AuditEntry> audit() {
    return store.audit(HOLDER, 1000);
  }

  List<AuditEvent> events() {
    return audit().stream().map(AuditEntry::event).toList();
  }

  long causes(Cause cause) {
    return audit().stream().filter(e -> e.cause().equals(Optional.of(cause))).count();
  }

  int failures() {
    return administration.list(HOLDER.bank(), Optional.empty(), 1).get(0).failures();
  }

  void configure(Map<String, String> values) {
    Installed.configure(profiles, "org.ichido.bank~kinsan", values);
  }

  static <T> List<T> together(int threads, Callable<T> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier barrier = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(
                () -> {
                  barrier.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
