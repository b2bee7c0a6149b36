package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.core.fakes.DelayOfAMinute;
import org.ichido.core.fakes.PlainTotp;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.core.profile.Installed;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first code: right, wrong, late, and whose clock is wrong. */
class ConfirmationThroughTheHouseTest extends EnrolmentHouse {
  private static final Verdict.Kind ACCEPTED = Verdict.Kind.ACCEPTED;
  private static final Verdict.Kind REFUSED = Verdict.Kind.REFUSED;

  /** S1-24, S2-12: ACTIVE by a right first code, which is consumed. */
  @Test
  @Requirement({"S1-24", "S2-12", "S0-4"})
  void theFirstRightCodeMakesTheTokenActiveAndIsConsumed() {
    initialise(HANAKO, phone);
    OneTimeCode code = phone.codeAt(START);
    assertThat(confirm(HANAKO, code)).isEqualTo(new Verdict.Accepted(START));
    TokenRow token = token(HANAKO);
    assertThat(token.state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token.lastFactor()).isEqualTo(STEP);
    assertThat(enrolment(HANAKO).confirmed()).contains(START);
    assertThat(verify(HANAKO, code).kind()).as("it is consumed").isEqualTo(REFUSED);
    assertThat(lastCause()).contains(Cause.USED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(HANAKO, phone.codeAt(clock.instant())).kind()).isEqualTo(ACCEPTED);
  }

