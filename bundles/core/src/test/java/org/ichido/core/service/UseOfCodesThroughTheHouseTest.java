package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.NoAnswer;
import org.ichido.api.OneTimeCode;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code is good for, how long, and what is no answer. */
class UseOfCodesThroughTheHouseTest extends Customers {
  private static final Use TRANSFER =
      new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.SMARTPHONE);
  private Holder holder;

  private void customerOf(String id) {
    bank(id);
    holder = customer("holder", Role.MASTER);
  }

  private Verdict.Kind verify(Use use, OneTimeCode code) {
    return authenticator.verify(new VerifyRequest(key(), holder, use, code)).kind();
  }

  /** The thief has the code from the owner's computer, and the owner was faster. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin"})
  @Requirement({"S0-4", "S0-5", "S2-2"})
  void aStolenCodeThatItsOwnerHasUsedIsRefusedAndTheReplayIsOnRecord(String id) {
    customerOf(id);
    assertThat(verify(TRANSFER, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    clock.advance(Duration.ofSeconds(1));
    assertThat(verify(TRANSFER, code())).isEqualTo(Verdict.Kind.REFUSED);
    Use another = new Use(new OperationName("TOKEN_ADMIN"), Stage.APPROVE, Channel.PC);
    assertThat(verify(another, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(holder)).containsExactly(Cause.USED, Cause.USED);
    assertThat(store.audited(AuditEvent.REPLAYED)).hasSize(2);
    assertThat(token(holder).failures()).as("a replay locks nobody out").isZero();
  }

  /** The values table: how old a code may be, from the start of its step. */
  @ParameterizedTest
  @CsvSource({"shiten, 60", "kenshin, 60", "mirai, 120"})
  @Requirement({"S2-4", "S3-1", "S2-3"})
  void aCodeIsRightUntilTheGreatestAgeAndStaleFromThenOn(String id, int seconds) {
    customerOf(id);
    Holder slow = customer("slow", Role.MASTER);
    OneTimeCode shown = FactorAsCode.code(STEP);
    clock.set(START.plusSeconds(seconds).minusNanos(1));
    assertThat(verify(TRANSFER, shown)).isEqualTo(Verdict.Kind.ACCEPTED);
    clock.set(START.plusSeconds(seconds));
    holder = slow;
    assertThat(verify(TRANSFER, shown)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(slow)).containsExactly(Cause.STALE);
    assertThat(token(slow).failures()).isZero();
  }

  /** The code says that the token is there; it is no session, and no other proof. */
  @Test
  @Requirement("S2-1")
  void aCodeStandsBesideLoginAndConfirmationPasswordAndReplacesNeither() {
    customerOf("shiten");
    var requirements = new StoredRequirements(onceOnly, decisions);
    assertThat(verify(Use.login(Channel.PC), code())).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(requirements.next(new Question(holder, TRANSFER, Facts.NONE)).demand())
        .as("a code at login opens nothing else")
        .isEqualTo(new Demand.Required(Method.SOFT));
    assertThat(verify(TRANSFER, code())).as("nor twice").isEqualTo(Verdict.Kind.REFUSED);
    assertThat(components(VerifyRequest.class))
        .as("passwords are the channel's")
        .containsExactly("key", "holder", "use", "code");
    assertThat(components(Verdict.Accepted.class)).as("one part of a whole").containsExactly("at");
  }

  /** Nothing in an enrolment asks or knows by what the customer logged in. */
  @Test
  @Requirement("S3-7")
  void noRequestOfAnEnrolmentTellsAPasswordFromACertificate() {
    assertThat(
            Stream.of(
                    Question.class,
                    Use.class,
                    Facts.class,
                    IssueRequest.class,
                    ActivateRequest.class,
                    ConfirmRequest.class)
                .flatMap(request -> components(request).stream())
                .distinct())
        .containsExactlyInAnyOrder(
            "holder",
            "use",
            "facts",
            "operation",
            "stage",
            "channel",
            "approvalInUse",
            "payeeRegistered",
            "payeeLastPaid",
            "businessDate",
            "privateBiller",
            "key",
            "mail",
            "mailRepeated",
            "password",
            "passwordRepeated",
            "bank",
            "pair",
            "appKey",
            "device",
            "terms",
            "displayName",
            "code");
  }

  private static List<String> components(Class<?> request) {
    return Arrays.stream(request.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** Whatever was in the way, the channel has no acceptance, and the code is still to be used. */
  @Test
  @Requirement("S3-5")
  void noAnswerIsNoAcceptanceAndConsumesNothing() {
    customerOf("kenshin");
    VerifyRequest request = new VerifyRequest(key(), holder, TRANSFER, code());
    store.broken = true;
    assertThatThrownBy(() -> authenticator.verify(request)).isInstanceOf(NoAnswer.class);
    store.broken = false;
    vault.closed = true;
    assertThatThrownBy(() -> authenticator.verify(request)).isInstanceOf(NoAnswer.class);
    vault.closed = false;
    assertThat(verify(TRANSFER, OneTimeCode.of("1234567"))).isEqualTo(Verdict.Kind.NOT_PROCESSED);
    assertThat(store.audited(AuditEvent.ACCEPTED)).isEmpty();
    assertThat(authenticator.verify(request).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    clock.advance(Duration.ofMinutes(1));
    VerifyRequest other = new VerifyRequest(request.key(), holder, TRANSFER, code());
    assertThat(authenticator.verify(other).kind())
        .as("an id that was used with another code")
        .isEqualTo(Verdict.Kind.NOT_PROCESSED);
    assertThat(store.audited(AuditEvent.ACCEPTED)).hasSize(1);
  }
}
