package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do while the help desk is closed is marked, and done. */
@Requirement({"S0-43", "S0-44"})
class OutOfHoursThroughTheHouseTest extends Customers {
  /** 23:55 in Japan, on a Friday. */
  private static final Instant CLOSES = Instant.parse("2026-11-27T14:55:00Z");

  private Holder master;
  private Holder locked;

  @BeforeEach
  void miraisHelpDeskIsAboutToClose() {
    bank("mirai");
    clock.set(CLOSES.minusMillis(1));
    master = customer("master", Role.MASTER);
    locked = customer("locked", Role.GENERAL);
    lock(locked);
  }

  @Test
  void withinTheHoursNothingIsMarked() {
    suspend(locked, OP1);
    assertThat(newest(locked).detail()).isEmpty();
  }

  @Test
  void fromTheEndOfTheHoursOnWhatAnOperatorDoesIsMarkedAndDone() {
    clock.set(CLOSES);
    assertThat(suspend(locked, OP1).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(newest(locked).detail()).isEqualTo("OUT_OF_HOURS");
    assertThat(suspend(locked, OP1)).isEqualTo(refusedNow(Reason.ALREADY_SUSPENDED));
    assertThat(newest(locked).detail())
        .as("what was refused as well")
        .isEqualTo("OUT_OF_HOURS; SUSPEND ALREADY_SUSPENDED");
  }

  @Test
  void theAskingAndTheApprovalAreEachMarkedByTheirOwnTime() {
    String asked = "r" + (ids.get() + 1);
    assertThat(unlock(locked, OP1).kind()).isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    clock.set(CLOSES);
    assertThat(approve(asked, OP2).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.audited(AuditEvent.APPROVAL_ASKED))
        .extracting(AuditEntry::detail)
        .containsExactly("UNLOCK by OP1");
    assertThat(store.audited(AuditEvent.APPROVED).get(0).detail()).startsWith("OUT_OF_HOURS; ");
    assertThat(newest(locked).detail()).isEqualTo("OUT_OF_HOURS; lock lifted");
  }

  @Test
  void customersAreNeitherMarkedNorRefused() {
    clock.set(Instant.parse("2027-01-01T03:00:00Z"));
    assertThat(unlock(locked, master, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(newest(locked).detail()).isEqualTo("lock lifted");
    assertThat(verify(locked, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void whereTheBankKeepsNoCalendarNothingIsMarked() {
    bank("kenshin");
    Holder holder = customer("holder", Role.MASTER);
    clock.set(Instant.parse("2027-01-01T03:00:00Z"));
    Actor.Operator both = operator("OP1", Optional.of("OP2"));
    assertThat(revoke(holder, (Actor) both).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(newest(holder).detail()).startsWith("cool-down until");
  }
}
