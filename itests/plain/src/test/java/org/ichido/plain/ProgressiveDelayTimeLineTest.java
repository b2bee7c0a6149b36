package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.token.TokenApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule through the whole house, over the database: the third failure locks for 30 s. */
class ProgressiveDelayTimeLineTest {
  private static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C0001"), new UserId("taro"));
  private static final byte[] SECRET = new byte[20];

  private final TokenApp app = TokenApp.withSeed(SECRET);
  private final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-22T03:00:00Z"));
  private int requests;
  @TempDir Path directory;
  private PlainHouse house;

  @BeforeEach
  void aTokenUnderTheProgressiveDelayAlone() {
    house = new PlainHouse(directory, clock);
    lockedBy("progressive-delay");
    try (Seed seed = Seed.copyOf(SECRET)) {
      house
          .administration()
          .register(
              new RegisterRequest(
                  key(),
                  HOLDER,
                  TokenKind.SOFT,
                  seed,
                  Optional.empty(),
                  new Actor.Administrator("test")));
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theThirdFailureLocksForThirtySecondsAndEachFurtherOneForTwiceAsLong() {
    wrong();
    wrong();
    assertThat(token().lock()).isEmpty();
    wrong();
    Instant locked = clock.instant();
    assertThat(token().lock()).contains(new Lock.Until(locked, locked.plusSeconds(30)));
    assertThat(newest().detail())
        .isEqualTo("after 3 consecutive failures, until " + locked.plusSeconds(30));

    clock.advance(Duration.ofMillis(29_999));
    wrong();
    assertThat(newest().cause()).contains(Cause.LOCKED);
    assertThat(right()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(newest().cause()).contains(Cause.LOCKED);
    assertThat(token().failures()).as("not counted").isEqualTo(3);
    assertThat(token().lock().flatMap(Lock::end)).as("not longer").contains(locked.plusSeconds(30));

    clock.advance(Duration.ofMillis(1));
    assertThat(token().lock()).as("over, though nobody has unlocked").isEmpty();
    wrong();
    assertThat(token().failures()).isEqualTo(4);
    assertThat(token().lock().flatMap(Lock::end)).contains(locked.plusSeconds(90));
    assertThat(events(AuditEvent.LOCKED)).isEqualTo(2);

    clock.advance(Duration.ofSeconds(60));
    assertThat(right()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(token().failures()).isZero();
    wrong();
    wrong();
    assertThat(token().lock()).as("a success begins anew").isEmpty();
  }

  @Test
  void aRestartNeitherForgetsNorShortensTheDelay() {
    wrong();
    wrong();
    wrong();
    Instant locked = clock.instant();
    house.close();
    house = new PlainHouse(directory, clock);
    lockedBy("progressive-delay");
    clock.advance(Duration.ofSeconds(29));
    assertThat(right()).isEqualTo(Verdict.Kind.REFUSED);
    clock.advance(Duration.ofSeconds(1));
    wrong();
    assertThat(token().lock().flatMap(Lock::end)).contains(locked.plusSeconds(90));
  }

  @Test
  void besideTheLockTheLockWinsAndNoDelayShortensIt() {
    lockedBy("progressive-delay, consecutive-failures");
    for (int failure = 1; failure <= 4; failure++) {
      wrong();
      clock.advance(Duration.ofMinutes(5));
    }
    wrong();
    assertThat(token().lock()).contains(new Lock.UntilUnlocked(clock.instant()));
    clock.advance(Duration.ofDays(365));
    assertThat(right()).isEqualTo(Verdict.Kind.REFUSED);
  }

  /** NIST SP 800-63B section 5.2.2, also where a profile knows delays alone. */
  @Test
  void theHundredthFailureLocksUntilSomebodyUnlocks() {
    for (int failure = 1; failure <= 99; failure++) {
      wrong();
      assertThat(token().failures()).isEqualTo(failure);
      clock.advance(Duration.ofHours(1));
    }
    wrong();
    clock.advance(Duration.ofDays(365));
    assertThat(right()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(token().lock().orElseThrow().end()).isEmpty();
  }

  private void lockedBy(String rules) {
    Map<String, String> values = KinsanProfile.values();
    values.put("lockout.rules", rules);
    if (!rules.contains("consecutive-failures")) {
      values.remove("lockout.consecutive-failures.failures");
    }
    values.put("lockout.progressive-delay.after", "3");
    values.put("lockout.progressive-delay.first", "30 s");
    values.put("lockout.progressive-delay.ceiling", "1 h");
    house.profiles().updated(KinsanProfile.PID, values);
  }

  private void wrong() {
    assertThat(verify(app.wrongCodeAt(clock.instant()))).isEqualTo(Verdict.Kind.REFUSED);
  }

  private Verdict.Kind right() {
    return verify(app.codeAt(clock.instant()));
  }

  private Verdict.Kind verify(String code) {
    try (OneTimeCode oneTimeCode = OneTimeCode.of(code)) {
      return house
          .authenticator()
          .verify(
              new VerifyRequest(
                  key(),
                  HOLDER,
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  oneTimeCode))
          .kind();
    }
  }

  private TokenDescription token() {
    return house.administration().list(HOLDER.bank(), Optional.empty(), 1).get(0);
  }

  private AuditEntry newest() {
    return house.audit().of(HOLDER, 1).get(0);
  }

  private long events(AuditEvent event) {
    List<AuditEntry> all = house.audit().of(HOLDER, 1000);
    return all.stream().filter(entry -> entry.event() == event).count();
  }

  private RequestKey key() {
    return new RequestKey(new Requester("plain"), new RequestId("r" + ++requests));
  }
}
