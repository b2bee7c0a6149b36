package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.UnlockRequest;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One operator asks, another approves. */
@Requirement("S0-38")
class FourEyesThroughTheHouseTest extends Customers {
  private static final Instant LAPSES = START.plus(Duration.ofMinutes(30));

  private Holder alone;

  @BeforeEach
  void theSoleMasterOfMiraiIsLocked() {
    bank("mirai");
    alone = customer("alone", Role.MASTER);
    lock(alone);
  }

  /** The id of the request that asks. */
  private String ask() {
    RequestKey key = key();
    assertThat(administration.unlock(new UnlockRequest(key, alone, OP1, Optional.empty())))
        .isEqualTo(new Outcome.AwaitsApproval(START, LAPSES));
    return key.id().value();
  }

  @Test
  void nothingIsDoneUntilAnotherOperatorApprovesAndTheAuditNamesBoth() {
    String asked = ask();
    assertThat(token(alone).lock()).isPresent();
    assertThat(told()).isEmpty();
    assertThat(newest(alone).event()).isEqualTo(AuditEvent.APPROVAL_ASKED);
    assertThat(newest(alone).detail()).isEqualTo("UNLOCK by OP1");

    assertThat(approve(asked, OP2)).isEqualTo(Outcome.Done.to(START, token(alone).id()));

    assertThat(token(alone).lock()).isEmpty();
    assertThat(told()).containsExactly(OutboxRow.Type.UNLOCKED);
    AuditEntry approved = store.audited(AuditEvent.APPROVED).get(0);
    assertThat(approved.actor()).contains(OP2);
    assertThat(approved.detail()).isEqualTo("UNLOCK asked by OP1 in " + asked);
    assertThat(newest(alone).event()).isEqualTo(AuditEvent.UNLOCKED);
    assertThat(newest(alone).actor()).contains(operator("OP1", Optional.of("OP2")));
  }

