package org.ichido.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.plain.PlainHouse;
import org.ichido.testkit.token.TokenApp;

/**
 * A customer with a registered token.
 *
 * @param holder who
 * @param app the token
 */
record Customer(Holder holder, TokenApp app) {
  static final Requester REQUESTER = new Requester("bench");
  private static final int TOGETHER = 64;

  /** Registers so many, through the house. */
  static List<Customer> register(PlainHouse house, int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
    try {
      List<Future<Customer>> registering = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        registering.add(threads.submit(() -> registered(house.administration(), number)));
      }
      List<Customer> customers = new ArrayList<>();
      for (Future<Customer> each : registering) {
        customers.add(each.get());
      }
      return List.copyOf(customers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Customer registered(TokenAdministration administration, int number) {
    byte[] secret = new byte[20];
    new Random(number).nextBytes(secret);
    Holder holder =
        new Holder(
            new BankId("kinsan"), new ContractId("C%07d".formatted(number)), new UserId("taro"));
    try (Seed seed = Seed.copyOf(secret)) {
      RegisterRequest request =
          new RegisterRequest(
              new RequestKey(REQUESTER, new RequestId("register-" + number)),
              holder,
              TokenKind.SOFT,
              seed,
              Optional.empty(),
              new Actor.Administrator("bench"));
      RegisterOutcome.Kind kind = administration.register(request).kind();
      if (kind != RegisterOutcome.Kind.REGISTERED) {
        throw new IllegalStateException(holder + " was not registered: " + kind);
      }
    }
    return new Customer(holder, new TokenApp(secret, "HmacSHA1", 6, SteppingClock.STEP));
  }

  /**
   * @param step a time step
   * @return the code it shows then
   */
  String codeAt(long step) {
    return app.codeAt(
        Instant.EPOCH.plus(Duration.ofSeconds(step * SteppingClock.STEP.toSeconds())));
  }
}
