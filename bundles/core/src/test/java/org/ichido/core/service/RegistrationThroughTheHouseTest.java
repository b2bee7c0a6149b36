package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.requirement.Demand;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a device on its way becomes a user's, by a right code at login. */
class RegistrationThroughTheHouseTest extends HardTokensInTheHouse {
  private static final ContractId ELSEWHERE = new ContractId("C0002");

  @Test
  @Requirement({"S4-14", "S4-20"})
  void aRightCodeMakesTheDeviceTheUsersAndIsUsedUp() {
    Holder taro = user("taro", Role.GENERAL);
    TokenSerial serial = sent(1);

    assertThat(register(taro, serial, code())).isEqualTo(Outcome.Done.to(START, idOf(serial)));

    TokenRow token = token(serial);
    assertThat(token.state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token.users()).containsExactly(taro.user());
    assertThat(token.lastFactor()).isEqualTo(STEP);
    assertThat(device(serial).state()).isEqualTo(HardTokenState.ACTIVE);
    assertThat(device(serial).contract()).contains(CONTRACT);
    assertThat(order(serial, CONTRACT).state()).isEqualTo(OrderState.REGISTERED);
    assertThat(events(taro)).containsExactly(AuditEvent.REGISTERED, AuditEvent.ACCEPTED);
    assertThat(newest(taro).detail()).isEqualTo("serial 900-0000001, 1 users");
    assertThat(told()).containsExactly(OutboxRow.Type.REGISTERED);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Required(Method.HARD));

