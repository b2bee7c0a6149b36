package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.Test;

/** How many tokens a phone shows, and which phones get one. */
class ActivationDevicesThroughTheHouseTest extends EnrolmentHouse {
  /** S0-10: told, and the issue is CANCELLED. */
  @Test
  @Requirement("S0-10")
  void aFeaturePhoneIsRefusedAndTheIssueIsCancelled() {
    TokenPhone old = new TokenPhone("mova-1", DeviceClass.FEATURE_PHONE);
    ActivationPair pair = issued(HANAKO);
    assertThat(lifecycle.activate(activation(HANAKO, pair, PASSWORD, old)))
        .isEqualTo(new Activation.Declined(START, Reason.DEVICE_CLASS_RETIRED));
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(events(HANAKO)).endsWith(OutboxRow.Type.CANCELLED);
    assertThat(activate(pair, PASSWORD))
        .as("nor a smartphone now")
        .isEqualTo(new Activation.Refused(START));
    clock.advance(Duration.ofSeconds(1));
    assertThat(activate(issued(HANAKO), PASSWORD)).isInstanceOf(Activation.Delivered.class);
  }

  /** S1-27: one token of the bank each, where they are still accepted. */
  @Test
  @Requirement("S1-27")
  void aFeaturePhoneShowsOneTokenOfTheBank() {
    serve("kenshin", Map.of());
    TokenPhone old = new TokenPhone("mova-1", DeviceClass.FEATURE_PHONE);
    Holder first = holder("kenshin", "C0001", "goro");
    Holder second = holder("kenshin", "C0001", "rokuro");
    contract(first, Method.SOFT, OPENED);
    user(first);
    user(second);
    initialise(first, old);
    assertThat(lifecycle.activate(activation(second, issued(second), PASSWORD, old)))
        .isEqualTo(new Activation.Declined(START, Reason.DEVICE_FULL));
  }

  /** S4-3, S0-30, S0-33, S1-16: ten users' tokens on one phone, no eleventh. */
  @Test
  @Requirement({"S4-3", "S0-30", "S0-33", "S1-16"})
  void tenTokensOfABankLiveOnOneSmartphoneAndTheEleventhIsRefused() {
    for (int nth = 1; nth <= 10; nth++) {
      Holder user = holder("mirai", nth % 2 == 0 ? "C0001" : "C0002", "user" + nth);
      if (nth == 1) {
        contract(user, Method.SOFT, OPENED);
      }
      user(user);
      // Some of them in use, some awaiting their first code: both are on the phone.
      if (nth % 2 == 0) {
        enrol(user, phone);
      } else {
        initialise(user, phone);
      }
    }
    ActivationPair pair = issued(HANAKO);
    assertThat(activate(pair, PASSWORD))
        .isEqualTo(new Activation.Declined(START, Reason.DEVICE_FULL));
    assertThat(state(HANAKO)).as("another phone may be tried").isEqualTo(TokenState.ISSUED);
    assertThat(lifecycle.activate(activation(HANAKO, pair, PASSWORD, new TokenPhone("phone-2"))))
        .isInstanceOf(Activation.Delivered.class);
  }

  @Test
  @Requirement("S4-3")
  void tokensThatEndedOrWhoseEnrolmentIsOverDoNotFillAPhone() {
    serve("mirai", Map.of("enrol.smartphone-tokens", "1"));
    Holder other = holder("mirai", "C0001", "ichiro");
    user(other);
    initialise(other, phone);
    ActivationPair pair = issued(HANAKO);
    clock.set(START.plus(Duration.ofHours(72)).minusSeconds(1));
    assertThat(activate(pair, PASSWORD)).isInstanceOf(Activation.Declined.class);
    clock.set(START.plus(Duration.ofHours(72)));
    assertThat(activate(issued(HANAKO), PASSWORD))
        .as("nobody swept the other's enrolment yet")
        .isInstanceOf(Activation.Delivered.class);
  }

  /** S0-32: the count is the bank's own, and so is the pair. */
  @Test
  @Requirement("S0-32")
  void tokensOfAnotherBankOnThePhoneAreNotCounted() {
    serve("mirai", Map.of("enrol.smartphone-tokens", "1"));
    serve("shiten", Map.of());
    Holder yui = holder("shiten", "R0001", "yui");
    contract(yui, Method.SOFT, OPENED);
    user(yui);
    enrol(yui, phone);
    assertThat(enrolment(yui).pair().serviceId()).isEqualTo("SHITEN");
    assertThat(activate(issued(HANAKO), PASSWORD)).isInstanceOf(Activation.Delivered.class);
  }
}
