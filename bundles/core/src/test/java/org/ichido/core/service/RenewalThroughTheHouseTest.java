package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer moves a token's expiry in the app. */
class RenewalThroughTheHouseTest extends Customers {
  private Holder holder;

  /** A customer whose token is valid to the last instant of a day in Japan. */
  private void customerUntil(String id, String lastDay) {
    bank(id);
    holder = customer("holder", Role.GENERAL);
    store.plant(token(holder).renewed(japan(lastDay + "T00:00").plusSeconds(24 * 3600)));
  }

  private static Instant japan(String dateTime) {
    return Instant.parse(dateTime + ":00+09:00");
  }

  private Outcome renew(OneTimeCode code) {
    return renew(pair(holder), code);
  }

  private Outcome renew(ActivationPair pair, OneTimeCode code) {
    return lifecycle.renew(new RenewRequest(key(), bank, pair, code));
  }

  /** Last day, life in months: the day of the renewal counts, not the former expiry. */
  @Test
  @Requirement({"S2-22", "S2-23", "S3-19", "S3-20", "S0-35"})
  void theNewLifeBeginsWithTheRenewalAndTheCodeIsUsedUp() {
    customerUntil("kenshin", "2026-12-10");
    TokenRow before = token(holder);
    assertThat(renew(code()))
        .isEqualTo(
            new Outcome.Done(
                START,
                Optional.of(before.id()),
                Optional.empty(),
                Optional.of(japan("2028-11-22T00:00"))));
    TokenRow after = token(holder);
    assertThat(after.expires()).contains(japan("2028-11-22T00:00"));
    assertThat(after.seed()).isEqualTo(before.seed());
    assertThat(after.lastFactor()).isEqualTo(STEP);
    assertThat(after.state()).isEqualTo(TokenState.ACTIVE);
    assertThat(verify(holder, code())).as("used up").isEqualTo(Verdict.Kind.REFUSED);
    assertThat(store.wholeOutbox())
        .extracting(OutboxRow::type, OutboxRow::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(OutboxRow.Type.RENEWED, "2028-11-21"));
    AuditEntry entry = store.audited(AuditEvent.RENEWED).get(0);
    assertThat(entry.actor()).contains(new Actor.User(holder.user()));
    assertThat(entry.detail()).isEqualTo("valid to 2028-11-21");
  }