    assertThat(verify(taro, code())).as("the same code").isEqualTo(Verdict.Kind.REFUSED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void theSameRequestAgainGetsTheSameAnswerAndOtherContentNone() {
    Holder taro = user("taro", Role.GENERAL);
    TokenSerial serial = sent(1);
    var request = new HardTokenRequest.Register(key(), taro, serial, code());
    Outcome first = hardTokens.perform(request);
    assertThat(hardTokens.perform(request)).isEqualTo(first);
    assertThat(store.audited(AuditEvent.REGISTERED)).hasSize(1);
    var other = new HardTokenRequest.Register(request.key(), taro, serial, wrong());
    assertThat(hardTokens.perform(other))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  @Test
  void aCodeOfAnotherLengthIsNotJudged() {
    Holder taro = user("taro", Role.GENERAL);
    TokenSerial serial = sent(1);
    assertThat(register(taro, serial, OneTimeCode.of("1234567")))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(token(serial).failures()).isZero();
    assertThat(events(taro)).containsExactly(AuditEvent.FORM_ERROR);
  }

  @Test
  @Requirement("S4-16")
  void aFurtherUserOfTheContractSharesItWithACodeOfHisOwn() {
    Holder taro = user("taro", Role.GENERAL);
    Holder hanako = user("hanako", Role.GENERAL);
    TokenSerial serial = sent(1);
    register(taro, serial, code());

    assertThat(register(hanako, serial, code()))
        .as("the step is used up for all")
        .isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(causes(hanako)).containsExactly(Cause.USED);
    assertThat(token(serial).failures()).isZero();

    assertThat(registerNext(hanako, serial).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).users()).containsExactly(taro.user(), hanako.user());
    assertThat(store.wholeOutbox())
        .extracting(OutboxRow::user)
        .containsExactly(Optional.of(taro.user()), Optional.of(hanako.user()));
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement("S4-17")
  void eachUserMayHaveADeviceOfHisOwn() {
    Holder taro = user("taro", Role.GENERAL);
    Holder hanako = user("hanako", Role.GENERAL);
    TokenSerial first = sent(1);
    TokenSerial second = sent(CONTRACT, 2, OrderKind.ADD);

    assertThat(register(taro, first, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(register(hanako, second, code()).kind())
        .as("another device, the same minute")
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(first).users()).containsExactly(taro.user());
    assertThat(token(second).users()).containsExactly(hanako.user());
  }

  @Test
  @Requirement("S4-18")
  void nobodyHasASecondHardTokenUnderOneContract() {
    Holder taro = user("taro", Role.GENERAL);
    TokenSerial first = sent(1);
    TokenSerial second = sent(CONTRACT, 2, OrderKind.ADD);
    register(taro, first, code());

    assertThat(registerNext(taro, second)).isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
    assertThat(registerNext(taro, first)).isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
    assertThat(token(second).state()).isEqualTo(TokenState.INITIALISED);
    assertThat(token(second).lastFactor()).as("no code is lost").isEqualTo(Attempts.NO_FACTOR);
    assertThat(newest(taro).detail()).isEqualTo("serial 900-0000001: TOKEN_STILL_BOUND");
  }

  /** C13: what counts is the user of a contract, not the person. */
  @Test
  @Requirement("S4-18")
  void onePersonMayHaveOneUnderEachOfTwoContracts() {
    method(ELSEWHERE, Method.HARD);
    Holder here = user("taro", Role.GENERAL);
    Holder there = user(ELSEWHERE, "taro");
    TokenSerial first = sent(1);
    TokenSerial second = sent(ELSEWHERE, 2, OrderKind.FIRST);
    assertThat(register(here, first, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(register(there, second, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  @Requirement({"S4-19", "S4-35"})
  void noUserOfAnotherContractRegistersItBeforeOrAfter() {
    method(ELSEWHERE, Method.HARD);
    Holder taro = user("taro", Role.GENERAL);
    Holder stranger = user(ELSEWHERE, "stranger");
    TokenSerial serial = sent(1);

    assertThat(register(stranger, serial, code())).isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(token(serial).lastFactor()).as("not even used up").isEqualTo(Attempts.NO_FACTOR);
    register(taro, serial, code());
    assertThat(registerNext(stranger, serial)).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(token(serial).users()).containsExactly(taro.user());
    assertThat(newest(stranger).detail())
        .isEqualTo("serial 900-0000001: CODE_REFUSED, another contract's device");
  }

  /** Also after the revocation: nothing makes it anybody's again (S4-35). */
  @Test
  @Requirement({"S4-19", "S4-35"})
  void aRevokedDeviceIsNobodysForEver() {
    method(ELSEWHERE, Method.HARD);
    Holder taro = user("taro", Role.MASTER);
    Holder hanako = user("hanako", Role.GENERAL);
    Holder stranger = user(ELSEWHERE, "stranger");
    TokenSerial serial = sent(1);
    register(taro, serial, code());
    clock.advance(Duration.ofMinutes(1));
    assertThat(revoke(taro, taro, code()).kind()).isEqualTo(Outcome.Kind.DONE);

    assertThat(token(serial).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(serial).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(device(serial).seed()).isEmpty();
    assertThat(device(serial).contract()).as("for ever").contains(CONTRACT);
    assertThat(registerNext(hanako, serial)).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(registerNext(stranger, serial)).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(causes(hanako)).containsExactly(Cause.NOT_ELIGIBLE);
  }

  @Test
  void whoGaveOneUpWaitsForTheEndOfTheCoolDown() {
    Holder taro = user("taro", Role.MASTER);
    TokenSerial first = sent(1);
    TokenSerial second = sent(CONTRACT, 2, OrderKind.ADD);
    register(taro, first, code());
    clock.advance(Duration.ofMinutes(1));
    revoke(taro, taro, code());
    Instant end = clock.instant().plusSeconds(1800);

    clock.set(end.minusNanos(1));
    assertThat(register(taro, second, code()))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.COOLDOWN, Optional.of(end)));
    clock.set(end);
    assertThat(register(taro, second, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** S4-33, S4-34: what the contract has is what each of its users has. */
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"NONE", "SOFT", "TXN_AUTH"})
  @Requirement({"S4-33", "S4-34"})
  void underAnotherMethodNobodyRegistersADevice(Method method) {
    Holder taro = user("taro", Role.GENERAL);
    TokenSerial serial = sent(1);
    method(CONTRACT, method);
    assertThat(register(taro, serial, code())).isEqualTo(refused(Reason.NOT_ENTITLED));
    assertThat(token(serial).state()).isEqualTo(TokenState.INITIALISED);
  }

  @Test
  void whoIsUnknownOrRemovedIsNotEntitled() {
    TokenSerial serial = sent(1);
    Holder nobody = new Holder(bank, CONTRACT, new UserId("nobody"));
    Holder gone = user("gone", Role.GENERAL);
    put(store.user(gone).orElseThrow().removedAt(START));
    for (Holder holder : List.of(nobody, gone)) {
      assertThat(register(holder, serial, code())).isEqualTo(refused(Reason.NOT_ENTITLED));
    }
    assertThat(token(serial).users()).isEmpty();
  }

  /** What the former method left behind would else keep the user from the new token. */
  @Test
  @Requirement("S4-34")
  void aSoftTokenThatNobodyHasEndedYetEndsWithTheRegistration() {
    Holder taro = customer("taro", Role.GENERAL);
    TokenRow soft = token(taro);
    TokenSerial serial = sent(1);

    assertThat(register(taro, serial, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.token(soft.id()).orElseThrow().state()).isEqualTo(TokenState.REVOKED);
    assertThat(told()).containsExactly(OutboxRow.Type.REVOKED, OutboxRow.Type.REGISTERED);
    AuditEntry revoked = store.audited(AuditEvent.REVOKED).get(0);
    assertThat(revoked.detail()).isEqualTo("METHOD_CHANGED");
    assertThat(revoked.actor()).contains(new Actor.User(taro.user()));
  }

  /** Or he would have the token back, without a code, when he is added again. */
  @Test
  @Requirement({"S4-16", "S4-18"})
  void whoIsRemovedWhileHisCodeIsJudgedIsNotBound() {
    TokenSerial serial = sent(1);
    Holder taro = user("taro", Role.GENERAL);
    vault.whenUnsealing =
        () -> {
          vault.whenUnsealing = () -> {};
          perform(new ContractRequest.RemoveUser(key(), taro));
        };
    assertThat(register(taro, serial, code())).isEqualTo(refusedNow(Reason.NOT_ENTITLED));
    assertThat(token(serial).users()).isEmpty();
    assertThat(token(serial).state()).isEqualTo(TokenState.INITIALISED);
    perform(new ContractRequest.AddUser(key(), taro, Role.GENERAL));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(register(taro, serial, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  @Requirement("S4-16")
  void oneCodeRegistersOneUserHoweverManyAskAtOnce() throws Exception {
    TokenSerial serial = sent(1);
    List<Holder> users =
        List.of("a", "b", "c", "d", "e", "f").stream()
            .map(name -> user(name, Role.GENERAL))
            .toList();
    var next = new AtomicInteger();
    List<Outcome> outcomes =
        together(6, () -> register(users.get(next.getAndIncrement()), serial, code()));
    assertThat(outcomes).filteredOn(one -> one.kind() == Outcome.Kind.DONE).hasSize(1);
    assertThat(token(serial).users()).hasSize(1);
    assertThat(token(serial).failures()).as("a right code is no guess").isZero();
  }
}
