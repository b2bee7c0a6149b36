package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code for what the bank never asks one for: whoever asks may be a forged site. */
@Requirement("S3-17")
class OffListThroughTheHouseTest extends Customers {
  private static final Use TRANSFER = use("TRANSFER");
  private Holder holder;

  @BeforeEach
  void kenshinHasACustomer() {
    bank("kenshin");
    holder = customer("holder", Role.GENERAL);
  }

  private static Use use(String operation) {
    return operation.equals("LOGIN")
        ? Use.login(Channel.SMARTPHONE)
        : new Use(new OperationName(operation), Stage.SUBMIT, Channel.PC);
  }

  private Verdict verify(Holder of, Use use, OneTimeCode code) {
    return authenticator.verify(new VerifyRequest(key(), of, use, code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOGIN", "INQUIRY", "ADDRESS_CHANGE"})
  @Requirement("S3-4")
  void aRightCodeIsRefusedAndStaysRightForAListedOperation(String operation) {
    TokenRow before = token(holder);
    assertThat(verify(holder, use(operation), code())).isEqualTo(new Verdict.Refused(START));
    assertThat(token(holder)).as("neither consumed nor counted").isEqualTo(before);
    assertThat(causes(holder)).containsExactly(Cause.NOT_ELIGIBLE);
    assertThat(verify(holder, TRANSFER, code())).isEqualTo(new Verdict.Accepted(START));
  }

  /** Who answers at a forged site is not locked out of the bank by that. */
  @Test
  void wrongCodesAreNotCountedHoweverMany() {
    TokenRow before = token(holder);
    for (int i = 0; i < 20; i++) {
      verify(holder, use("LOGIN"), wrong());
    }
    assertThat(token(holder)).isEqualTo(before);
    assertThat(verify(holder, TRANSFER, code()).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void theAuditAndCoreBankingAreToldWhatWasAskedFor() {
    verify(holder, use("LOGIN"), code());
    AuditEntry entry = store.audited(AuditEvent.OFF_LIST).get(0);
    assertThat(entry.user()).contains(holder.user());
    assertThat(entry.detail()).matches("LOGIN at LOGIN by SMARTPHONE, line [0-9]+");
    assertThat(events(holder)).containsExactly(AuditEvent.OFF_LIST, AuditEvent.REFUSED);
    OutboxRow event = store.wholeOutbox().get(0);
    assertThat(event.type()).isEqualTo(OutboxRow.Type.OFF_LIST_REQUEST);
    assertThat(event.kind()).isEqualTo(OutboxRow.Kind.EVENT);
    assertThat(event.user()).contains(holder.user());
    assertThat(event.detail()).isEqualTo("LOGIN at LOGIN by SMARTPHONE");
    assertThat(told()).hasSize(1);
  }

  /** Whoever shows the code does not learn from it who is a customer. */
  @Test
  void aStrangerIsAnsweredAndRecordedAlikeAfterTheSameWork() {
    Holder nobody = new Holder(bank, new ContractId("C9999"), new UserId("nobody"));
    int begin = vault.unsealed.get();
    Verdict known = verify(holder, use("LOGIN"), code());
    int work = vault.unsealed.get() - begin;
    assertThat(verify(nobody, use("LOGIN"), code())).isEqualTo(known);
    assertThat(vault.unsealed.get() - begin - work).isEqualTo(work).isPositive();
    assertThat(events(nobody)).isEqualTo(events(holder));
    assertThat(causes(nobody)).isEqualTo(causes(holder));
    assertThat(told())
        .containsExactly(OutboxRow.Type.OFF_LIST_REQUEST, OutboxRow.Type.OFF_LIST_REQUEST);
  }

  /** Off the list comes first: nothing is said of a lock, and a lock does not hide the event. */
  @ParameterizedTest
  @ValueSource(strings = {"locked", "suspended", "revoked", "issued"})
  void howTheTokenStandsMakesNoDifference(String how) {
    switch (how) {
      case "locked" -> lock(holder);
      case "suspended" -> suspended(holder);
      case "revoked" -> store.plant(token(holder).ended(TokenState.REVOKED));
      default -> store.plant(issued(holder));
    }
    assertThat(verify(holder, use("LOGIN"), code())).isEqualTo(new Verdict.Refused(START));
    assertThat(causes(holder)).containsExactly(Cause.NOT_ELIGIBLE);
    assertThat(told()).containsExactly(OutboxRow.Type.OFF_LIST_REQUEST);
  }

  @Test
  void theSameRequestAgainIsToldOnce() {
    VerifyRequest request = new VerifyRequest(key(), holder, use("LOGIN"), code());
    Verdict first = authenticator.verify(request);
    assertThat(authenticator.verify(request)).isEqualTo(first);
    assertThat(told()).hasSize(1);
    assertThat(store.audited(AuditEvent.OFF_LIST)).hasSize(1);
  }

  /** A form error is one everywhere (S1-25). */
  @Test
  void aCodeOfAnotherLengthIsNotJudgedAndNotTold() {
    assertThat(verify(holder, use("LOGIN"), OneTimeCode.of("12345678")))
        .isEqualTo(new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(told()).isEmpty();
  }

  /** Confirm is no operation. */
  @Test
  void theFirstCodeIsTakenAllTheSame() {
    Holder fresh = user("fresh", Role.GENERAL);
    store.plant(initialised(fresh));
    assertThat(lifecycle.confirm(new ConfirmRequest(key(), fresh, code())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(store.audited(AuditEvent.OFF_LIST)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Stage.class, names = "LOGIN", mode = EnumSource.Mode.EXCLUDE)
  @Requirement({"S3-12", "S3-13", "S3-14", "S3-15", "S3-16"})
  void codesForTheListAreJudgedAtEveryStage(Stage stage) {
    for (String listed :
        List.of(
            "TRANSFER",
            "PAYEASY",
            "BULK_TRANSFER",
            "PAYROLL",
            "BONUS",
            "TOKEN_ADMIN",
            "USER_ADMIN")) {
      clock.advance(java.time.Duration.ofMinutes(1));
      Use use = new Use(new OperationName(listed), stage, Channel.PC);
      assertThat(verify(holder, use, code()).kind()).as(listed).isEqualTo(Verdict.Kind.ACCEPTED);
    }
    assertThat(told()).isEmpty();
  }

  /** NOT_REQUIRED is not NOT_ELIGIBLE: where a bank gives no such warning a code is judged. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten"})
  @Requirement("S0-19")
  void atTheOtherBanksACodeThatNobodyAskedForIsJudged(String id) {
    bank(id);
    Holder other = customer("other", Role.GENERAL);
    assertThat(verify(other, use("INQUIRY"), code()).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(verify(other, use("INQUIRY"), FactorAsCode.code(step() + 500)).kind())
        .isEqualTo(Verdict.Kind.REFUSED);
    assertThat(token(other).failures()).isEqualTo(1);
    assertThat(store.audit(other, 1).get(0).cause()).isEqualTo(Optional.of(Cause.INVALID));
    assertThat(told()).isEmpty();
  }
}
