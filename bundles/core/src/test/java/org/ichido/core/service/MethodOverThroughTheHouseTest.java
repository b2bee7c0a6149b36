package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.Seed;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Another method holds since midnight, and nobody has ended the former tokens yet: no act finds
 * them alive, and the sweep need not have run.
 */
class MethodOverThroughTheHouseTest extends Customers {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T15:00:00Z");

  private Holder master;
  private Holder general;

  @BeforeEach
  void kenshinChangesAContractToHardTokensAtMidnight() {
    bank("kenshin");
    master = customer("master", Role.MASTER);
    general = customer("general", Role.GENERAL);
    var row = store.contract(new ContractKey(bank, CONTRACT)).orElseThrow();
    var coming = new MethodChange(Method.HARD, LocalDate.of(2026, 11, 22));
    store.transact(
        WriteWork.of(
            new Change.PutContract(row.withMethod(Method.SOFT, Optional.of(coming)), false)));
  }

  /** The stored row stays as it was: an act that is not for it leaves no trace on it. */
  private void untouched(Holder holder, TokenRow before) {
    assertThat(token(holder)).isEqualTo(before);
    assertThat(told()).isEmpty();
  }

  private Outcome renew() {
    return lifecycle.renew(new RenewRequest(key(), bank, pair(general), code()));
  }

  private Outcome resynchronise(Actor actor) {
    return lifecycle.resynchronise(
        new ResynchroniseRequest(
            key(), general, FactorAsCode.code(step() - 1), FactorAsCode.code(step()), actor));
  }

  @Test
  void renewalWorksToTheLastInstantAndNotFromMidnightOn() {
    store.plant(token(general).renewed(MIDNIGHT.plusSeconds(86_400)));
    clock.set(MIDNIGHT.minusMillis(1));
    assertThat(renew().kind()).isEqualTo(Outcome.Kind.DONE);
    store.plant(token(general).renewed(MIDNIGHT.plusSeconds(86_400)));
    int told = told().size();
    clock.set(MIDNIGHT);
    TokenRow before = token(general);
    assertThat(renew()).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(token(general)).isEqualTo(before);
    assertThat(told()).hasSize(told);
  }

  @Test
  void twoCodesMendNoTokenThatIsOver() {
    clock.set(MIDNIGHT);
    TokenRow before = token(general);
    assertThat(resynchronise(new Actor.User(general.user())))
        .isEqualTo(refusedNow(Reason.NOT_SYNCHRONISED));
    assertThat(resynchronise(OP1)).isEqualTo(refusedNow(Reason.NOT_SYNCHRONISED));
    untouched(general, before);
  }

  @Test
  void aCodeOfATokenThatIsOverGivesNoRightToAct() {
    clock.set(MIDNIGHT);
    TokenRow before = token(master);
    assertThat(revoke(general, master, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    untouched(master, before);
    assertThat(verify(master, code())).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void operatorsFindNothingToActOn() {
    lock(general);
    clock.set(MIDNIGHT);
    TokenRow before = token(general);
    Actor.Operator both = operator("OP1", Optional.of("OP2"));
    assertThat(unlock(general, both)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(suspend(general, both)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(revoke(general, (Actor) both)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    untouched(general, before);
    assertThat(coolDown(general)).as("nothing was revoked").isEmpty();
  }

  @Test
  void whatWasAskedForBeforeMidnightIsNotDoneAfterIt() {
    suspend(general, OP1);
    clock.set(MIDNIGHT.minusSeconds(60));
    String asked = "r" + (ids.get() + 1);
    assertThat(resume(general, OP1).kind()).isEqualTo(Outcome.Kind.AWAITS_APPROVAL);
    clock.set(MIDNIGHT);
    assertThat(approve(asked, OP2)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(token(general).suspension()).isPresent();
  }

  @Test
  void anAdministratorMayRegisterWhatTakesItsPlace() {
    clock.set(MIDNIGHT);
    try (Seed seed = Seed.copyOf(new byte[20])) {
      var request =
          new RegisterRequest(
              key(),
              general,
              TokenKind.HARD,
              seed,
              Optional.empty(),
              new Actor.Administrator("karaf"));
      assertThat(administration.register(request).kind())
          .isEqualTo(RegisterOutcome.Kind.REGISTERED);
    }
    assertThat(store.tokensOf(general))
        .extracting(TokenRow::kind, TokenRow::state)
        .containsExactly(
            tuple(TokenKind.HARD, TokenState.ACTIVE), tuple(TokenKind.SOFT, TokenState.REVOKED));
    assertThat(store.wholeOutbox()).extracting(OutboxRow::detail).containsExactly("METHOD_CHANGED");
  }

  @Test
  void theAppCannotRenameIt() {
    clock.set(MIDNIGHT);
    assertThat(lifecycle.rename(new RenameRequest(key(), bank, pair(general), "mine")))
        .isEqualTo(refusedNow(Reason.NOT_FOUND));
    assertThat(token(general).enrolment().orElseThrow().displayName()).isEmpty();
  }
}
