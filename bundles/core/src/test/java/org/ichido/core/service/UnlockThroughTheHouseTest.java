package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenKind;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who makes a locked token usable again. */
class UnlockThroughTheHouseTest extends Customers {
  private Holder master;
  private Holder general;

  @BeforeEach
  void miraiHasALockedCustomer() {
    bank("mirai");
    master = customer("master", Role.MASTER);
    general = customer("general", Role.GENERAL);
    lock(general);
  }

  @Test
  @Requirement({"S0-37", "S0-18"})
  void aMasterUnlocksWithAnOwnCodeAndTheCounterIsZeroAndTheTokenUsable() {
    assertThat(unlock(general, master, code()))
        .isEqualTo(Outcome.Done.to(START, token(general).id()));
    assertThat(token(general).failures()).isZero();
    assertThat(token(general).lock()).isEmpty();
    assertThat(token(master).lastFactor()).as("the own code is used up").isEqualTo(STEP);
    assertThat(verify(general, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(told()).containsExactly(OutboxRow.Type.UNLOCKED);
    assertThat(store.audited(AuditEvent.UNLOCKED).get(0).actor())
        .contains(new Actor.User(master.user()));
  }

  /** The values table: who unlocks at which bank. */
  @ParameterizedTest
  @CsvSource({
    "mirai, MASTER, DONE", "mirai, SUB_ADMIN, DONE", "mirai, GENERAL, REFUSED",
    "shiten, MASTER, REFUSED", "kenshin, MASTER, REFUSED", "kenshin, SUB_ADMIN, REFUSED",
    "kinsan, MASTER, REFUSED", "kinsan, SUB_ADMIN, REFUSED",
  })
  @Requirement({"S0-37", "S4-38"})
  void whoUnlocksIsTheProfilesMatter(String id, Role role, Outcome.Kind kind) {
    bank(id);
    Holder actor = customer("actor", role);
    Holder locked = customer("locked", Role.GENERAL);
    lock(locked);
    assertThat(unlock(locked, actor, code()).kind()).isEqualTo(kind);
    assertThat(token(locked).lock().isPresent()).isEqualTo(kind == Outcome.Kind.REFUSED);
    assertThat(token(actor).lastFactor())
        .as("who may not loses no code")
        .isEqualTo(kind == Outcome.Kind.DONE ? STEP : Attempts.NO_FACTOR);
  }

  @ParameterizedTest
  @CsvSource({"mirai", "shiten", "kenshin", "kinsan"})
  @Requirement({"S0-38", "S2-21", "S4-38"})
  void theBankUnlocksAtEveryBank(String id) {
    bank(id, "approval.unlock", "named");
    Holder alone = customer("alone", Role.MASTER);
    lock(alone);
    assertThat(unlock(alone, operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(alone).lock()).isEmpty();
  }

  @Test
  @Requirement("S0-38")
  void nobodyUnlocksHimselfAlsoWithARightCode() {
    lock(master);
    assertThat(unlock(master, master, code())).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(master).lock()).isPresent();
    bank("mirai", "unlock.own-code", "no");
    assertThat(unlock(master, new Actor.User(master.user()))).isEqualTo(refused(Reason.FORBIDDEN));
  }

  /** Known of another bank on the same kind of centre. */
  @Test
  @Requirement("S0-38")
  void nobodyUnlocksAUserWhoSharesTheOwnToken() {
    Holder chief = user("chief", Role.MASTER);
    Holder clerk = user("clerk", Role.GENERAL);
    ContractRow contract = store.contract(new ContractKey(bank, CONTRACT)).orElseThrow();
    store.transact(
        WriteWork.of(
            new Change.PutContract(contract.withMethod(Method.HARD, Optional.empty()), false)));
    store.plant(hard(chief, clerk));
    store.plant(hard(master));
    lock(chief);
    assertThat(unlock(clerk, chief, code())).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(clerk).lock()).isPresent();
    assertThat(unlock(clerk, master, code()).kind())
        .as("another master does, for both")
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(chief).lock()).isEmpty();
  }

  private static TokenRow hard(Holder... holders) {
    TokenRow row = active(holders[0]);
    return new TokenRow(
        row.id(),
        row.bank(),
        row.contract(),
        Stream.of(holders).map(Holder::user).toList(),
        TokenKind.HARD,
        row.state(),
        row.otp(),
        row.seed(),
        new Attempts(row.lastFactor(), row.failures(), row.lock()),
        row.drift(),
        row.suspension(),
        new Expiry(row.expires(), row.expiry().told()),
        row.registered(),
        row.enrolment(),
        row.version());
  }

  @Test
  void whoeverIsLockedUnlocksNobody() {
    lock(master);
    assertThat(unlock(general, master, code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(token(general).lock()).isPresent();
  }

  @Test
  void aWrongOwnCodeIsCountedForTheActorAndLiftsNothing() {
    assertThat(unlock(general, master, wrong())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(token(master).failures()).isEqualTo(1);
    assertThat(token(general).lock()).isPresent();
    assertThat(newest(general).event()).isEqualTo(AuditEvent.UNLOCK_REFUSED);
  }

  @Test
  void aProfileMaySpareTheOwnCode() {
    bank("mirai", "unlock.own-code", "no");
    assertThat(unlock(general, new Actor.User(master.user())).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(master).lastFactor()).isEqualTo(Attempts.NO_FACTOR);
  }

  @Test
  void withoutALockFailuresAreSetToZeroAllTheSameAndNoEventIsTold() {
    store.plant(token(general).unlocked().failed(Optional.empty()));
    assertThat(unlock(general, master, code())).isEqualTo(refused(Reason.NOT_LOCKED));
    assertThat(token(general).failures()).isZero();
    assertThat(newest(general).detail()).isEqualTo("1 failures set to 0");
    assertThat(told()).isEmpty();
  }

  @Test
  @Requirement("S0-37")
  void anUnlockIsNoRevocationAndLiftsNoSuspension() {
    suspended(general);
    unlock(general, master, code());
    assertThat(token(general).suspension()).isPresent();
    assertThat(token(general).seed()).isPresent();
    assertThat(verify(general, code())).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void theSameUnlockAgainDoesNotUnlockASecondTime() {
    UnlockRequest request =
        new UnlockRequest(key(), general, new Actor.User(master.user()), Optional.of(code()));
    Outcome first = administration.unlock(request);
    lock(general);
    assertThat(administration.unlock(request)).isEqualTo(first);
    assertThat(token(general).lock()).isPresent();
    UnlockRequest reused =
        new UnlockRequest(request.key(), general, request.actor(), Optional.of(wrong()));
    assertThat(administration.unlock(reused))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  @Test
  void aUserWithoutATokenIsNotFoundAndAStrangerForbidden() {
    Holder without = user("without", Role.GENERAL);
    assertThat(unlock(without, OP1)).isEqualTo(refused(Reason.NOT_FOUND));
    Holder unknown = new Holder(bank, CONTRACT, new UserId("nobody"));
    assertThat(unlock(general, unknown, code())).isEqualTo(refused(Reason.FORBIDDEN));
  }
}
