package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.Lock;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.KinsanProfile;
import org.junit.jupiter.api.Test;

/** Registering, unlocking and describing. */
class TokensThroughTheHouseTest extends House {
  @Test
  void s4_38_theBranchUnlocksAndTheAuditSaysWhoAndWhy() {
    register();
    for (int i = 0; i < 5; i++) {
      verify(FactorAsCode.code(STEP + 50));
    }
    assertThat(unlock(BRANCH).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(audit().get(0).actor()).contains(BRANCH);
    assertThat(failures()).isZero();
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(unlock(BRANCH)).isEqualTo(refused(Reason.NOT_LOCKED));
  }

  @Test
  void theSameUnlockAgainDoesNotUnlockASecondTime() {
    register();
    UnlockRequest request = new UnlockRequest(key(), HOLDER, BRANCH, Optional.empty());
    lock();
    assertThat(administration.unlock(request).kind()).isEqualTo(Outcome.Kind.DONE);
    lock();
    assertThat(administration.unlock(request).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void anAdministratorNeverUnlocksNorAnOperatorWhereTheProfileSaysNobody() {
    register();
    lock();
    assertThat(unlock(new Actor.Administrator("karaf"))).isEqualTo(refused(Reason.FORBIDDEN));
    configure(KinsanProfile.with("unlock.by", "nobody"));
    assertThat(unlock(BRANCH)).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(failures()).isEqualTo(5);
    assertThat(audit().get(0).event()).isEqualTo(AuditEvent.UNLOCK_REFUSED);
  }

  @Test
  void s0_21_aSecondTokenIsRefusedWhileTheFirstIsBound() {
    RegisterOutcome first = register();
    RegisterOutcome second = register();
    assertThat(first.kind()).isEqualTo(RegisterOutcome.Kind.REGISTERED);
    assertThat(second.kind()).isEqualTo(RegisterOutcome.Kind.TOKEN_STILL_BOUND);
    assertThat(second.token()).isEqualTo(first.token());
  }

  @Test
  void describeTellsTheOperatorTheCausesAndTheLock() {
    register();
    lock();
    Description description = administration.describe(new DescribeRequest(key(), HOLDER, BRANCH));
    assertThat(description.token().orElseThrow().lock()).contains(new Lock.UntilUnlocked(START));
    assertThat(description.attempts().get(1).cause()).contains(Cause.INVALID);
    for (int i = 0; i < 20; i++) {
      administration.describe(new DescribeRequest(key(), HOLDER, BRANCH));
    }
    assertThat(
            administration
                .describe(new DescribeRequest(key(), HOLDER, BRANCH))
                .attempts()
                .get(1)
                .cause())
        .as("looking often hides nothing")
        .contains(Cause.INVALID);
    assertThat(audit().get(0).event()).isEqualTo(AuditEvent.DESCRIBED);
  }

  private static Outcome refused(Reason reason) {
    return new Outcome.Refused(START, reason);
  }
}
