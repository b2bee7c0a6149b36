package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Circumstances;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Holder;
import org.ichido.api.MailDelivery;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator is told of a user beside the token itself. */
class CircumstancesThroughTheHouseTest extends EnrolmentHouse {
  private Circumstances behind(Holder holder) {
    return administration.describe(new DescribeRequest(key(), holder, BRANCH)).circumstances();
  }

  @Test
  void ofSomebodyUnknownNothingIsKnown() {
    assertThat(behind(holder("mirai", "C9999", "nobody"))).isEqualTo(Circumstances.UNKNOWN);
  }

  @Test
  void roleAndMethodAreToldBeforeThereIsAToken() {
    assertThat(behind(HANAKO).role()).contains(Role.MASTER);
    assertThat(behind(HANAKO).method()).contains(Method.SOFT);
    assertThat(behind(HANAKO).mail()).isEmpty();
  }

  @Test
  void anEnrolmentUnderWayHasItsDeadlineUntilItComes() {
    issued(HANAKO);
    Instant deadline = enrolment(HANAKO).deadline();
    assertThat(behind(HANAKO).deadline()).contains(deadline);
    assertThat(behind(HANAKO).deviceClass()).isEmpty();
    clock.set(deadline.minusNanos(1));
    assertThat(behind(HANAKO).deadline()).contains(deadline);
    clock.set(deadline);
    assertThat(behind(HANAKO).deadline()).isEmpty();
  }

  @Test
  void afterTheConfirmationThereIsNoDeadlineAndTheDeviceIsTold() {
    initialise(HANAKO, phone);
    assertThat(behind(HANAKO).deadline()).isPresent();
    assertThat(behind(HANAKO).deviceClass()).contains(DeviceClass.SMARTPHONE);
    confirm(HANAKO, phone.codeAt(clock.instant()));
    assertThat(behind(HANAKO).deadline()).isEmpty();
    assertThat(behind(HANAKO).deviceClass()).contains(DeviceClass.SMARTPHONE);
  }

  @ParameterizedTest
  @EnumSource
  @Requirement("S0-27")
  void theMailIsAsTheStoreHasIt(MailState state) {
    issued(HANAKO);
    TokenRow row = token(HANAKO);
    write(new Change.UpdateToken(row.withEnrolment(enrolment(HANAKO).withMailState(state))));
    assertThat(behind(HANAKO).mail()).contains(MailDelivery.valueOf(state.name()));
  }

  @Test
  void aSuspensionIsToldWithItsReason() {
    enrol(HANAKO, phone);
    assertThat(behind(HANAKO).suspended()).isEmpty();
    write(
        new Change.UpdateToken(
            token(HANAKO).withSuspension(Optional.of(new Suspension(START, "PHIS")))));
    assertThat(behind(HANAKO).suspended()).contains(START);
    assertThat(behind(HANAKO).suspendedFor()).isEqualTo("PHIS");
  }

  @Test
  void aCoolDownIsToldUntilItIsOver() {
    Instant end = START.plus(Duration.ofHours(24));
    write(new Change.PutUser(userOf(HANAKO).withCoolDown(Optional.of(end)), false));
    clock.set(end.minusNanos(1));
    assertThat(behind(HANAKO).coolDown()).contains(end);
    clock.set(end);
    assertThat(behind(HANAKO).coolDown()).isEmpty();
  }

  /** Of the day in Japan, whether anybody wrote the change down or not. */
  @Test
  void theMethodIsThatOfToday() {
    write(
        new Change.PutContract(
            contractOf(HANAKO)
                .withMethod(
                    Method.SOFT,
                    Optional.of(new MethodChange(Method.HARD, LocalDate.parse("2026-11-22")))),
            false));
    clock.set(Instant.parse("2026-11-21T14:59:59.999Z"));
    assertThat(behind(HANAKO).method()).contains(Method.SOFT);
    clock.set(Instant.parse("2026-11-21T15:00:00Z"));
    assertThat(behind(HANAKO).method()).contains(Method.HARD);
  }

  @Test
  void aUserWhoWasRemovedHasNoRole() {
    write(new Change.PutUser(userOf(HANAKO).removedAt(START), false));
    assertThat(behind(HANAKO).role()).isEmpty();
    assertThat(behind(HANAKO).method()).contains(Method.SOFT);
  }
}
