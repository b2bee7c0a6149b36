package org.ichido.itests;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.Actor;
import org.ichido.api.Authenticator;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.testkit.token.TokenApp;

/**
 * Customers of Kinsan with their phones. Remembers every seed and every code that was presented, so
 * that the suite can look for them afterwards where they must not be.
 */
final class Customers {
  static final BankId KINSAN = new BankId("kinsan");
  static final ContractId CONTRACT = new ContractId("C0001");

  /** Static, because the runner makes a new test object for every test of one container. */
  static final List<byte[]> SEEDS = new CopyOnWriteArrayList<>();

  static final List<String> CODES = new CopyOnWriteArrayList<>();

  private static final AtomicInteger COUNT = new AtomicInteger();

  record Customer(Holder holder, TokenApp app) {}

  private final Authenticator authenticator;
  private final TokenAdministration administration;

  Customers(Authenticator authenticator, TokenAdministration administration) {
    this.authenticator = authenticator;
    this.administration = administration;
  }

  Customer register() {
    byte[] secret = new byte[20];
    new SecureRandom().nextBytes(secret);
    SEEDS.add(secret);
    Holder holder = new Holder(KINSAN, CONTRACT, new UserId("user" + COUNT.incrementAndGet()));
    try (Seed seed = Seed.copyOf(secret)) {
      RegisterOutcome outcome =
          administration.register(
              new RegisterRequest(
                  key(),
                  holder,
                  TokenKind.SOFT,
                  seed,
                  Optional.empty(),
                  new Actor.Administrator("itest")));
      if (outcome.kind() != RegisterOutcome.Kind.REGISTERED) {
        throw new AssertionError("not registered: " + outcome);
      }
    }
    return new Customer(holder, TokenApp.withSeed(secret));
  }

  Verdict verify(Customer customer, String code) {
    return verify(customer, code, key());
  }

  Verdict verify(Customer customer, String code, RequestKey key) {
    CODES.add(code);
    try (OneTimeCode oneTimeCode = OneTimeCode.of(code)) {
      return authenticator.verify(
          new VerifyRequest(
              key,
              customer.holder(),
              new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
              oneTimeCode));
    }
  }

  boolean locked(Customer customer) {
    return administration.list(KINSAN, Optional.of(CONTRACT), 10_000).stream()
        .filter(token -> token.users().contains(customer.holder().user()))
        .anyMatch(token -> token.lock().isPresent());
  }

  static String rightCode(Customer customer) {
    return remembered(customer.app().codeAt(Instant.now()));
  }

  static String wrongCode(Customer customer) {
    return remembered(customer.app().wrongCodeAt(Instant.now()));
  }

  static RequestKey key() {
    return new RequestKey(
        new Requester("itest"), new RequestId("itest-" + COUNT.incrementAndGet()));
  }

  static List<Verdict> accepted(List<Verdict> verdicts) {
    List<Verdict> accepted = new ArrayList<>(verdicts);
    accepted.removeIf(verdict -> verdict.kind() != Verdict.Kind.ACCEPTED);
    return accepted;
  }

  private static String remembered(String code) {
    CODES.add(code);
    return code;
  }
}
