package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Device;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.UserRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer gets a new phone, in the right order and in the wrong one. */
class DeviceChangeThroughTheHouseTest extends EnrolmentHouse {
  private static final Duration COOL_DOWN = Duration.ofMinutes(30);
  private static final Actor.Operator BOTH =
      new Actor.Operator(
          "OP1",
          Optional.of("012"),
          Optional.of("OP2"),
          Optional.of("DEVICE"),
          Optional.of("P-77"));

  private final TokenPhone newPhone = new TokenPhone("phone-2");

  private Outcome revoke(Holder holder, Holder actor, TokenPhone actorsPhone) {
    return lifecycle.revoke(
        new RevokeRequest(
            key(),
            holder,
            new Actor.User(actor.user()),
            Optional.of(actorsPhone.codeAt(clock.instant()))));
  }

  private Verdict.Kind verify(Holder holder, TokenPhone on) {
    return verify(holder, on.codeAt(clock.instant())).kind();
  }

  private void nextMinute() {
    clock.advance(Duration.ofMinutes(1));
  }

  private Holder master(String bank) {
    serve(bank, Map.of());
    Holder master = holder(bank, "C0009", "master");
    contract(master, Method.SOFT, OPENED);
    user(master);
    return master;
  }

  private Holder another(Holder of, String name, Role role) {
    Holder other = holder(of.bank().value(), of.contract().value(), name);
    write(
        new Change.PutUser(
            new UserRow(other, role, START, Optional.empty(), Optional.empty(), 0, 0), true));
    return other;
  }

  /** Revoke, wait, begin anew: the way that the documents want. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "kenshin", "kinsan"})
  @Requirement({"S0-20", "S0-26", "S0-36", "S0-42", "S3-22", "S3-25"})
  void revokedBeforehandTheNewPhoneIsEnrolledAfterTheCoolDown(String bank) {
    Holder master = master(bank);
    enrol(master, phone);
    nextMinute();
    Outcome revoked = revoke(master, master, phone);
    Instant end = clock.instant().plus(COOL_DOWN);
    assertThat(((Outcome.Done) revoked).until()).contains(end);
    assertThat(verify(master, phone)).as("the former phone").isEqualTo(Verdict.Kind.REFUSED);

    assertThat(issue(master))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.COOLDOWN, Optional.of(end)));
    clock.set(end.minusMillis(1));
    assertThat(issue(master))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.COOLDOWN, Optional.of(end)));
    clock.set(end);
    enrol(master, newPhone);

    assertThat(state(master)).isEqualTo(TokenState.ACTIVE);
    nextMinute();
    assertThat(verify(master, newPhone)).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(verify(master, phone)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(events(master))
        .containsExactly(
            OutboxRow.Type.ISSUED,
            OutboxRow.Type.ACTIVATED,
            OutboxRow.Type.CONFIRMED,
            OutboxRow.Type.REVOKED,
            OutboxRow.Type.ISSUED,
            OutboxRow.Type.ACTIVATED,
            OutboxRow.Type.CONFIRMED);
  }

  /** The former phone is gone, and so are its codes: another master has his own. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "kenshin", "kinsan"})
  @Requirement({"S0-21", "S0-39", "S3-23"})
  void notRevokedTheNewPhoneIsRefusedUntilAnotherMasterRevokes(String bank) {
    Holder general = another(master(bank), "general", Role.GENERAL);
    Holder second = another(general, "second", Role.MASTER);
    TokenPhone secondsPhone = new TokenPhone("phone-3");
    enrol(general, phone);
    enrol(second, secondsPhone);
    nextMinute();

    assertThat(issue(general))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.TOKEN_STILL_BOUND));
    assertThat(state(general)).isEqualTo(TokenState.ACTIVE);

    assertThat(revoke(general, second, secondsPhone).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(((Outcome.Refused) issue(general)).reason()).isEqualTo(Reason.COOLDOWN);
    clock.advance(COOL_DOWN);
    enrol(general, newPhone);
    nextMinute();
    assertThat(verify(general, newPhone)).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** A sole master without the former phone has no code to revoke with. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "kenshin", "kinsan"})
  @Requirement({"S0-22", "S0-39", "S3-24", "S4-11"})
  void whoeverIsAloneWithoutTheFormerPhoneNeedsTheBank(String bank) {
    Holder master = master(bank);
    enrol(master, phone);
    nextMinute();
    assertThat(revoke(master, master, wrongPhone()))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.CODE_REFUSED));
    assertThat(((Outcome.Refused) issue(master)).reason()).isEqualTo(Reason.TOKEN_STILL_BOUND);

    Outcome byBank = lifecycle.revoke(new RevokeRequest(key(), master, BOTH, Optional.empty()));
    assertThat(((Outcome.Done) byBank).until())
        .as("the cool-down holds whoever revoked")
        .contains(clock.instant().plus(COOL_DOWN));
    assertThat(((Outcome.Refused) issue(master)).reason()).isEqualTo(Reason.COOLDOWN);
    clock.advance(COOL_DOWN);
    enrol(master, newPhone);
    assertThat(state(master)).isEqualTo(TokenState.ACTIVE);
  }

  /** A phone on which there is another customer's token. */
  private TokenPhone wrongPhone() {
    Holder stranger = holder("mirai", "C0007", "stranger");
    contract(stranger, Method.SOFT, OPENED);
    user(stranger);
    TokenPhone other = new TokenPhone("phone-9");
    initialise(stranger, other);
    return other;
  }

