package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Role;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who ends a token for good, with which code, and what becomes of it. */
class RevokeThroughTheHouseTest extends Customers {
  private Holder master;
  private Holder general;

  @BeforeEach
  void miraiHasTwoCustomers() {
    bank("mirai");
    master = customer("master", Role.MASTER);
    general = customer("general", Role.GENERAL);
  }

  @Test
  @Requirement({"S0-18", "S0-20", "S0-36"})
  void aMasterRevokesAnothersTokenAndTheOwnCodeIsUsedUpInTheSameTransaction() {
    assertThat(revoke(general, master, code()))
        .isEqualTo(
            new Outcome.Done(
                START,
                Optional.of(token(general).id()),
                Optional.empty(),
                Optional.of(START.plusSeconds(1800))));
    assertThat(token(general).state()).isEqualTo(TokenState.REVOKED);
    assertThat(token(general).seed()).as("the sealed seed is gone").isEmpty();
    assertThat(token(master).lastFactor()).isEqualTo(STEP);
    assertThat(verify(master, code())).as("the same code").isEqualTo(Verdict.Kind.REFUSED);
    assertThat(verify(general, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(general)).containsExactly(Cause.REVOKED);
    assertThat(told()).containsExactly(OutboxRow.Type.REVOKED);
    AuditEntry entry = store.audited(AuditEvent.REVOKED).get(0);
    assertThat(entry.actor()).contains(new Actor.User(master.user()));
    assertThat(entry.detail()).isEqualTo("cool-down until 2026-11-21 12:30:00 JST");
    assertThat(events(master)).last().isEqualTo(AuditEvent.ACCEPTED);
  }

  @ParameterizedTest
  @EnumSource(names = {"MASTER", "SUB_ADMIN"})
  @Requirement({"S0-18", "S0-23"})
  void theyRevokeTheirOwnTokensTooAndTheCodeIsUsedUpFirst(Role role) {
    Holder self = customer("self", role);
    assertThat(revoke(self, self, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    TokenRow token = token(self);
    assertThat(token.state()).isEqualTo(TokenState.REVOKED);
    assertThat(token.lastFactor()).as("consumed, then revoked").isEqualTo(STEP);
    assertThat(token.seed()).isEmpty();
    assertThat(events(self)).containsExactly(AuditEvent.REVOKED, AuditEvent.ACCEPTED);
  }

  /** The values table: who revokes at which bank. */
  @ParameterizedTest
  @CsvSource({
    "mirai, MASTER, DONE", "mirai, SUB_ADMIN, DONE", "mirai, GENERAL, REFUSED",
    "shiten, MASTER, REFUSED", "shiten, SUB_ADMIN, REFUSED", "shiten, GENERAL, REFUSED",
    "kenshin, MASTER, DONE", "kenshin, SUB_ADMIN, DONE", "kenshin, GENERAL, REFUSED",
    "kinsan, MASTER, DONE", "kinsan, SUB_ADMIN, REFUSED", "kinsan, GENERAL, REFUSED",
  })
  @Requirement({"S0-23", "S0-24", "S3-22", "S4-10"})
  void whoRevokesIsTheProfilesMatter(String id, Role role, Outcome.Kind kind) {
    bank(id);
    Holder actor = customer("actor", role);
    Holder other = customer("other", Role.GENERAL);
    Outcome outcome = revoke(other, actor, code());
    assertThat(outcome.kind()).isEqualTo(kind);
    if (kind == Outcome.Kind.REFUSED) {
      assertThat(outcome).isEqualTo(refusedNow(Reason.FORBIDDEN));
      assertThat(token(other).state()).isEqualTo(TokenState.ACTIVE);
      assertThat(token(actor).lastFactor()).as("no code is lost").isEqualTo(Attempts.NO_FACTOR);
    }
  }

  @Test
  @Requirement("S0-24")
  void aGeneralUserRevokesNoTokenNotEvenTheOwn() {
    assertThat(revoke(general, general, code())).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(newest(general).detail()).isEqualTo("REVOKE FORBIDDEN");
    assertThat(revoke(general, master, code()).kind())
        .as("the master does it for him")
        .isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void whoIsUnknownRemovedOrOfAnotherContractIsAnsweredAlike() {
    Holder removed = customer("removed", Role.MASTER);
    put(store.user(removed).orElseThrow().removedAt(START));
    Holder unknown = new Holder(bank, CONTRACT, new UserId("nobody"));
    ContractId elsewhere = new ContractId("C0002");
    contract(new ContractKey(bank, elsewhere));
    Holder stranger = new Holder(bank, elsewhere, new UserId("stranger"));
    for (Holder actor : List.of(removed, unknown, stranger)) {
      assertThat(revoke(general, actor, code())).isEqualTo(refused(Reason.FORBIDDEN));
    }
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void nobodyActsUnderAClosedContract() {
    var key = new ContractKey(bank, CONTRACT);
    var closed = store.contract(key).orElseThrow().closedOn(LocalDate.of(2026, 11, 21));
    store.transact(WriteWork.of(new Change.PutContract(closed, false)));
    assertThat(revoke(general, master, code())).isEqualTo(refused(Reason.FORBIDDEN));
  }

  @Test
  void anAdministratorActsForNoCustomer() {
    Actor administrator = new Actor.Administrator("karaf");
    assertThat(revoke(general, administrator)).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(newest(general).actor()).contains(administrator);
    assertThat(newest(general).token()).contains(token(general).id());
  }

  /** T7: an act is no second place to guess. */
  @Test
  @Requirement("S0-18")
  void aWrongOwnCodeCountsAndLocksLikeAnyOtherAndNothingIsRevoked() {
    for (int i = 1; i <= 5; i++) {
      assertThat(revoke(general, master, wrong())).isEqualTo(refused(Reason.CODE_REFUSED));
      assertThat(token(master).failures()).isEqualTo(i);
    }
    assertThat(token(master).lock()).isPresent();
    assertThat(revoke(general, master, code()))
        .as("a right one, refused alike")
        .isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(causes(master))
        .containsExactly(
            Cause.LOCKED,
            Cause.INVALID,
            Cause.INVALID,
            Cause.INVALID,
            Cause.INVALID,
            Cause.INVALID);
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token(general).failures()).as("of the actor, not of the other").isZero();
    assertThat(told()).containsExactly(OutboxRow.Type.LOCKED);
    assertThat(newest(general).detail()).isEqualTo("REVOKE CODE_REFUSED");
  }

  @Test
  void aCodeThatGaveAccessRevokesNothingAndIsNotCounted() {
    assertThat(verify(master, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(revoke(general, master, code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(events(master)).startsWith(AuditEvent.REPLAYED, AuditEvent.REFUSED);
    assertThat(causes(master)).containsExactly(Cause.USED);
    assertThat(token(master).failures()).isZero();
  }

  @Test
  void oneCodeRevokesOneTokenHoweverManyAreAskedForAtOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      customer("u" + i, Role.GENERAL);
    }
    AtomicInteger next = new AtomicInteger();
    List<Outcome> outcomes =
        together(
            8,
            () -> {
              UserId user = new UserId("u" + next.getAndIncrement());
              return revoke(new Holder(bank, CONTRACT, user), master, code());
            });
    assertThat(outcomes).filteredOn(o -> o.kind() == Outcome.Kind.DONE).hasSize(1);
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(1);
    assertThat(told()).containsExactly(OutboxRow.Type.REVOKED);
  }

  @Test
  void withoutACodeOrWithOneOfAnotherLengthNothingIsJudged() {
    var notProcessed = new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH);
    assertThat(revoke(general, new Actor.User(master.user()))).isEqualTo(notProcessed);
    assertThat(revoke(general, master, OneTimeCode.of("1234567"))).isEqualTo(notProcessed);
    assertThat(events(master)).containsExactly(AuditEvent.FORM_ERROR, AuditEvent.FORM_ERROR);
    assertThat(token(master).failures()).isZero();
  }

  @Test
  void onlyWhoHadARightCodeLearnsThatThereIsNoToken() {
    Holder without = user("without", Role.GENERAL);
    assertThat(revoke(without, master, wrong())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(revoke(without, master, code())).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(token(master).lastFactor()).as("the code is used up").isEqualTo(STEP);
    Holder unknown = new Holder(bank, CONTRACT, new UserId("nobody"));
    clock.advance(Duration.ofMinutes(1));
    assertThat(revoke(unknown, master, code())).isEqualTo(refusedNow(Reason.NOT_FOUND));
  }

  @Test
  @Requirement("S0-36")
  void revokedIsRevokedForGood() {
    revoke(general, master, code());
    clock.advance(Duration.ofMinutes(1));
    assertThat(revoke(general, master, code())).isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "expired"})
  void lockedOrExpiredATokenCanBeRevoked(String how) {
    if (how.equals("locked")) {
      lock(general);
    } else {
      store.plant(token(general).renewed(START));
    }
    assertThat(revoke(general, master, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(general).state()).isEqualTo(TokenState.REVOKED);
  }

  /** With another token after it the user, or whoever phished him, would be rid of it (S3-18). */
  @Test
  @Requirement("S3-18")
  void whatTheBankStoppedNoCustomerRevokesButOperatorsDo() {
    suspended(general);
    assertThat(revoke(general, master, code())).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token(master).lastFactor()).as("the own code is used up").isEqualTo(STEP);
    assertThat(revoke(general, (Actor) operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
  }

  /** Nothing was in use, so there is nothing to wait for. */
  @ParameterizedTest
  @EnumSource(names = {"ISSUED", "INITIALISED"})
  void anEnrolmentUnderWayIsCancelledWithoutACoolDown(TokenState state) {
    Holder pending = user("pending", Role.GENERAL);
    store.plant(state == TokenState.ISSUED ? issued(pending) : initialised(pending));
    assertThat(revoke(pending, master, code()))
        .isEqualTo(Outcome.Done.to(START, token(pending).id()));
    assertThat(token(pending).state()).isEqualTo(TokenState.CANCELLED);
    assertThat(token(pending).seed()).isEmpty();
    assertThat(token(pending).enrolment().orElseThrow().password()).isEmpty();
    assertThat(coolDown(pending)).isEmpty();
    assertThat(told()).containsExactly(OutboxRow.Type.CANCELLED);
    assertThat(newest(pending).event()).isEqualTo(AuditEvent.CANCELLED);
  }

  @Test
  void anEnrolmentIsOverAtItsDeadlineWhetherOrNotAnybodyNoticed() {
    Holder early = user("early", Role.GENERAL);
    Holder late = user("late", Role.GENERAL);
    store.plant(issued(early));
    store.plant(issued(late));
    Instant deadline = START.plusSeconds(72 * 3600);
    clock.set(deadline.minusMillis(1));
    assertThat(revoke(early, master, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    clock.set(deadline);
    assertThat(revoke(late, master, code())).isEqualTo(refusedNow(Reason.NOT_FOUND));
  }

  /** The values table: 1,800 s, at shiten 0, whoever revoked. */
  @ParameterizedTest
  @CsvSource({"mirai, 1800", "shiten, 0", "kenshin, 1800", "kinsan, 1800"})
  @Requirement("S0-26")
  void theCoolDownBeginsWithTheRevocationWhoeverRevoked(String id, long seconds) {
    bank(id);
    Holder byOperator = customer("by-operator", Role.GENERAL);
    Instant end = START.plusSeconds(seconds);
    Outcome outcome = revoke(byOperator, operator("OP1", Optional.of("OP2")));
    assertThat(((Outcome.Done) outcome).until()).contains(end);
    assertThat(coolDown(byOperator)).contains(end);
    if (!id.equals("shiten")) {
      Holder chief = customer("chief", Role.MASTER);
      revoke(chief, chief, code());
      assertThat(coolDown(chief)).contains(end);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin", "kinsan"})
  @Requirement({"S0-22", "S0-39", "S3-24", "S4-11", "S4-12"})
  void whereNobodyAtTheCustomerCanTheBankRevokesAndTheAuditHasEveryName(String id) {
    bank(id);
    Holder alone = customer("alone", Role.MASTER);
    Actor.Operator both = operator("OP1", Optional.of("OP2"));
    assertThat(revoke(alone, both).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(newest(alone).event()).isEqualTo(AuditEvent.REVOKED);
    assertThat(newest(alone).actor()).contains(both);
    assertThat(store.wholeOutbox().get(0).detail()).isEqualTo("LOSS");
  }

  @Test
  @Requirement("S0-22")
  void theBankGivesItsReasonThePapersNumberAndAnApprover() {
    Actor.Operator noReason =
        new Actor.Operator(
            "OP1", Optional.empty(), Optional.of("OP2"), Optional.empty(), Optional.of("P-77"));
    Actor.Operator noPaper =
        new Actor.Operator(
            "OP1", Optional.empty(), Optional.of("OP2"), Optional.of("LOSS"), Optional.empty());
    assertThat(revoke(general, noReason)).isEqualTo(refused(Reason.GROUNDS_MISSING));
    assertThat(revoke(general, noPaper)).isEqualTo(refused(Reason.GROUNDS_MISSING));
    assertThat(revoke(general, OP1)).isEqualTo(refused(Reason.APPROVER_MISSING));
    assertThat(token(general).state()).isEqualTo(TokenState.ACTIVE);
    bank("mirai", "revoke.by", "MASTER");
    assertThat(revoke(general, operator("OP1", Optional.of("OP2"))))
        .isEqualTo(refused(Reason.FORBIDDEN));
  }

  @Test
  void aUserOfWhomCoreBankingNeverToldIsRevokedWithoutACoolDownToKeep() {
    Holder loaded = new Holder(bank, CONTRACT, new UserId("loaded"));
    store.plant(active(loaded));
    assertThat(revoke(loaded, operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(loaded).state()).isEqualTo(TokenState.REVOKED);
    assertThat(store.user(loaded)).isEmpty();
  }

  @Test
  void theSameRequestAgainGetsTheFirstAnswerAndHasNoSecondEffect() {
    RevokeRequest request =
        new RevokeRequest(key(), general, new Actor.User(master.user()), Optional.of(code()));
    Outcome first = lifecycle.revoke(request);
    clock.advance(Duration.ofMinutes(10));
    assertThat(lifecycle.revoke(request)).isEqualTo(first);
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(1);
    assertThat(store.audited(AuditEvent.ACCEPTED)).hasSize(1);
    RevokeRequest other =
        new RevokeRequest(request.key(), general, request.actor(), Optional.of(wrong()));
    assertThat(lifecycle.revoke(other))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  @Test
  void withoutAVaultNothingIsDecidedAndNothingCounted() {
    vault.closed = true;
    RevokeRequest request =
        new RevokeRequest(key(), general, new Actor.User(master.user()), Optional.of(wrong()));
    assertThatThrownBy(() -> lifecycle.revoke(request)).isInstanceOf(VaultUnavailable.class);
    vault.closed = false;
    assertThat(token(master).failures()).isZero();
  }
}