  @Test
  void nobodyApprovesHimselfAndTheActWaitsOn() {
    String asked = ask();
    assertThat(approve(asked, OP1)).isEqualTo(refused(Reason.SELF_APPROVAL));
    assertThat(token(alone).lock()).isPresent();
    assertThat(newest(alone).detail()).isEqualTo("UNLOCK SELF_APPROVAL");
    assertThat(approve(asked, OP2).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** Operators' ids are not told apart by their case where they come from. */
  @Test
  void theSameOperatorInOtherLettersIsNobodyElse() {
    String asked = ask();
    assertThat(approve(asked, operator("op1", Optional.empty())))
        .isEqualTo(refused(Reason.SELF_APPROVAL));
    assertThat(token(alone).lock()).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> operator("OP1", Optional.of("op1")));
    assertThatIllegalArgumentException().isThrownBy(() -> operator("OP1", Optional.of(" ")));
    assertThatIllegalArgumentException().isThrownBy(() -> operator("OP1", Optional.of("OP1 ")));
  }

  /** Whoever asked had another token before him: of the new one nobody said anything. */
  @Test
  void anApprovalIsNotForATokenThatCameAfterwards() {
    bank("mirai", "approval.revoke", "asked");
    String asked = "r" + (ids.get() + 1);
    assertThat(revoke(alone, (Actor) OP1).kind()).isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    store.plant(token(alone).ended(TokenState.REVOKED));
    clock.set(START.plusSeconds(60));
    TokenRow later = later(alone);
    store.plant(later);

    assertThat(approve(asked, OP2)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(store.token(later.id()).orElseThrow().state()).isEqualTo(TokenState.ACTIVE);
  }

  /** The customer reported again after somebody had asked to lift the first suspension. */
  @Test
  void anApprovalLiftsNoSuspensionThatCameAfterwards() {
    suspend(alone, OP1);
    String asked = "r" + (ids.get() + 1);
    assertThat(resume(alone, OP1).kind()).isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    store.plant(token(alone).withSuspension(Optional.empty()));
    clock.set(START.plusSeconds(60));
    suspend(alone, OP2);

    assertThat(approve(asked, OP2)).isEqualTo(refusedNow(Reason.NOT_SUSPENDED));
    assertThat(token(alone).suspension()).isPresent();
  }

  private TokenRow later(Holder holder) {
    TokenRow former = active(holder);
    return new TokenRow(
        new TokenId("later"),
        former.bank(),
        former.contract(),
        former.users(),
        former.kind(),
        former.state(),
        former.otp(),
        former.seed(),
        former.attempts(),
        former.drift(),
        former.suspension(),
        former.expiry(),
        clock.instant(),
        former.enrolment(),
        0);
  }

  @Test
  void itLapsesAfterThirtyMinutesAndNotBefore() {
    String one = ask();
    clock.set(LAPSES.minusMillis(1));
    assertThat(approve(one, OP2).kind()).isEqualTo(Outcome.Kind.DONE);
    clock.set(START);
    lock(alone);
    String other = ask();
    clock.set(LAPSES);
    assertThat(approve(other, OP2)).isEqualTo(refusedNow(Reason.NOTHING_TO_APPROVE));
    assertThat(token(alone).lock()).isPresent();
  }

  @Test
  void anApprovalIsGoodForOneActHoweverManyApproveAtOnce() throws Exception {
    String asked = ask();
    AtomicInteger approver = new AtomicInteger(1);
    List<Outcome> outcomes =
        together(
            16,
            () -> approve(asked, operator("OP" + approver.incrementAndGet(), Optional.empty())));
    assertThat(outcomes).filteredOn(o -> o.kind() == Outcome.Kind.DONE).hasSize(1);
    assertThat(outcomes).filteredOn(refused(Reason.NOTHING_TO_APPROVE)::equals).hasSize(15);
    assertThat(store.audited(AuditEvent.UNLOCKED)).hasSize(1);
    assertThat(told()).containsExactly(OutboxRow.Type.UNLOCKED);
  }

  @Test
  void theSameApprovalAgainGetsTheFirstAnswer() {
    ApproveRequest request =
        new ApproveRequest(key(), bank, new org.ichido.api.RequestId(ask()), OP2);
    Outcome first = lifecycle.approve(request);
    lock(alone);
    assertThat(lifecycle.approve(request)).isEqualTo(first);
    assertThat(token(alone).lock()).isPresent();
  }

  @Test
  void whatNobodyAskedForOrAnotherBankDidIsNothingToApprove() {
    assertThat(approve("never", OP2)).isEqualTo(refused(Reason.NOTHING_TO_APPROVE));
    String asked = ask();
    bank("kenshin");
    assertThat(approve(asked, OP2)).isEqualTo(refused(Reason.NOTHING_TO_APPROVE));
    assertThat(store.audited(AuditEvent.ACT_REFUSED))
        .extracting(AuditEntry::detail)
        .containsExactly("APPROVE NOTHING_TO_APPROVE never", "APPROVE NOTHING_TO_APPROVE " + asked);
    assertThat(token(alone).lock()).isPresent();
  }

  @Test
  void theActIsJudgedByHowThingsStandAtTheApprovalWhichIsSpentAllTheSame() {
    String asked = ask();
    revoke(alone, operator("OP1", Optional.of("OP2")));
    assertThat(approve(asked, OP2)).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(approve(asked, OP2)).isEqualTo(refused(Reason.NOTHING_TO_APPROVE));
    assertThat(token(alone).state()).isEqualTo(TokenState.REVOKED);
  }

  @Test
  void whatTheProfileNoLongerLetsOperatorsDoIsNotDoneByAnApproval() {
    String asked = ask();
    bank("mirai", "unlock.by", "MASTER");
    assertThat(approve(asked, OP2)).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(alone).lock()).isPresent();
  }

  @Test
  void whatCannotBeDoneIsRefusedAtOnceAndWaitsForNobody() {
    Holder without = user("without", Role.GENERAL);
    assertThat(unlock(without, OP1)).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(store.audited(AuditEvent.APPROVAL_ASKED)).isEmpty();
  }

  /** Else one operator could give a guesser four tries again and again. */
  @Test
  void settingFailuresToZeroNeedsTheApprovalTooWhereThereIsNoLock() {
    store.plant(token(alone).unlocked().failed(Optional.empty()));
    String asked = ask();
    assertThat(token(alone).failures()).isEqualTo(1);
    assertThat(approve(asked, OP2)).isEqualTo(refused(Reason.NOT_LOCKED));
    assertThat(token(alone).failures()).isZero();
  }

  @Test
  void namedWantsTheNameOfAnotherInTheRecordAndActsAtOnce() {
    bank("mirai", "approval.unlock", "named");
    assertThat(unlock(alone, OP1)).isEqualTo(refused(Reason.APPROVER_MISSING));
    assertThat(token(alone).lock()).isPresent();
    assertThat(unlock(alone, operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void aNameInTheRecordIsNoApprovalWhereOneIsAskedFor() {
    assertThat(unlock(alone, operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    assertThat(token(alone).lock()).isPresent();
  }

  @Test
  void noneActsAtOnceWithoutAName() {
    bank("mirai", "approval.unlock", "none");
    assertThat(unlock(alone, OP1).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void customersNeedNoApprovalOfTheBank() {
    Holder second = customer("second", Role.SUB_ADMIN);
    assertThat(unlock(alone, second, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlock", "revoke", "suspend", "resume", "release"})
  void everyActOfAnOperatorCanBeMadeToWait(String act) {
    bank("mirai", "approval." + act, "asked");
    if (act.equals("resume")) {
      suspended(alone);
    }
    String asked = "r" + (ids.get() + 1);
    Outcome outcome =
        switch (act) {
          case "unlock" -> unlock(alone, OP1);
          case "revoke" -> revoke(alone, (Actor) OP1);
          case "suspend" -> suspend(alone, OP1);
          case "resume" -> resume(alone, OP1);
          default -> release(alone, OP1);
        };
    assertThat(outcome).isEqualTo(new Outcome.AwaitsApproval(START, LAPSES));
    assertThat(approve(asked, OP2).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** A request id is a requester's to use again when the inbox has forgotten it. */
  @Test
  void anIdOfLongAgoMayAskAgain() {
    RequestKey key = new RequestKey(key().requester(), new org.ichido.api.RequestId("again"));
    administration.unlock(new UnlockRequest(key, alone, OP1, Optional.empty()));
    clock.advance(Duration.ofDays(30));
    lifecycle.suspend(new OperatorRequest(key(), alone, OP1));
    Instant now = clock.instant();
    assertThat(administration.unlock(new UnlockRequest(key, alone, OP1, Optional.empty())))
        .isEqualTo(new Outcome.AwaitsApproval(now, now.plus(Duration.ofMinutes(30))));
    assertThat(approve("again", OP2).kind()).isEqualTo(Outcome.Kind.DONE);
  }
}