  /** The values table, E = 2027-03-31: from 00:00 in Japan, 30 or 180 days before. */
  @ParameterizedTest
  @CsvSource({
    "mirai, 2027-03-01T00:00",
    "shiten, 2026-10-02T00:00",
    "kenshin, 2027-03-01T00:00",
    "kinsan, 2027-03-01T00:00",
  })
  @Requirement({"S2-24", "S3-20"})
  void renewalOpensAtMidnightInJapanAndNotBefore(String id, String opens) {
    customerUntil(id, "2027-03-31");
    clock.set(japan(opens).minusMillis(1));
    assertThat(renew(code()))
        .isEqualTo(
            new Outcome.Refused(
                clock.instant(), Reason.RENEWAL_NOT_OPEN, Optional.of(japan(opens))));
    assertThat(token(holder).expires()).contains(japan("2027-04-01T00:00"));
    clock.set(japan(opens));
    assertThat(renew(code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** The values table: whether an expired token can be renewed. E = 2026-11-21, in Japan. */
  @ParameterizedTest
  @CsvSource({"mirai, DONE", "shiten, REFUSED", "kenshin, DONE", "kinsan, DONE"})
  @Requirement({"S3-21", "S0-35"})
  void afterTheExpiryCodesAreRefusedAndRenewTheTokenWhereTheBankLetsThem(
      String id, Outcome.Kind kind) {
    customerUntil(id, "2026-11-21");
    Instant end = japan("2026-11-22T00:00");
    clock.set(end.minusMillis(1));
    assertThat(verify(holder, code())).as("to the last instant").isEqualTo(Verdict.Kind.ACCEPTED);
    clock.set(end);
    assertThat(verify(holder, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(holder)).containsExactly(Cause.EXPIRED);
    Outcome outcome = renew(code());
    assertThat(outcome.kind()).isEqualTo(kind);
    if (kind == Outcome.Kind.REFUSED) {
      assertThat(outcome).isEqualTo(refusedNow(Reason.NOT_RENEWABLE));
    } else {
      clock.advance(java.time.Duration.ofMinutes(1));
      assertThat(verify(holder, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    }
  }

  @Test
  @Requirement("S3-21")
  void thereIsNoUpperLimitAfterTheExpiry() {
    customerUntil("kenshin", "2026-11-21");
    clock.set(japan("2036-11-21T12:00"));
    assertThat(renew(code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(holder).expires()).contains(japan("2038-11-22T00:00"));
  }

  /** The life in months, and days that a month does not have. */
  @ParameterizedTest
  @CsvSource({
    "kenshin, 2028-02-29T23:59, 2030-03-01T00:00",
    "kenshin, 2028-03-01T00:00, 2030-03-02T00:00",
    "kenshin, 2026-02-28T12:00, 2028-02-29T00:00",
    "shiten, 2028-02-29T12:00, 2033-03-01T00:00",
    "shiten, 2027-08-31T23:59, 2032-09-01T00:00",
    "shiten, 2027-12-31T23:59, 2033-01-01T00:00",
  })
  void theNewLastDayIsACalendarDay(String id, String renewed, String expires) {
    customerUntil(id, renewed.substring(0, 10));
    clock.set(japan(renewed));
    assertThat(renew(code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(holder).expires()).contains(japan(expires));
  }

  @Test
  @Requirement({"S0-10", "S0-11", "S0-12"})
  void aFeaturePhoneOfMiraiIsKeptToItsExpiryAndNeverRenewed() {
    customerUntil("mirai", "2026-11-21");
    onFeaturePhone();
    assertThat(verify(holder, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    clock.advance(java.time.Duration.ofMinutes(1));
    assertThat(renew(code())).isEqualTo(refusedNow(Reason.NOT_RENEWABLE));
    clock.set(japan("2026-11-22T00:00"));
    assertThat(verify(holder, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(holder)).containsExactly(Cause.EXPIRED);
    assertThat(renew(code())).isEqualTo(refusedNow(Reason.NOT_RENEWABLE));
  }

  @Test
  void aFeaturePhoneOfKenshinIsRenewedLikeAnyOther() {
    customerUntil("kenshin", "2026-11-21");
    onFeaturePhone();
    assertThat(renew(code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  private void onFeaturePhone() {
    TokenRow token = token(holder);
    var enrolment = token.enrolment().orElseThrow();
    store.plant(
        token.withEnrolment(
            enrolment.activated(
                enrolment.consent().orElseThrow(),
                new Device("old", DeviceClass.FEATURE_PHONE),
                "")));
  }

  /** Nobody learns from an answer whether there is such a token, or how it stands. */
  @Test
  void withoutARightCodeEverythingIsRefusedAlike() {
    customerUntil("kenshin", "2027-11-21");
    List<Outcome> outcomes =
        List.of(renew(wrong()), renew(new ActivationPair("ICHIDO", "00000000"), code()));
    assertThat(outcomes).containsOnly(refused(Reason.CODE_REFUSED));
    assertThat(token(holder).failures()).isEqualTo(1);
    int unsealed = vault.unsealed.get();
    renew(wrong());
    int known = vault.unsealed.get() - unsealed;
    renew(new ActivationPair("ICHIDO", "00000000"), wrong());
    assertThat(vault.unsealed.get() - unsealed - known).isEqualTo(known).isPositive();
  }

  @Test
  void guessesCountAndLockAndALockedTokenIsNotRenewed() {
    customerUntil("kenshin", "2026-11-21");
    for (int i = 0; i < 5; i++) {
      renew(wrong());
    }
    assertThat(token(holder).lock()).isPresent();
    assertThat(told()).containsExactly(OutboxRow.Type.LOCKED);
    assertThat(renew(code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(newest(holder).detail()).isEqualTo("RENEW CODE_REFUSED");
    assertThat(token(holder).lock()).as("the lock is unchanged").isPresent();
    assertThat(token(holder).expires()).contains(japan("2026-11-22T00:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspended", "revoked", "initialised"})
  void whatIsNotInUseIsNotRenewed(String how) {
    customerUntil("kenshin", "2026-11-21");
    switch (how) {
      case "suspended" -> suspended(holder);
      case "revoked" -> store.plant(token(holder).ended(TokenState.REVOKED));
      default -> store.plant(initialised(holder));
    }
    assertThat(renew(code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(told()).isEmpty();
  }

  @Test
  void aTokenThatNeverExpiresHasNothingToRenew() {
    customerUntil("kenshin", "2026-11-21");
    TokenRow token = token(holder);
    store.plant(
        new TokenRow(
            token.id(),
            token.bank(),
            token.contract(),
            token.users(),
            token.kind(),
            token.state(),
            token.otp(),
            token.seed(),
            new Attempts(token.lastFactor(), token.failures(), token.lock()),
            token.drift(),
            token.suspension(),
            new Expiry(Optional.empty(), token.expiry().told()),
            token.registered(),
            token.enrolment(),
            token.version()));
    assertThat(renew(code())).isEqualTo(refused(Reason.NOT_RENEWABLE));
  }

  @Test
  void aCodeThatWasUsedRenewsNothingAndOneOfAnotherLengthIsNotJudged() {
    customerUntil("kenshin", "2026-11-21");
    verify(holder, code());
    assertThat(renew(code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(causes(holder)).containsExactly(Cause.USED);
    assertThat(renew(OneTimeCode.of("12345678")))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(token(holder).failures()).isZero();
  }

  @Test
  void theSameRenewalAgainMovesTheExpiryOnce() {
    customerUntil("kenshin", "2026-11-21");
    RenewRequest request = new RenewRequest(key(), bank, pair(holder), code());
    Outcome first = lifecycle.renew(request);
    clock.advance(java.time.Duration.ofDays(1));
    assertThat(lifecycle.renew(request)).isEqualTo(first);
    assertThat(told()).containsExactly(OutboxRow.Type.RENEWED);
  }

  /** It is told anew when it comes again. */
  @Test
  void aRenewedTokensExpiryIsToldAgain() {
    customerUntil("kenshin", "2026-11-21");
    clock.set(japan("2026-11-22T00:00"));
    store.plant(token(holder).withExpiryTold());
    renew(code());
    assertThat(token(holder).expiry().told()).isFalse();
  }
}
