package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Reason;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seed comes to the phone: once, with its name and its last day. */
class ActivationThroughTheHouseTest extends EnrolmentHouse {
  @Test
  @Requirement({"S1-13", "S1-21", "S1-22", "S3-10"})
  void theThreeValuesBringTheSeedToThePhoneAndNowhereElse() {
    ActivationPair pair = issued(HANAKO);
    Activation.Delivered delivered = (Activation.Delivered) activate(pair, PASSWORD);
    TokenRow token = token(HANAKO);
    assertThat(token.state()).isEqualTo(TokenState.INITIALISED);
    assertThat(phone.opened(delivered))
        .hasSize(20)
        .isEqualTo(vault.unseal(token.id(), token.seed().orElseThrow()).copy());
    assertThat(delivered.otp()).isEqualTo(profiles.of(HANAKO.bank()).otp());
    assertThat(events(HANAKO)).containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.ACTIVATED);
    assertThat(store.audit(HANAKO, 1).get(0).event()).isEqualTo(AuditEvent.INITIALISED);
    assertThat(userOf(HANAKO).downloads()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SHA-1, 20", "SHA-256, 32", "SHA-512, 64"})
  void theSeedIsAsLongAsTheHash(String hash, int bytes) {
    serve("mirai", Map.of("otp.hash", hash));
    Activation answer = activate(issued(HANAKO), PASSWORD);
    assertThat(phone.opened((Activation.Delivered) answer)).hasSize(bytes);
  }

  @Test
  void twoActivationsNeverGiveTheSameSeed() {
    initialise(HANAKO, phone);
    byte[] first = vault.unseal(token(HANAKO).id(), token(HANAKO).seed().orElseThrow()).copy();
    clock.advance(Duration.ofSeconds(1));
    initialise(HANAKO, phone);
    assertThat(vault.unseal(token(HANAKO).id(), token(HANAKO).seed().orElseThrow()).copy())
        .isNotEqualTo(first);
  }

  /** S1-7: used once. */
  @Test
  @Requirement({"S1-7", "S1-21"})
  void thePasswordIsGoneAfterwardsAndAnotherRequestGetsNothing() {
    ActivationPair pair = issued(HANAKO);
    activate(pair, PASSWORD);
    assertThat(enrolment(HANAKO).password()).isEmpty();
    TokenRow before = token(HANAKO);
    assertThat(activate(pair, PASSWORD)).isEqualTo(new Activation.Refused(START));
    assertThat(token(HANAKO)).isEqualTo(before);
    assertThat(lastRefusal().cause()).contains(Cause.USED);
  }

  /** S1-19: an interrupted activation is asked again. */
  @Test
  @Requirement("S1-19")
  void theSameRequestAgainGetsTheSameAnswerAndNoOtherSeed() {
    ActivateRequest request = activation(HANAKO, issued(HANAKO), PASSWORD, phone);
    Activation first = lifecycle.activate(request);
    TokenRow token = token(HANAKO);
    clock.advance(Duration.ofHours(1));
    assertThat(lifecycle.activate(request)).isEqualTo(first);
    assertThat(token(HANAKO)).isEqualTo(token);
    assertThat(userOf(HANAKO).downloads()).isEqualTo(1);
  }

  /** S1-20: with time and version. */
  @Test
  @Requirement("S1-20")
  void withoutConsentToTheTermsInForceThereIsNoSeedAndNoTryIsLost() {
    ActivationPair pair = issued(HANAKO);
    for (Optional<String> terms : List.of(Optional.<String>empty(), Optional.of("2025-04"))) {
      assertThat(lifecycle.activate(with(pair, terms, Optional.empty(), phone)))
          .isEqualTo(new Activation.Declined(START, Reason.CONSENT_MISSING));
    }
    assertThat(enrolment(HANAKO).tries()).isZero();
    assertThat(state(HANAKO)).isEqualTo(TokenState.ISSUED);
    activate(pair, PASSWORD);
    assertThat(enrolment(HANAKO).consent()).contains(new Consent(START, "2026-04"));
  }

  @Test
  @Requirement("S1-23")
  void theNameIsTheBanksPartAndWhatTheCustomerAdded() {
    ActivationPair pair = issued(HANAKO);
    assertThat(
            lifecycle.activate(
                with(pair, Optional.of("2026-04"), Optional.of("あ".repeat(21)), phone)))
        .isEqualTo(new Activation.Declined(START, Reason.NAME_FORM));
    Activation.Delivered delivered =
        (Activation.Delivered)
            lifecycle.activate(with(pair, Optional.of("2026-04"), Optional.of("経理"), phone));
    assertThat(delivered.displayName()).isEqualTo("関西みらいビジネスダイレクト 経理");
    assertThat(enrolment(HANAKO).displayName()).isEqualTo("経理");
  }

  @Test
  @Requirement("S1-23")
  void aBlankNameKeepsTheDefault() {
    Activation.Delivered delivered =
        (Activation.Delivered)
            lifecycle.activate(
                with(issued(HANAKO), Optional.of("2026-04"), Optional.of("　 "), phone));
    assertThat(delivered.displayName()).isEqualTo("関西みらいビジネスダイレクト");
    assertThat(enrolment(HANAKO).displayName()).isEmpty();
  }

  /** S2-22: the expiry goes along with the seed; the life begins with the activation. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T03:00:00Z, 2028-11-21",
    "2026-11-20T14:59:59Z, 2028-11-20",
    "2028-02-28T15:00:00Z, 2030-02-28",
    "2026-12-31T14:59:59Z, 2028-12-31",
  })
  @Requirement("S2-22")
  void theExpiryIsADayInJapanTwoYearsFromTheActivation(Instant activated, String lastDay) {
    clock.set(activated.minus(Duration.ofHours(30)));
    ActivationPair pair = issued(HANAKO);
    clock.set(activated);
    Activation.Delivered delivered = (Activation.Delivered) activate(pair, PASSWORD);
    assertThat(delivered.expires()).isEqualTo(lastDay + "T15:00:00Z");
    assertThat(token(HANAKO).expires()).contains(delivered.expires());
  }

  @Test
  void atTheLastInstantOfItsLastDayATokenStillGivesAccess() {
    enrol(HANAKO, phone);
    Instant end = token(HANAKO).expires().orElseThrow();
    assertThat(end).isEqualTo("2028-11-21T15:00:00Z");
    clock.set(end.minusNanos(1));
    assertThat(verify(HANAKO, phone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
    clock.set(end);
    assertThat(verify(HANAKO, phone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.REFUSED);
    assertThat(store.audit(HANAKO, 1).get(0).cause()).contains(Cause.EXPIRED);
  }

  @Test
  void parallelActivationsOfOnePairDeliverOneSeed() throws Exception {
    ActivationPair pair = issued(HANAKO);
    List<Activation> answers = together(8, () -> activate(pair, PASSWORD));
    assertThat(answers).filteredOn(Activation.Delivered.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Activation.Refused.class::isInstance).hasSize(7);
    assertThat(userOf(HANAKO).downloads()).isEqualTo(1);
    assertThat(events(HANAKO)).containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.ACTIVATED);
  }
}
