package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong values and strangers: what they cost, and what they learn. */
class ActivationRefusalsThroughTheHouseTest extends EnrolmentHouse {
  private static final ActivationPair NOBODYS = new ActivationPair("MIRAI", "000000000000");

  /** S1-13: what is wrong is not told, and the fifth time ends it. */
  @Test
  @Requirement("S1-13")
  void fiveWrongPasswordsCancelTheIssue() {
    ActivationPair pair = issued(HANAKO);
    for (int nth = 1; nth <= 4; nth++) {
      assertThat(activate(pair, "0000")).isEqualTo(new Activation.Refused(START));
      assertThat(enrolment(HANAKO).tries()).isEqualTo(nth);
      assertThat(state(HANAKO)).isEqualTo(TokenState.ISSUED);
    }
    assertThat(activate(pair, "0000")).isEqualTo(new Activation.Refused(START));
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(enrolment(HANAKO).password()).isEmpty();
    assertThat(events(HANAKO)).endsWith(OutboxRow.Type.CANCELLED);
    assertThat(store.audit(HANAKO, 2))
        .extracting(AuditEntry::event, AuditEntry::detail)
        .containsExactly(
            tuple(AuditEvent.CANCELLED, "wrong activations"),
            tuple(AuditEvent.ACTIVATION_REFUSED, "try 5 of 5"));
    assertThat(activate(pair, PASSWORD)).isEqualTo(new Activation.Refused(START));
  }

  @Test
  @Requirement("S1-13")
  void theFifthTryMayStillBeRight() {
    ActivationPair pair = issued(HANAKO);
    for (int nth = 1; nth <= 4; nth++) {
      activate(pair, "0000");
    }
    assertThat(activate(pair, PASSWORD)).isInstanceOf(Activation.Delivered.class);
  }