  /** At shiten nobody waits, whoever revoked. */
  @Test
  @Requirement("S0-26")
  void withoutACoolDownTheIssueGoesOnAtOnce() {
    Holder customer = master("shiten");
    enrol(customer, phone);
    lifecycle.revoke(new RevokeRequest(key(), customer, BOTH, Optional.empty()));
    enrol(customer, newPhone);
    nextMinute();
    assertThat(verify(customer, newPhone)).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** What was never in use leaves nothing to wait for. */
  @Test
  void anEnrolmentThatWasRevokedIsBegunAnewAtOnce() {
    Holder general = another(HANAKO, "general", Role.GENERAL);
    enrol(HANAKO, phone);
    initialise(general, newPhone);
    nextMinute();
    assertThat(revoke(general, HANAKO, phone).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(state(general)).isEqualTo(TokenState.CANCELLED);
    assertThat(issue(general).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** Drift first: the app is whole, the clock is not. */
  @Test
  @Requirement({"S0-28", "S0-40"})
  void afterARepairAWrongClockIsMeasuredAndTheTokenStays() {
    enrol(HANAKO, phone);
    clock.advance(Duration.ofDays(3));
    phone.fast = Duration.ofMinutes(-4);
    assertThat(verify(HANAKO, phone)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(
            lifecycle
                .resynchronise(
                    new ResynchroniseRequest(
                        key(),
                        HANAKO,
                        phone.codeAt(clock.instant().minusSeconds(60)),
                        phone.codeAt(clock.instant()),
                        new Actor.User(HANAKO.user())))
                .kind())
        .isEqualTo(Outcome.Kind.DONE);
    nextMinute();
    assertThat(verify(HANAKO, phone)).isEqualTo(Verdict.Kind.ACCEPTED);
    nextMinute();
    assertThat(revoke(HANAKO, HANAKO, phone).kind())
        .as("the own code is judged by that clock, too")
        .isEqualTo(Outcome.Kind.DONE);
  }

  /** Else: the app's data are lost, and the token with them. */
  @Test
  @Requirement("S0-40")
  void afterARepairThatLostTheAppTheTokenIsRevokedAndBegunAnew() {
    Holder second = another(HANAKO, "second", Role.SUB_ADMIN);
    TokenPhone secondsPhone = new TokenPhone("phone-3");
    enrol(HANAKO, phone);
    enrol(second, secondsPhone);
    nextMinute();
    revoke(HANAKO, second, secondsPhone);
    clock.advance(COOL_DOWN);
    enrol(HANAKO, phone);
    nextMinute();
    assertThat(verify(HANAKO, phone)).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement("S0-12")
  void aBrokenFeaturePhoneIsRevokedAndASmartphoneEnrolledAndNothingElse() {
    enrol(HANAKO, phone);
    var enrolment = enrolment(HANAKO);
    store.plant(
        token(HANAKO)
            .withEnrolment(
                enrolment.activated(
                    enrolment.consent().orElseThrow(),
                    new Device("old", DeviceClass.FEATURE_PHONE),
                    "")));
    nextMinute();
    assertThat(
            lifecycle.renew(
                new RenewRequest(
                    key(), HANAKO.bank(), enrolment.pair(), phone.codeAt(clock.instant()))))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.NOT_RENEWABLE));
    assertThat(((Outcome.Refused) issue(HANAKO)).reason()).isEqualTo(Reason.TOKEN_STILL_BOUND);
    nextMinute();
    revoke(HANAKO, HANAKO, phone);
    clock.advance(COOL_DOWN);
    enrol(HANAKO, newPhone);
    assertThat(List.of(state(HANAKO))).containsExactly(TokenState.ACTIVE);
  }
}
