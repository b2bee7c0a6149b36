package org.ichido.core.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.ActivationPair;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** The deadline of an enrolment holds at its very instant, whether written down or not. */
class StandingTest {
  private static final Instant DEADLINE = Instant.parse("2026-11-24T03:00:00Z");

  private static final Enrolment ENROLMENT =
      new Enrolment(
          new ActivationPair("KINSAN", "123456789012"),
          "a@b.jp",
          MailState.SENT,
          Optional.of("hmac"),
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
          new OtpParameters("totp", HashFunction.SHA1, 6, java.time.Duration.ofMinutes(1)),
          DEADLINE.minusSeconds(60),
          ENROLMENT);

  private static final TokenRow INITIALISED =
      ISSUED.initialised(new SealedSeed(1, new byte[20]), DEADLINE, ENROLMENT);

  @Test
  void anEnrolmentIsCancelledAtItsDeadlineAndNotBefore() {
    for (TokenRow token : List.of(ISSUED, INITIALISED)) {
      assertThat(Standing.at(token, DEADLINE.minusNanos(1))).isEqualTo(token.state());
      assertThat(Standing.at(token, DEADLINE)).isEqualTo(TokenState.CANCELLED);
      assertThat(Standing.at(token, DEADLINE.plusNanos(1))).isEqualTo(TokenState.CANCELLED);
    }
  }

  @Test
  void theDeadlineIsNothingToATokenThatWasConfirmedOrEnded() {
    TokenRow active = INITIALISED.confirmed(ENROLMENT.confirmedAt(DEADLINE.minusSeconds(1)));
    assertThat(Standing.at(active, DEADLINE)).isEqualTo(TokenState.ACTIVE);
    assertThat(Standing.at(active.ended(TokenState.REVOKED), DEADLINE))
        .isEqualTo(TokenState.REVOKED);
  }

  @Test
  void whatIsOverStillOccupiesItsPlaceInTheStore() {
    List<TokenRow> tokens = List.of(INITIALISED);
    assertThat(Standing.live(tokens, DEADLINE.minusNanos(1))).contains(INITIALISED);
    assertThat(Standing.live(tokens, DEADLINE)).isEmpty();
    assertThat(Standing.storedLive(tokens)).contains(INITIALISED);
  }
}