  /** S1-15: begun anew, there are five tries again, and for another secret. */
  @Test
  @Requirement({"S1-13", "S1-15"})
  void aNewIssueHasItsOwnTries() {
    ActivationPair pair = issued(HANAKO);
    for (int nth = 1; nth <= 5; nth++) {
      activate(pair, "0000");
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(activate(issued(HANAKO), PASSWORD)).isInstanceOf(Activation.Delivered.class);
  }

  /** Whoever captured the encrypted password has not captured the app's key. */
  @Test
  void aPasswordThatIsBoundToAnotherKeyIsAWrongOne() {
    ActivationPair pair = issued(HANAKO);
    ActivateRequest honest = activation(HANAKO, pair, PASSWORD, phone);
    TokenPhone thief = TokenPhone.ofAThief();
    ActivateRequest stolen =
        new ActivateRequest(
            key(),
            honest.bank(),
            pair,
            honest.password(),
            thief.appKey(),
            thief.device(),
            honest.terms(),
            honest.displayName());
    assertThat(lifecycle.activate(stolen)).isEqualTo(new Activation.Refused(START));
    assertThat(enrolment(HANAKO).tries()).isEqualTo(1);
    assertThat(lifecycle.activate(honest)).isInstanceOf(Activation.Delivered.class);
  }

  @Test
  void aPasswordThatDoesNotOpenIsAWrongOne() {
    ActivationPair pair = issued(HANAKO);
    ActivateRequest honest = activation(HANAKO, pair, PASSWORD, phone);
    byte[] altered = honest.password().bytes();
    altered[100] ^= 1;
    ActivateRequest garbled =
        new ActivateRequest(
            key(),
            honest.bank(),
            pair,
            new Ciphertext(altered),
            honest.appKey(),
            honest.device(),
            honest.terms(),
            honest.displayName());
    assertThat(lifecycle.activate(garbled)).isEqualTo(new Activation.Refused(START));
    assertThat(enrolment(HANAKO).tries()).isEqualTo(1);
  }

  /** Refusals look alike, and cost alike. */
  @Test
  @Requirement("S1-13")
  void aStrangerLearnsNothingOfWhatThereIs() {
    ActivationPair issued = issued(HANAKO);
    Holder other = holder("mirai", "C0001", "ichiro");
    user(other);
    enrol(other, phone);
    ActivationPair active = enrolment(other).pair();
    for (ActivationPair pair : List.of(issued, active, NOBODYS)) {
      int before = vault.fingerprinted.get();
      assertThat(activate(pair, "0000")).isEqualTo(new Activation.Refused(START));
      assertThat(vault.fingerprinted.get() - before)
          .as("the request, the password, and the comparison of %s", pair)
          .isEqualTo(3);
    }
    assertThat(store.audited(AuditEvent.ACTIVATION_REFUSED))
        .extracting(AuditEntry::cause, AuditEntry::detail)
        .containsExactly(
            tuple(Optional.of(Cause.INVALID), "try 1 of 5"),
            tuple(Optional.of(Cause.USED), "ACTIVE"),
            tuple(Optional.of(Cause.NOT_ELIGIBLE), "no such pair"));
  }

  @Test
  void thePairOfAnotherBankIsNobodysHere() {
    serve("shiten", Map.of());
    ActivationPair pair = issued(HANAKO);
    ActivateRequest request = activation(holder("shiten", "R0001", "yui"), pair, PASSWORD, phone);
    assertThat(lifecycle.activate(request)).isEqualTo(new Activation.Refused(START));
    assertThat(state(HANAKO)).isEqualTo(TokenState.ISSUED);
    assertThat(enrolment(HANAKO).tries()).isZero();
  }

  /** S1-14: a page that was closed costs nothing; there are 72 hours. */
  @Test
  @Requirement("S1-14")
  void theDeadlineIsTheInstantAfter72Hours() {
    ActivationPair pair = issued(HANAKO);
    clock.set(START.plus(Duration.ofHours(72)));
    assertThat(activate(pair, PASSWORD)).isInstanceOf(Activation.Refused.class);
    assertThat(lastRefusal().cause()).contains(Cause.NOT_ELIGIBLE);
    assertThat(enrolment(HANAKO).tries()).as("nobody counts on the dead").isZero();
    clock.set(START.plus(Duration.ofHours(72)).minusNanos(1));
    assertThat(activate(pair, PASSWORD)).isInstanceOf(Activation.Delivered.class);
  }

  @Test
  void whoIsNoLongerEntitledGetsNoSeedAndLearnsNoReason() {
    ActivationPair pair = issued(HANAKO);
    write(
        new Change.PutContract(
            contractOf(HANAKO).withMethod(Method.HARD, Optional.empty()), false));
    assertThat(activate(pair, PASSWORD)).isEqualTo(new Activation.Refused(START));
    write(
        new Change.PutContract(
            contractOf(HANAKO).withMethod(Method.SOFT, Optional.empty()), false));
    write(new Change.PutUser(userOf(HANAKO).removedAt(START), false));
    assertThat(activate(pair, PASSWORD)).isEqualTo(new Activation.Refused(START));
    write(new Change.PutUser(userOf(HANAKO).addedAgain(START, userOf(HANAKO).role()), false));
    write(new Change.PutContract(contractOf(HANAKO).closedOn(OPENED), false));
    assertThat(activate(pair, PASSWORD)).isEqualTo(new Activation.Refused(START));
    assertThat(token(HANAKO).seed()).isEmpty();
  }

  /** What is told is told to the customer alone: a wrong password comes first, and costs a try. */
  @Test
  void whatIsInTheWayIsToldToNobodyWhoDoesNotKnowThePassword() {
    ActivationPair pair = issued(HANAKO);
    ActivateRequest right = with(pair, Optional.empty(), Optional.empty(), phone);
    ActivateRequest wrong =
        new ActivateRequest(
            key(),
            right.bank(),
            pair,
            phone.password("0000", vault.transportKey().key()),
            right.appKey(),
            right.device(),
            right.terms(),
            right.displayName());
    assertThat(lifecycle.activate(wrong)).isEqualTo(new Activation.Refused(START));
    assertThat(enrolment(HANAKO).tries()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "no key"})
  void anAppKeyThatCannotBeUsedIsToldWhateverThePairAndLooksAtNoPassword(String appKey) {
    ActivationPair pair = issued(HANAKO);
    for (ActivationPair any : List.of(pair, NOBODYS)) {
      ActivateRequest honest = activation(HANAKO, any, PASSWORD, phone);
      ActivateRequest request =
          new ActivateRequest(
              honest.key(),
              honest.bank(),
              any,
              honest.password(),
              appKey,
              honest.device(),
              honest.terms(),
              honest.displayName());
      assertThat(lifecycle.activate(request))
          .isEqualTo(new Activation.Declined(START, Reason.APP_KEY_FORM));
    }
    assertThat(enrolment(HANAKO).tries()).isZero();
  }

  @Test
  void theSameIdWithAnotherPasswordIsNotProcessed() {
    ActivateRequest wrong = activation(HANAKO, issued(HANAKO), "0000", phone);
    lifecycle.activate(wrong);
    ActivateRequest guess =
        new ActivateRequest(
            wrong.key(),
            wrong.bank(),
            wrong.pair(),
            phone.password(PASSWORD, vault.transportKey().key()),
            wrong.appKey(),
            wrong.device(),
            wrong.terms(),
            wrong.displayName());
    assertThat(lifecycle.activate(guess))
        .isEqualTo(new Activation.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
    assertThat(enrolment(HANAKO).tries()).isEqualTo(1);
  }
}
