package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.testkit.token.TokenApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts, events and mails over HSQLDB and the vault, with a restart between the steps. */
class ContractsOverADatabaseTest {
  private static final BankId BANK = new BankId("kinsan");
  private static final ContractKey CONTRACT = new ContractKey(BANK, new ContractId("C0001"));
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  /** 00:00 in Japan of the next day. */
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T15:00:00Z");

  private final TokenApp app = new TokenApp(new byte[20], "HmacSHA1", 6, Duration.ofMinutes(1));
  @TempDir Path directory;
  private int ids;

  private PlainHouse at(Instant now) {
    return new PlainHouse(directory, Clock.fixed(now, ZoneOffset.UTC));
  }

  private RequestKey key() {
    return new RequestKey(new Requester("kinsan.core"), new RequestId("r" + ++ids));
  }

  private static Holder user(String name) {
    return new Holder(BANK, CONTRACT.contract(), new UserId(name));
  }

  private static void done(PlainHouse house, ContractRequest request) {
    assertThat(house.contracts().perform(request).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  private ContractRequest open() {
    return new ContractRequest.Open(
        key(),
        CONTRACT,
        new ContractTerms(
            "012",
            Optional.of("12345"),
            LocalDate.parse("2020-04-01"),
            Optional.of(Method.SOFT),
            Optional.of(new Account("012", "1", "1234567", "ｶ)ｲﾁﾄﾞ"))));
  }

  private void register(PlainHouse house, String name) {
    done(house, new ContractRequest.AddUser(key(), user(name), Role.GENERAL));
    try (Seed seed = Seed.copyOf(new byte[20])) {
      assertThat(
              house
                  .administration()
                  .register(
                      new RegisterRequest(
                          key(),
                          user(name),
                          TokenKind.SOFT,
                          seed,
                          Optional.empty(),
                          new Actor.Administrator("test")))
                  .kind())
          .isEqualTo(RegisterOutcome.Kind.REGISTERED);
    }
  }

  private Verdict.Kind verify(PlainHouse house, String name, Instant now) {
    try (OneTimeCode code = OneTimeCode.of(app.codeAt(now))) {
      return house
          .authenticator()
          .verify(
              new VerifyRequest(
                  key(),
                  user(name),
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  code))
          .kind();
    }
  }

  private static List<TokenRow> tokens(PlainHouse house) {
    return house
        .store()
        .find(
            new TokenQuery(
                Optional.empty(), Optional.of(BANK), Optional.of(CONTRACT.contract()), 100));
  }

  private static List<String> told(List<OutboxRow> events) {
    return events.stream()
        .map(
            row ->
                "%d %s %s %s %d %d"
                    .formatted(
                        row.number(),
                        row.type(),
                        row.detail(),
                        row.user().orElseThrow(),
                        row.contractSequence(),
                        row.tokenSequence()))
        .toList();
  }

  @Test
  @Requirement({"S4-7", "S3-27"})
  void aComingMethodHoldsAtMidnightEndsTheTokensAndIsToldWhateverIsRestarted() {
    try (PlainHouse house = at(NOON)) {
      done(house, open());
      register(house, "taro");
      register(house, "hanako");
      done(
          house,
          new ContractRequest.ChangeMethod(
              key(), CONTRACT, new MethodChange(Method.HARD, TODAY.plusDays(1))));
      assertThat(verify(house, "taro", NOON)).isEqualTo(Verdict.Kind.ACCEPTED);
    }
    try (PlainHouse house = at(MIDNIGHT.minusMillis(1))) {
      house.dueActs().run();
      assertThat(house.outbox().waiting(BANK, 10)).isEmpty();
      assertThat(verify(house, "taro", MIDNIGHT.minusMillis(1))).isEqualTo(Verdict.Kind.ACCEPTED);
    }
    try (PlainHouse house = at(MIDNIGHT)) {
      assertThat(verify(house, "taro", MIDNIGHT)).isEqualTo(Verdict.Kind.REFUSED);
      house.dueActs().run();
      assertThat(tokens(house))
          .hasSize(2)
          .allSatisfy(
              token -> {
                assertThat(token.state()).isEqualTo(TokenState.REVOKED);
                assertThat(token.seed()).isEmpty();
              });
    }
    List<String> events;
    try (PlainHouse house = at(MIDNIGHT.plusSeconds(60))) {
      house.dueActs().run();
      events = told(house.outbox().waiting(BANK, 10));
      // Which of two tokens of one moment ends first nobody promises.
      assertThat(events)
          .isIn(
              List.of("1 REVOKED METHOD_CHANGED taro 1 1", "2 REVOKED METHOD_CHANGED hanako 2 1"),
              List.of("1 REVOKED METHOD_CHANGED hanako 1 1", "2 REVOKED METHOD_CHANGED taro 2 1"));
      house.outbox().sent(house.outbox().waiting(BANK, 1));
    }
    try (PlainHouse house = at(MIDNIGHT.plusSeconds(61))) {
      List<OutboxRow> left = house.outbox().waiting(BANK, 10);
      assertThat(told(left)).containsExactly(events.get(1));
      house.outbox().postponed(left.get(0), "queue full");
    }
    try (PlainHouse house = at(MIDNIGHT.plusSeconds(62).minusMillis(1))) {
      assertThat(house.outbox().waiting(BANK, 10)).isEmpty();
    }
    try (PlainHouse house = at(MIDNIGHT.plusSeconds(62))) {
      List<OutboxRow> left = house.outbox().waiting(BANK, 10);
      assertThat(told(left)).containsExactly(events.get(1));
      assertThat(left.get(0).tries()).isOne();
      assertThat(left.get(0).why()).isEqualTo("queue full");
      house.outbox().sent(left);
      assertThat(house.outbox().waiting(BANK, 10)).isEmpty();
      assertThat(house.audit().verifyChain().fault()).isEmpty();
    }
  }

  @Test
  void everythingThatCoreBankingToldIsThereAfterARestart() {
    ContractRequest close = new ContractRequest.Close(key(), CONTRACT, TODAY);
    Outcome first;
    try (PlainHouse house = at(NOON)) {
      done(house, open());
      register(house, "taro");
      done(house, new ContractRequest.MoveBranch(key(), CONTRACT, "013"));
      done(house, new ContractRequest.ChangeRole(key(), user("taro"), Role.MASTER));
      first = house.contracts().perform(close);
    }
    try (PlainHouse house = at(NOON.plusSeconds(5))) {
      assertThat(house.contracts().perform(close)).as("the same request").isEqualTo(first);
      assertThat(told(house.outbox().waiting(BANK, 10)))
          .containsExactly("1 REVOKED CONTRACT_CLOSED taro 1 1");
      assertThat(house.contracts().perform(open()).kind()).isEqualTo(Outcome.Kind.REFUSED);
      assertThat(verify(house, "taro", NOON.plusSeconds(5))).isEqualTo(Verdict.Kind.REFUSED);
    }
  }

  private static TokenRow issued(Instant now) {
    return TokenRow.issued(
        new TokenId("0b7e6b1c-0000-4000-8000-000000000001"),
        user("taro"),
        new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
        now,
        new Enrolment(
            new ActivationPair("KINSAN", "123456789012"),
            "taro@example.jp",
            MailState.WAITING,
            Optional.of("a".repeat(64)),
            0,
            now.plus(Duration.ofHours(72)),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  @Test
  @Requirement({"S1-12", "S4-8"})
  void aMailOutlivesARestartGoesOnceAndTheEnrolmentEndsAtItsDeadline() throws Exception {
    Instant deadline = NOON.plus(Duration.ofHours(72));
    try (PlainHouse house = at(NOON)) {
      done(house, open());
      done(house, new ContractRequest.AddUser(key(), user("taro"), Role.MASTER));
      TokenRow token = issued(NOON);
      house
          .store()
          .transact(
              WriteWork.of(
                  new Change.AddToken(token),
                  new Change.Emit(
                      OutboxRow.about(
                          NOON, token, OutboxRow.Kind.MAIL, OutboxRow.Type.ISSUED, ""))));
    }
    List<String> bodies = new ArrayList<>();
    for (int start = 1; start <= 2; start++) {
      CountDownLatch sent = new CountDownLatch(1);
      try (PlainHouse house = at(NOON.plusSeconds(start))) {
        house
            .notices()
            .bindNotifier(
                notice -> {
                  bodies.add(notice.body());
                  sent.countDown();
                  return new Delivery.Sent();
                });
        house.notices().tick();
        if (start == 1) {
          assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
        }
        house.notices().stop();
        assertThat(tokens(house).get(0).enrolment().map(Enrolment::mailState))
            .contains(MailState.SENT);
      }
    }
    assertThat(bodies).hasSize(1).first().asString().contains("123456789012").doesNotContain("aaa");

    try (PlainHouse house = at(deadline)) {
      house.dueActs().run();
      TokenRow token = tokens(house).get(0);
      assertThat(token.state()).isEqualTo(TokenState.CANCELLED);
      assertThat(token.enrolment().flatMap(Enrolment::password)).isEmpty();
      assertThat(told(house.outbox().waiting(BANK, 10)))
          .containsExactly("2 CANCELLED DEADLINE taro 1 1");
      assertThat(house.audit().verifyChain().fault()).isEmpty();
    }
  }
}
