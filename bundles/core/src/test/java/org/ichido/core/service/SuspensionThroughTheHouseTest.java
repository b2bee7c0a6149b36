package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank stops a token after a report of phishing or loss, and lifts that. */
@Requirement("S3-18")
class SuspensionThroughTheHouseTest extends Customers {
  private Holder master;
  private Holder general;

  @BeforeEach
  void kenshinHasTwoCustomers() {
    bank("kenshin");
    master = customer("master", Role.MASTER);
    general = customer("general", Role.GENERAL);
  }

  private String ask(Holder holder) {
    String id = "r" + (ids.get() + 1);
    assertThat(resume(holder, OP1).kind()).isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    return id;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin", "kinsan"})
  void aReportStopsTheTokenAtOnceAtEveryBankWithoutAnApprover(String id) {
    bank(id);
    Holder reported = customer("reported", Role.GENERAL);
    assertThat(suspend(reported, OP1)).isEqualTo(Outcome.Done.to(START, token(reported).id()));
    assertThat(token(reported).suspension()).contains(new Suspension(START, "LOSS"));
    assertThat(verify(reported, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(reported)).containsExactly(Cause.SUSPENDED);
    assertThat(told()).containsExactly(OutboxRow.Type.SUSPENDED);
    assertThat(store.audited(AuditEvent.SUSPENDED).get(0).actor()).contains(OP1);
  }

  @Test
  void aSuspendedTokenCountsNoFailureConsumesNoCodeAndIsNotRenewed() {
    suspend(general, OP1);
    verify(general, wrong());
    assertThat(lifecycle.renew(new RenewRequest(key(), bank, pair(general), code())))
        .isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(causes(general)).containsExactly(Cause.SUSPENDED, Cause.SUSPENDED);
    assertThat(token(general).failures()).isZero();
    approve(ask(general), OP2);
    assertThat(verify(general, code())).as("never consumed").isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void itIsLiftedByTheBankAloneWithFourEyes() {
    suspend(general, OP1);
    assertThat(approve(ask(general), OP2).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(general).suspension()).isEmpty();
    assertThat(told()).containsExactly(OutboxRow.Type.SUSPENDED, OutboxRow.Type.RESUMED);
    assertThat(newest(general).event()).isEqualTo(AuditEvent.SUSPENSION_LIFTED);
    assertThat(newest(general).detail()).isEqualTo("suspended since 2026-11-21 12:00:00 JST");
    assertThat(verify(general, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** No request of a customer, of whatever role, leads past it. */
  @ParameterizedTest
  @EnumSource
  void noCustomerRoleLiftsIt(Role role) {
    bank("mirai", "unlock.by", "MASTER, SUB_ADMIN, GENERAL, operator");
    Holder actor = customer("actor", role);
    Holder stopped = customer("stopped", Role.GENERAL);
    suspend(stopped, OP1);
    unlock(stopped, actor, code());
    assertThat(token(stopped).suspension()).isPresent();
    assertThat(verify(stopped, code())).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void aSuspendedUserActsForNobody() {
    suspend(master, OP1);
    assertThat(revoke(general, master, code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void twiceIsSaidAndWhatIsNotSuspendedIsNotLifted() {
    assertThat(resume(general, OP1)).isEqualTo(refused(Reason.NOT_SUSPENDED));
    suspend(general, OP1);
    assertThat(suspend(general, OP2)).isEqualTo(refused(Reason.ALREADY_SUSPENDED));
    assertThat(newest(general).detail()).isEqualTo("SUSPEND ALREADY_SUSPENDED");
    assertThat(told()).containsExactly(OutboxRow.Type.SUSPENDED);
  }

  @Test
  void lockAndSuspensionAreApart() {
    lock(general);
    suspend(general, OP1);
    approve(ask(general), OP2);
    assertThat(token(general).lock()).as("lifting one leaves the other").isPresent();
    suspend(general, OP1);
    unlock(general, operator("OP1", Optional.of("OP2")));
    assertThat(token(general).lock()).isEmpty();
    assertThat(token(general).suspension()).isPresent();
  }

  /** An enrolment is revoked instead: a new one would not know of the suspension. */
  @ParameterizedTest
  @EnumSource(names = {"ISSUED", "INITIALISED"})
  void anEnrolmentUnderWayIsNotStoppedButRevoked(TokenState state) {
    Holder pending = user("pending", Role.GENERAL);
    store.plant(state == TokenState.ISSUED ? issued(pending) : initialised(pending));
    assertThat(suspend(pending, OP1)).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(revoke(pending, (Actor) operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void withoutATokenThereIsNothingToStop() {
    Holder without = user("without", Role.GENERAL);
    assertThat(suspend(without, OP1)).isEqualTo(refused(Reason.NOT_FOUND));
    Holder revoked = customer("revoked", Role.GENERAL);
    revoke(revoked, (Actor) operator("OP1", Optional.of("OP2")));
    assertThat(suspend(revoked, OP1)).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(List.of(resume(without, OP1), resume(revoked, OP1)))
        .containsOnly(refused(Reason.NOT_FOUND));
  }
}