  /** S1-29; the mail's own entry is written when it is sent. S2-11: each step is audited. */
  @Test
  @Requirement({"S1-29", "S2-11"})
  void theAuditHasEachStepAndCoreBankingHearsOfIt() {
    enrol(HANAKO, phone);
    assertThat(store.audit(HANAKO, 9))
        .extracting(AuditEntry::event)
        .containsExactly(
            AuditEvent.CONFIRMED, AuditEvent.ACCEPTED, AuditEvent.INITIALISED, AuditEvent.ISSUED);
    assertThat(store.audit(HANAKO, 9))
        .extracting(AuditEntry::token)
        .containsOnly(Optional.of(token(HANAKO).id()));
    assertThat(events(HANAKO))
        .containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.ACTIVATED, OutboxRow.Type.CONFIRMED);
  }

  /** S3-6: nothing is usable before. */
  @Test
  @Requirement("S3-6")
  void beforeTheConfirmationNoCodeGivesAccess() {
    initialise(HANAKO, phone);
    assertThat(verify(HANAKO, phone.codeAt(START)).kind()).isEqualTo(REFUSED);
    assertThat(lastCause()).contains(Cause.NOT_ELIGIBLE);
    assertThat(state(HANAKO)).isEqualTo(TokenState.INITIALISED);
    assertThat(token(HANAKO).failures()).isZero();
    assertThat(confirm(HANAKO, phone.codeAt(START)).kind())
        .as("nor is the code lost by that")
        .isEqualTo(ACCEPTED);
  }

  @Test
  @Requirement("S1-24")
  void wrongFirstCodesAreCountedAndTheFifthCancelsTheIssue() {
    initialise(HANAKO, phone);
    OneTimeCode wrong = wrongCode(phone);
    for (int nth = 1; nth <= 4; nth++) {
      assertThat(confirm(HANAKO, wrong)).isEqualTo(new Verdict.Refused(START));
      assertThat(state(HANAKO)).isEqualTo(TokenState.INITIALISED);
      assertThat(token(HANAKO).failures()).isEqualTo(nth);
    }
    assertThat(confirm(HANAKO, wrong)).isEqualTo(new Verdict.Refused(START));
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(token(HANAKO).seed()).isEmpty();
    assertThat(events(HANAKO))
        .as("an enrolment is not locked, for nobody would unlock it")
        .containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.ACTIVATED, OutboxRow.Type.CANCELLED);
    assertThat(store.audit(HANAKO, 2))
        .extracting(AuditEntry::event, AuditEntry::detail)
        .containsExactly(
            tuple(AuditEvent.CANCELLED, "wrong first codes"), tuple(AuditEvent.REFUSED, ""));
    assertThat(confirm(HANAKO, phone.codeAt(START)).kind()).isEqualTo(REFUSED);
    clock.advance(Duration.ofSeconds(1));
    enrol(HANAKO, phone);
    assertThat(state(HANAKO)).as("no cool-down, no unlock").isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void fourWrongCodesAndARightOneStartTheTokenWithoutFailures() {
    initialise(HANAKO, phone);
    for (int nth = 1; nth <= 4; nth++) {
      confirm(HANAKO, wrongCode(phone));
    }
    confirm(HANAKO, phone.codeAt(START));
    assertThat(state(HANAKO)).isEqualTo(TokenState.ACTIVE);
    assertThat(token(HANAKO).failures()).isZero();
  }

  /** A right code shows possession: what is STALE is not counted. */
  @Test
  void aCodeThatCameTooLateIsRefusedAndNotCounted() {
    initialise(HANAKO, phone);
    OneTimeCode old = phone.codeAt(START);
    clock.advance(Duration.ofSeconds(120));
    assertThat(confirm(HANAKO, old).kind()).isEqualTo(REFUSED);
    assertThat(lastCause()).contains(Cause.STALE);
    assertThat(token(HANAKO).failures()).isZero();
    assertThat(state(HANAKO)).isEqualTo(TokenState.INITIALISED);
  }

  /** S1-25: a form error is nobody's failure. */
  @Test
  @Requirement("S1-25")
  void anEmptyOrWrongLengthCodeIsAFormErrorAndNotCounted() {
    initialise(HANAKO, phone);
    assertThatThrownBy(() -> OneTimeCode.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThat(confirm(HANAKO, OneTimeCode.of("12345678")))
        .isEqualTo(new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(token(HANAKO).failures()).isZero();
    assertThat(store.audit(HANAKO, 1).get(0).event()).isEqualTo(AuditEvent.FORM_ERROR);
  }

  /** Refusals look alike: unknown users, users without a token, tokens in use. */
  @Test
  void whoHasNothingToConfirmIsRefusedLikeAWrongCodeAndCostsTheSame() {
    Holder stranger = holder("mirai", "C0001", "nobody");
    initialise(HANAKO, phone);
    OneTimeCode right = phone.codeAt(START);
    assertThat(unsealedBy(() -> confirm(HANAKO, wrongCode(phone)))).isEqualTo(1);
    confirm(HANAKO, right);
    for (Holder holder : List.of(stranger, HANAKO)) {
      assertThat(unsealedBy(() -> confirm(holder, right))).as("%s", holder).isEqualTo(1);
    }
    assertThat(lastCause()).as("it is in use").contains(Cause.NOT_ELIGIBLE);
  }

  @Test
  void theDeadlineIsTheInstant72HoursAfterTheIssueNotTheActivation() {
    issue(HANAKO);
    clock.advance(Duration.ofHours(71));
    phone.receive(activate(enrolment(HANAKO).pair(), PASSWORD));
    Instant deadline = START.plus(Duration.ofHours(72));
    clock.set(deadline);
    assertThat(confirm(HANAKO, phone.codeAt(deadline)).kind()).isEqualTo(REFUSED);
    assertThat(lastCause()).contains(Cause.NOT_ELIGIBLE);
    assertThat(token(HANAKO).failures()).isZero();
    clock.set(deadline.minusNanos(1));
    assertThat(confirm(HANAKO, phone.codeAt(clock.instant())).kind()).isEqualTo(ACCEPTED);
    clock.set(deadline);
    assertThat(verify(HANAKO, phone.codeAt(deadline.plusSeconds(60))).kind())
        .as("it is in use now, and has no deadline")
        .isEqualTo(ACCEPTED);
  }

  @Test
  void whoIsNoLongerEntitledCannotConfirm() {
    initialise(HANAKO, phone);
    write(new Change.PutUser(userOf(HANAKO).removedAt(START), false));
    assertThat(confirm(HANAKO, phone.codeAt(START)).kind()).isEqualTo(REFUSED);
    assertThat(state(HANAKO)).isEqualTo(TokenState.INITIALISED);
  }

  /** S1-17: told to support, never to whoever confirms; and not a way to a wider window. */
  @ParameterizedTest
  @CsvSource({
    "600, 'suspected: the device''s clock is 600 s fast'",
    "1800, 'suspected: the device''s clock is 1800 s fast'",
    "-1200, 'suspected: the device''s clock is 1200 s slow'",
    "-86400, ''",
  })
  @Requirement({"S1-17", "S1-18"})
  void aPhoneWhoseClockIsWrongIsSuspectedInTheAudit(int fast, String detail) {
    initialise(HANAKO, phone);
    phone.fast = Duration.ofSeconds(fast);
    assertThat(confirm(HANAKO, phone.codeAt(START))).isEqualTo(new Verdict.Refused(START));
    AuditEntry entry = store.audit(HANAKO, 1).get(0);
    assertThat(entry.cause()).contains(Cause.INVALID);
    assertThat(entry.detail()).isEqualTo(detail);
    assertThat(token(HANAKO).failures()).as("it counts like any other").isEqualTo(1);
    phone.fast = Duration.ZERO;
    assertThat(confirm(HANAKO, phone.codeAt(START)).kind()).isEqualTo(ACCEPTED);
  }

  /** S0-3, S1-18. */
  @Test
  @Requirement({"S0-3", "S1-18"})
  void thePhoneShowsAnotherCodeInTheNextStep() {
    initialise(HANAKO, phone);
    assertThat(phone.codeAt(START.plusSeconds(59))).isEqualTo(phone.codeAt(START));
    assertThat(phone.codeAt(START.plusSeconds(60))).isNotEqualTo(phone.codeAt(START));
  }

  @Test
  void theSameConfirmationAgainGetsTheSameVerdictAndCountsOnce() {
    initialise(HANAKO, phone);
    ConfirmRequest wrong = new ConfirmRequest(key(), HANAKO, wrongCode(phone));
    Verdict first = lifecycle.confirm(wrong);
    assertThat(lifecycle.confirm(wrong)).isEqualTo(first);
    assertThat(token(HANAKO).failures()).isEqualTo(1);
    ConfirmRequest right = new ConfirmRequest(key(), HANAKO, phone.codeAt(START));
    Verdict accepted = lifecycle.confirm(right);
    clock.advance(Duration.ofHours(1));
    assertThat(lifecycle.confirm(right)).isEqualTo(accepted);
  }

  @Test
  void oneCodeConfirmsOnceHoweverManySendItAtOnce() throws Exception {
    initialise(HANAKO, phone);
    OneTimeCode code = phone.codeAt(START);
    List<Verdict> verdicts = together(8, () -> confirm(HANAKO, code));
    assertThat(verdicts).filteredOn(verdict -> verdict.kind() == ACCEPTED).hasSize(1);
    assertThat(store.audited(AuditEvent.CONFIRMED)).hasSize(1);
  }

  @Test
  void manyWrongFirstCodesAtOnceAreCountedFiveTimes() throws Exception {
    initialise(HANAKO, phone);
    OneTimeCode wrong = wrongCode(phone);
    together(16, () -> confirm(HANAKO, wrong));
    assertThat(token(HANAKO).failures()).isEqualTo(5);
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(store.audited(AuditEvent.CANCELLED)).hasSize(1);
  }

  /** Another code of the same phone is another token's: the seed goes with the id. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCodeOfAFormerIssueIsWrong(boolean cancelledByFive) {
    initialise(HANAKO, phone);
    OneTimeCode former = phone.codeAt(START.plusSeconds(1));
    if (cancelledByFive) {
      for (int nth = 1; nth <= 5; nth++) {
        confirm(HANAKO, wrongCode(phone));
      }
    }
    clock.advance(Duration.ofSeconds(1));
    TokenPhone newPhone = new TokenPhone("phone-2");
    initialise(HANAKO, newPhone);
    if (!former.equals(newPhone.codeAt(clock.instant()))) {
      assertThat(confirm(HANAKO, former).kind()).isEqualTo(REFUSED);
    }
    assertThat(confirm(HANAKO, newPhone.codeAt(clock.instant())).kind()).isEqualTo(ACCEPTED);
  }

  /** A lockout rule that only delays makes a first code wait, and cancels nothing. */
  @Test
  void aLockThatTimeEndsDelaysTheConfirmation() {
    Installed.with(profiles, new PlainTotp(), new DelayOfAMinute());
    initialise(HANAKO, phone);
    confirm(HANAKO, wrongCode(phone));
    assertThat(state(HANAKO)).isEqualTo(TokenState.INITIALISED);
    assertThat(confirm(HANAKO, phone.codeAt(START)).kind()).isEqualTo(REFUSED);
    assertThat(lastCause()).contains(Cause.LOCKED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(confirm(HANAKO, phone.codeAt(clock.instant())).kind()).isEqualTo(ACCEPTED);
  }

  private int unsealedBy(Runnable confirmation) {
    int before = vault.unsealed.get();
    confirmation.run();
    return vault.unsealed.get() - before;
  }

  private Optional<Cause> lastCause() {
    return store.wholeAudit().stream()
        .filter(entry -> entry.cause().isPresent())
        .reduce((first, second) -> second)
        .flatMap(AuditEntry::cause);
  }
}
