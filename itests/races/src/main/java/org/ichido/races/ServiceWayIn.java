package org.ichido.races;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.ichido.api.Actor;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.Authenticator;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.NoAnswer;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
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
import org.ichido.testkit.token.TokenApp;

/** The services of the API, a thread for each request. They are looked up for each use. */
public final class ServiceWayIn implements WayIn, AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final BankId KINSAN = new BankId("kinsan");
  private static final Requester REQUESTER = new Requester("races");
  private static final Actor BRANCH =
      new Actor.Operator(
          "OP000001",
          Optional.of("012"),
          Optional.empty(),
          Optional.of("LOCK"),
          Optional.of("P-1"));

  private final Supplier<Authenticator> authenticator;
  private final Supplier<TokenAdministration> administration;
  private final Supplier<Audit> audit;
  private final Crowd crowd = new Crowd();

  /**
   * @param authenticator judges codes
   * @param administration registers and unlocks
   * @param audit what happened
   */
  public ServiceWayIn(
      Supplier<Authenticator> authenticator,
      Supplier<TokenAdministration> administration,
      Supplier<Audit> audit) {
    this.authenticator = authenticator;
    this.administration = administration;
    this.audit = audit;
  }

  /** Each has a contract of its own, so that looking one up never means reading all. */
  @Override
  public Racer register() {
    long number = COUNT.incrementAndGet();
    byte[] secret = new byte[20];
    new SecureRandom().nextBytes(secret);
    Holder holder = new Holder(KINSAN, new ContractId("R" + number), new UserId("racer"));
    try (Seed seed = Seed.copyOf(secret)) {
      RegisterOutcome outcome =
          administration
              .get()
              .register(
                  new RegisterRequest(
                      key("register-" + number),
                      holder,
                      TokenKind.SOFT,
                      seed,
                      Optional.empty(),
                      new Actor.Administrator("races")));
      if (outcome.kind() != RegisterOutcome.Kind.REGISTERED) {
        throw new IllegalStateException("not registered: " + outcome);
      }
    }
    return new Racer(holder, TokenApp.withSeed(secret));
  }

  @Override
  public List<Reply> atOnce(List<Ask> asks) throws Exception {
    List<Callable<Reply>> calls = new ArrayList<>();
    for (Ask ask : asks) {
      calls.add(() -> ask(ask));
    }
    return crowd.together(calls);
  }

  /**
   * Asks one thing.
   *
   * @param ask the request
   * @return the reply, or that there was none
   */
  public Reply ask(Ask ask) {
    try {
      if (ask.code().isEmpty()) {
        Outcome outcome =
            administration
                .get()
                .unlock(
                    new UnlockRequest(
                        key(ask.requestId()), ask.racer().holder(), BRANCH, Optional.empty()));
        String word =
            outcome instanceof Outcome.Refused refused ? refused.reason().name() : "UNLOCKED";
        return new Reply(word, outcome.toString());
      }
      try (OneTimeCode code = OneTimeCode.of(ask.code().get())) {
        Verdict verdict =
            authenticator
                .get()
                .verify(
                    new VerifyRequest(
                        key(ask.requestId()),
                        ask.racer().holder(),
                        new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                        code));
        return new Reply(verdict.kind().name(), verdict.toString());
      }
    } catch (NoAnswer e) {
      return new Reply(Reply.NO_ANSWER, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<AuditEntry> audit(Racer racer) {
    List<AuditEntry> entries = new ArrayList<>(audit.get().of(racer.holder(), 1_000));
    Collections.reverse(entries);
    return entries;
  }

  @Override
  public TokenDescription token(Racer racer) {
    return administration.get().list(KINSAN, Optional.of(racer.holder().contract()), 1).get(0);
  }

  @Override
  public void close() {
    crowd.close();
  }

  private static RequestKey key(String id) {
    return new RequestKey(REQUESTER, new RequestId(id));
  }
}
