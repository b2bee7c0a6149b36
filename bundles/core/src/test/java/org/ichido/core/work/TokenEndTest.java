package org.ichido.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenEndTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private static final TokenRow ACTIVE =
      TokenRow.active(
          new TokenId("t-1"),
          new Holder(new BankId("kinsan"), new ContractId("C1"), new UserId("U1")),
          TokenKind.SOFT,
          new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
          new SealedSeed(1, new byte[20]),
          Optional.empty(),
          NOW);

  private static TokenEnd end(TokenEnd.Why why) {
    return new TokenEnd(NOW, new Actor.Time(), Optional.empty(), why);
  }

  @Test
  void anActiveTokenOfAClosedContractIsRevoked() {
    assertThat(end(TokenEnd.Why.CONTRACT_CLOSED).of(ACTIVE))
        .contains(new Change.UpdateToken(ACTIVE.ended(TokenState.REVOKED)));
  }

  /** An enrolment is too late; a token that was confirmed in time never is. */
  @Test
  void theDeadlineOfAnEnrolmentEndsNoActiveToken() {
    assertThatIllegalStateException()
        .isThrownBy(() -> end(TokenEnd.Why.DEADLINE).of(ACTIVE))
        .withMessageContaining("ACTIVE");
  }

  @ParameterizedTest
  @EnumSource
  void whatHasEndedDoesNotEndAgain(TokenEnd.Why why) {
    for (TokenState over : new TokenState[] {TokenState.REVOKED, TokenState.CANCELLED}) {
      TokenRow ended = ACTIVE.ended(over);
      assertThatIllegalStateException().isThrownBy(() -> end(why).of(ended));
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> TokenEnd.after(ACTIVE.ended(TokenState.REVOKED)));
  }
}
