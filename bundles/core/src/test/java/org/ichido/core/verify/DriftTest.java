package org.ichido.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.evidence.Requirement;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** The drift kept with a token moves the window to where the device's clock is (S0-28, S0-40). */
@Requirement({"S0-28", "S0-40"})
class DriftTest {
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  private static final long STEP = START.getEpochSecond() / 60;
  private static final Rules RULES = new Rules(new Window(1, 1, Duration.ofMinutes(2)), List.of());

  private static final TokenRow TOKEN =
      TokenRow.active(
          new TokenId("t-1"),
          new Holder(new BankId("kinsan"), new ContractId("C1"), new UserId("U1")),
          TokenKind.SOFT,
          new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
          new SealedSeed(1, new byte[20]),
          Optional.empty(),
          START);

  @Test
  void aDeviceThreeStepsAheadGivesAcceptedCodesOfItsOwnTime() {
    TokenRow ahead = TOKEN.drifted(3);
    assertThat(present(ahead, STEP + 3, START).accepted()).isTrue();
    assertThat(present(ahead, STEP + 5, START).cause()).contains(Cause.INVALID);
    assertThat(present(ahead, STEP, START).cause())
        .as("right by our clock, but not by the device's")
        .contains(Cause.INVALID);
  }

  @Test
  void theGreatestAgeCountsByTheDevicesClock() {
    TokenRow behind = TOKEN.drifted(-3);
    Instant last = START.plusSeconds(120).minusNanos(1);
    assertThat(present(behind, STEP - 3, last).accepted()).isTrue();
    assertThat(present(behind, STEP - 3, last.plusNanos(1)).cause()).contains(Cause.STALE);
  }

  @Property
  void aDriftMovesEveryAnswerByAsManySteps(
      @ForAll @IntRange(min = -50, max = 50) int drift,
      @ForAll @IntRange(min = -4, max = 4) int step,
      @ForAll @IntRange(min = 0, max = 200) int seconds) {
    Instant now = START.plusSeconds(seconds);
    Judgement there = present(TOKEN.drifted(drift), STEP + drift + step, now);
    Judgement here = present(TOKEN, STEP + step, now);
    assertThat(there.cause()).isEqualTo(here.cause());
  }

  private static Judgement present(TokenRow token, long step, Instant now) {
    return Verification.decide(token, List.of(step), RULES, now);
  }
}
