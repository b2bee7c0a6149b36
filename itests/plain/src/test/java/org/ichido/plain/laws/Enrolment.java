package org.ichido.plain.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.testkit.token.TokenApp;

/**
 * Five customers of one contract: two who share a HARD token, one with a SOFT token, one whose SOFT
 * token soon expires, and one without any.
 */
final class Enrolment {
  private static final BankId KINSAN = new BankId("kinsan");
  private static final Duration PERIOD = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMinutes(30);

  private final HouseOnTrial trial;
  private final ModelBank model;
  private final ContractId contract;
  private final Random random;
  private final List<Holder> holders;

  Enrolment(HouseOnTrial trial, ModelBank model, long number) {
    this.trial = trial;
    this.model = model;
    contract = new ContractId("L" + number);
    random = new Random(number);
    holders =
        List.of("u0", "u1", "u2", "u3", "u4").stream()
            .map(user -> new Holder(KINSAN, contract, new UserId(user)))
            .toList();
    share(holders.get(0), holders.get(1));
    register(holders.get(2), Optional.empty());
    register(holders.get(3), Optional.of(HouseOnTrial.START.plus(SOON)));
  }

  List<Holder> holders() {
    return holders;
  }

  /** One HARD token for two: the administration has no word for it yet, the store has. */
  private void share(Holder one, Holder other) {
    byte[] secret = secret();
    TokenId id = new TokenId("shared-" + contract.value());
    try (Seed seed = Seed.copyOf(secret)) {
      TokenRow row =
          new TokenRow(
              id,
              KINSAN,
              contract,
              List.of(one.user(), other.user()),
              TokenKind.HARD,
              TokenState.ACTIVE,
              new OtpParameters("totp", HashFunction.SHA1, 6, PERIOD),
              Optional.of(trial.house().vault().seal(id, seed)),
              Attempts.NONE,
              0,
              Optional.empty(),
              Expiry.NEVER,
              HouseOnTrial.START,
              Optional.empty(),
              0);
      trial.house().store().transact(new Adding(row));
    }
    ModelToken token = new ModelToken(id, app(secret), Optional.empty());
    model.registered(one, token);
    model.registered(other, token);
  }

  private record Adding(TokenRow row) implements UnitOfWork<TokenId> {
    @Override
    public Reads reads() {
      return Reads.NOTHING;
    }

    @Override
    public Decided<TokenId> decide(Rows rows) {
      return new Decided<>(row.id(), List.of(new Change.AddToken(row)));
    }
  }

  private void register(Holder holder, Optional<Instant> expires) {
    byte[] secret = secret();
    String request = "register-" + contract.value() + "-" + holder.user().value();
    try (Seed seed = Seed.copyOf(secret)) {
      TokenId id =
          trial
              .house()
              .administration()
              .register(
                  new RegisterRequest(
                      new RequestKey(new Requester("laws"), new RequestId(request)),
                      holder,
                      TokenKind.SOFT,
                      seed,
                      expires,
                      new Actor.Administrator("laws")))
              .token()
              .orElseThrow();
      model.registered(
          HouseOnTrial.START, request, holder, new ModelToken(id, app(secret), expires));
    }
  }

  private byte[] secret() {
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    return secret;
  }

  private static TokenApp app(byte[] secret) {
    return new TokenApp(secret, "HmacSHA1", 6, PERIOD);
  }
}
