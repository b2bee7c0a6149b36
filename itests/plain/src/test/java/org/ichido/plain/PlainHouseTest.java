package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.ichido.api.Actor;
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
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.testkit.token.TokenApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainHouseTest {
  private static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C0001"), new UserId("taro"));

  private final Clock clock = Clock.systemUTC();
  @TempDir Path directory;

  @Test
  void aCodeIsAcceptedOnceAlsoAfterARestart() {
    byte[] secret = new byte[20];
    TokenApp app = TokenApp.withSeed(secret);
    String code = app.codeAt(clock.instant());
    try (PlainHouse house = new PlainHouse(directory, clock);
        Seed seed = Seed.copyOf(secret)) {
      RegisterRequest request =
          new RegisterRequest(
              key("r"),
              HOLDER,
              TokenKind.SOFT,
              seed,
              Optional.empty(),
              new Actor.Administrator("test"));
      assertThat(house.administration().register(request).kind())
          .isEqualTo(RegisterOutcome.Kind.REGISTERED);
      assertThat(verify(house, "v1", code)).isEqualTo(Verdict.Kind.ACCEPTED);
    }
    try (PlainHouse house = new PlainHouse(directory, clock)) {
      assertThat(verify(house, "v2", code)).isEqualTo(Verdict.Kind.REFUSED);
    }
  }

  private static Verdict.Kind verify(PlainHouse house, String id, String code) {
    try (OneTimeCode oneTimeCode = OneTimeCode.of(code)) {
      return house
          .authenticator()
          .verify(
              new VerifyRequest(
                  key(id),
                  HOLDER,
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  oneTimeCode))
          .kind();
    }
  }

  private static RequestKey key(String id) {
    return new RequestKey(new Requester("plain"), new RequestId(id));
  }
}
