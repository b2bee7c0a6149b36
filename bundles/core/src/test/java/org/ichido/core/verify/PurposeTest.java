package org.ichido.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.ActivationPair;
import org.ichido.evidence.Requirement;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** In which state a code is for what. */
class PurposeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant DEADLINE = NOW.plus(Duration.ofHours(72));
  private static final Instant EXPIRY = NOW.plus(Duration.ofDays(700));
  private static final Rules RULES = new Rules(new Window(1, 1, Duration.ofMinutes(2)), List.of());

  private static final Enrolment ENROLMENT =
      new Enrolment(
          new ActivationPair("KINSAN", "123456789012"),
          "a@b.jp",
          MailState.SENT,
          Optional.empty(),
          0,
          DEADLINE,
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty());

  private static final TokenRow ISSUED =
      TokenRow.issued(
          new TokenId("t"),
          new Holder(new BankId("kinsan"), new ContractId("C"), new UserId("taro")),
          new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
          NOW,
          ENROLMENT);

  private static final TokenRow INITIALISED =
      ISSUED.initialised(new SealedSeed(1, new byte[20]), EXPIRY, ENROLMENT);

  private static final TokenRow ACTIVE = INITIALISED.confirmed(ENROLMENT.confirmedAt(NOW));

  /** S3-6: nothing is usable before the confirmation. */
  @Test
  @Requirement("S3-6")
  void aTokenThatIsNotConfirmedGivesNoAccessWhateverTheCode() {
    assertThat(cause(INITIALISED, Purpose.USE, NOW)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(ISSUED, Purpose.USE, NOW)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(INITIALISED, Purpose.UPKEEP, NOW)).contains(Cause.NOT_ELIGIBLE);
  }

  @Test
  void onlyWhatIsInitialisedCanBeConfirmed() {
    assertThat(cause(INITIALISED, Purpose.CONFIRM, NOW)).isEmpty();
    assertThat(cause(ISSUED, Purpose.CONFIRM, NOW)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(ACTIVE, Purpose.CONFIRM, NOW)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(INITIALISED.ended(TokenState.CANCELLED), Purpose.CONFIRM, NOW))
        .contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(ACTIVE.ended(TokenState.REVOKED), Purpose.CONFIRM, NOW))
        .contains(Cause.REVOKED);
  }

  /** S4-16, S4-20: the first user's code and a further one's are judged in one way. */
  @Test
  @Requirement({"S4-16", "S4-20"})
  void aHardTokenIsRegisteredBeforeItIsInUseAndWhileItIs() {
    assertThat(cause(INITIALISED, Purpose.REGISTER, NOW)).isEmpty();
    assertThat(cause(ACTIVE, Purpose.REGISTER, NOW)).isEmpty();
    assertThat(cause(ISSUED, Purpose.REGISTER, NOW)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(ACTIVE, Purpose.REGISTER, EXPIRY)).contains(Cause.EXPIRED);
    assertThat(cause(ACTIVE.ended(TokenState.REVOKED), Purpose.REGISTER, NOW))
        .contains(Cause.REVOKED);
  }

  @Test
  void fromTheDeadlineOnNothingCanBeConfirmed() {
    assertThat(cause(INITIALISED, Purpose.CONFIRM, DEADLINE.minusNanos(1))).isEmpty();
    assertThat(cause(INITIALISED, Purpose.CONFIRM, DEADLINE)).contains(Cause.NOT_ELIGIBLE);
    assertThat(cause(ACTIVE, Purpose.USE, DEADLINE)).isEmpty();
  }

  @Test
  void fromTheExpiryOnACodeMendsTheTokenAndGivesNoAccess() {
    assertThat(cause(ACTIVE, Purpose.USE, EXPIRY.minusNanos(1))).isEmpty();
    assertThat(cause(ACTIVE, Purpose.USE, EXPIRY)).contains(Cause.EXPIRED);
    assertThat(cause(ACTIVE, Purpose.UPKEEP, EXPIRY)).isEmpty();
  }

  private static Optional<Cause> cause(TokenRow token, Purpose purpose, Instant now) {
    long step = Math.floorDiv(now.getEpochSecond(), 60L);
    return Verification.decide(token, List.of(step), RULES, now, purpose).cause();
  }
}
