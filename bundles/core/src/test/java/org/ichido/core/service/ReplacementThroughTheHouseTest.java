package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A device comes in the place of another, and its users come along. */
class ReplacementThroughTheHouseTest extends HardTokensInTheHouse {
  private static final TokenSerial NEW = serial(2);

  private Holder master;
  private Holder taro;
  private Holder hanako;
  private TokenSerial former;

  @BeforeEach
  void threeUsersShareADevice() {
    former = sent(1);
    master = user("master", Role.MASTER);
    taro = user("taro", Role.GENERAL);
    hanako = user("hanako", Role.GENERAL);
    for (Holder holder : List.of(master, taro, hanako)) {
      assertThat(registerNext(holder, former).kind()).isEqualTo(Outcome.Kind.DONE);
    }
    clock.advance(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderKind.class,
      names = {"EXCHANGE", "REISSUE_LOST", "REISSUE_STOLEN"})
  @Requirement({"S4-39", "S4-40"})
  void whoRegistersItFirstTakesAllUsersAlongAndTheFormerOneIsOver(OrderKind kind) {
    sentFor(former, 2, kind);
    assertThat(register(taro, NEW, code())).isEqualTo(Outcome.Done.to(clock.instant(), idOf(NEW)));

    assertThat(token(NEW).users()).containsExactly(taro.user(), master.user(), hanako.user());
    assertThat(order(NEW, CONTRACT).state()).isEqualTo(OrderState.REGISTERED);
    assertThat(token(former).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(former).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(device(former).contract()).contains(CONTRACT);
    AuditEntry revoked = store.audited(AuditEvent.REVOKED).get(0);
    assertThat(revoked.detail()).isEqualTo("REPLACED");
    assertThat(revoked.actor()).contains(new Actor.User(taro.user()));
    assertThat(newest(hanako).detail()).isEqualTo("serial 900-0000002, 3 users, carried over");
    assertThat(coolDown(hanako)).as("nobody gave anything up").isEmpty();
    List<OutboxRow> events = store.wholeOutbox();
    assertThat(events.subList(events.size() - 4, events.size()))
        .extracting(OutboxRow::type)
        .containsExactly(
            OutboxRow.Type.REVOKED,
            OutboxRow.Type.REGISTERED,
            OutboxRow.Type.REGISTERED,
            OutboxRow.Type.REGISTERED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement("S4-39")
  void untilThenTheFormerOneIsUsed() {
    sentFor(former, 2, OrderKind.EXCHANGE);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Required(Method.HARD));
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);
    assertThat(login(taro).until()).isEmpty();
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(skip(taro)).isEqualTo(refusedNow(Reason.NOTHING_TO_SKIP));
  }

  @Test
  @Requirement({"S4-20", "S4-39"})
  void whoseDeviceWasLostIsToRegisterWhatComesAndDoesNotSkip() {
    placed(CONTRACT, 2, OrderKind.REISSUE_LOST, Optional.of(former));
    lost(former);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Blocked());
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);
    assertThat(skip(taro)).isEqualTo(refusedNow(Reason.SKIP_OVER));
    ship(order(NEW, CONTRACT));
    assertThat(register(taro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).as("carried over").isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement({"S4-16", "S4-39"})
  void aUserWithoutATokenMayBeTheFirstAndTheOthersComeAlong() {
    Holder jiro = user("jiro", Role.GENERAL);
    sentFor(former, 2, OrderKind.EXCHANGE);
    assertThat(register(jiro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(NEW).users())
        .containsExactly(jiro.user(), master.user(), taro.user(), hanako.user());
  }

  @Test
  @Requirement("S4-39")
  void whoWasRemovedOrUnboundMeanwhileDoesNotComeAlong() {
    put(store.user(hanako).orElseThrow().removedAt(START));
    revoke(master, operator("OP1", Optional.of("OP2")));
    sentFor(former, 2, OrderKind.EXCHANGE);
    assertThat(register(taro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(NEW).users()).containsExactly(taro.user());
  }

  /** What was unbound for good was unbound by somebody, who meant it. */
  @Test
  @Requirement("S4-39")
  void ofAFormerOneThatWasRevokedNobodyComesAlong() {
    for (Holder holder : List.of(master, taro, hanako)) {
      revoke(holder, operator("OP1", Optional.of("OP2")));
    }
    assertThat(token(former).state()).isEqualTo(TokenState.REVOKED);
    sentFor(former, 2, OrderKind.REISSUE_STOLEN);
    clock.advance(Duration.ofHours(1));
    assertThat(register(taro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(NEW).users()).containsExactly(taro.user());
  }

  /** The one that it replaces, and no other: who has a token of his own keeps that. */
  @Test
  @Requirement({"S4-18", "S4-39"})
  void whoHasAnotherDeviceIsRefused() {
    Holder jiro = user("jiro", Role.GENERAL);
    TokenSerial own = sent(CONTRACT, 3, OrderKind.ADD);
    register(jiro, own, code());
    sentFor(former, 2, OrderKind.EXCHANGE);
    assertThat(registerNext(jiro, NEW)).isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
  }

  /** No customer gets rid of a suspension: with what was ordered for the battery he would. */
  @Test
  @Requirement({"S3-18", "S4-39"})
  void whatTheBankHasStoppedNoExchangeEndsBeforeItIsResumed() {
    Holder jiro = user("jiro", Role.GENERAL);
    sentFor(former, 2, OrderKind.EXCHANGE);
    suspend(taro, OP1);

    assertThat(login(taro).step()).isEqualTo(NextStep.CONTACT_BANK);
    assertThat(register(taro, NEW, code())).isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
    assertThat(register(jiro, NEW, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(newest(jiro).detail())
        .isEqualTo("serial 900-0000002: CODE_REFUSED, what it replaces is suspended");
    assertThat(token(former).suspension()).isPresent();
    assertThat(token(former).state()).isEqualTo(TokenState.ACTIVE);

    store.plant(token(former).withSuspension(Optional.empty()));
    assertThat(register(taro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /**
   * T11: to whom a device is on its way the answer tells nothing of a serial that he tries; nor
   * does a right code of another one.
   */
  @Test
  @Requirement({"S4-18", "S4-20", "S4-39"})
  void theAnswerDoesNotTellWhichSerialIsTheReplacement() {
    sent(CONTRACT, 3, OrderKind.ADD);
    assertThat(register(taro, serial(3), wrong()))
        .as("nothing is on its way for him")
        .isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
    sentFor(former, 2, OrderKind.EXCHANGE);
    for (TokenSerial named : List.of(NEW, serial(3), former, serial(99))) {
      int before = vault.unsealed.get();
      assertThat(register(taro, named, wrong()))
          .as("%s", named)
          .isEqualTo(refusedNow(Reason.CODE_REFUSED));
      assertThat(vault.unsealed.get() - before).as("%s", named).isOne();
    }
    clock.advance(Duration.ofMinutes(1));
    assertThat(register(taro, serial(3), code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(newest(taro).detail())
        .isEqualTo("serial 900-0000003: CODE_REFUSED, not in the place of the user's own token");
    assertThat(token(serial(3)).users()).isEmpty();
    assertThat(register(taro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** S3-18: no act of a customer ends what the bank has stopped, or phishing would go on. */
  @Test
  @Requirement({"S3-18", "S4-39"})
  void anExchangeOnItsWayIsNoWayOutOfASuspension() {
    Holder jiro = user("jiro", Role.GENERAL);
    sentFor(former, 2, OrderKind.EXCHANGE);
    suspend(taro, OP1);
    assertThat(login(taro).step()).isEqualTo(NextStep.CONTACT_BANK);
    assertThat(register(taro, NEW, code())).isEqualTo(refusedNow(Reason.TOKEN_STILL_BOUND));
    assertThat(register(jiro, NEW, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(newest(jiro).detail())
        .isEqualTo("serial 900-0000002: CODE_REFUSED, what it replaces is suspended");
    assertThat(token(former).state()).isEqualTo(TokenState.ACTIVE);

    store.plant(token(former).withSuspension(Optional.empty()));
    assertThat(register(taro, NEW, code()).kind())
        .as("when the bank has lifted it")
        .isEqualTo(Outcome.Kind.DONE);
  }

  /** T7: nor is a replacement a way around the one count of failures. */
  @Test
  void aWrongCodeLeavesTheFormerOneInUse() {
    sentFor(former, 2, OrderKind.EXCHANGE);
    assertThat(register(taro, NEW, wrong())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(token(former).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token(NEW).failures()).isOne();
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** One that never came: its token is no user's yet, and its order waits for nobody any more. */
  @Test
  @Requirement({"S4-21", "S4-39"})
  void whatWasLostInTheMailIsOverWithItsOrderWhenTheNextOneIsRegistered() {
    Holder jiro = user("jiro", Role.GENERAL);
    TokenSerial inTheMail = sent(CONTRACT, 3, OrderKind.ADD);
    lost(inTheMail);
    sentFor(inTheMail, 2, OrderKind.REISSUE_LOST);
    assertThat(register(jiro, inTheMail, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(register(jiro, NEW, code()).kind()).isEqualTo(Outcome.Kind.DONE);

    assertThat(token(inTheMail).state()).isEqualTo(TokenState.CANCELLED);
    assertThat(device(inTheMail).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(order(inTheMail, CONTRACT).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(store.audited(AuditEvent.ORDER_CANCELLED).get(0).detail())
        .isEqualTo("00000002 ADD 900-0000003, REPLACED");
    assertThat(told()).contains(OutboxRow.Type.ORDER_CANCELLED);
    assertThat(token(NEW).users()).containsExactly(jiro.user());
    assertThat(token(former).state()).as("it was not about that one").isEqualTo(TokenState.ACTIVE);
    assertThat(store.wholeOutbox())
        .filteredOn(row -> row.type() == OutboxRow.Type.ORDER_CANCELLED)
        .extracting(OutboxRow::detail)
        .containsExactly("00000002 ADD 900-0000003");
  }

  /** The device was lost, and so was in the mail what came in its place. */
  @ParameterizedTest
  @CsvSource({"false, taro", "true, taro", "false, jiro", "true, jiro"})
  @Requirement({"S4-18", "S4-39"})
  void whatReplacesAReplacementThatNobodyRegisteredTakesTheUsersOfTheLostOneAlong(
      boolean takenBack, String first) {
    Holder jiro = user("jiro", Role.GENERAL);
    lost(former);
    TokenSerial inTheMail = sentFor(former, 3, OrderKind.REISSUE_LOST);
    lost(inTheMail);
    sentFor(inTheMail, 2, OrderKind.REISSUE_LOST);
    if (takenBack) {
      takenBack(inTheMail);
    }
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);

    assertThat(register(first.equals("taro") ? taro : jiro, NEW, code()).kind())
        .isEqualTo(Outcome.Kind.DONE);

    assertThat(token(NEW).users()).contains(master.user(), taro.user(), hanako.user());
    assertThat(token(former).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(former).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(token(inTheMail).state()).isEqualTo(TokenState.CANCELLED);
    assertThat(order(inTheMail, CONTRACT).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(login(hanako).demand()).isEqualTo(new Demand.Required(Method.HARD));
  }

  /** A device that was registered was the former one of those who registered it, and no other's. */
  @Test
  @Requirement("S4-39")
  void whatReplacesARegisteredOneHasNothingToDoWithWhatThatReplaced() {
    TokenSerial second = sentFor(former, 3, OrderKind.EXCHANGE);
    register(taro, second, code());
    sentFor(second, 2, OrderKind.EXCHANGE);
    assertThat(registerNext(hanako, NEW).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.audited(AuditEvent.REVOKED))
        .extracting(entry -> entry.token().orElseThrow())
        .containsExactly(idOf(former), idOf(second));
    assertThat(token(NEW).users()).hasSize(3);
  }

  /** The branch cancels the order of a device that is on its way. */
  private void takenBack(TokenSerial serial) {
    OrderRow order = order(serial, CONTRACT);
    store.transact(
        WriteWork.of(
            new Change.PutOrder(order.moved(OrderState.CANCELLED), false),
            new Change.UpdateHardToken(device(serial).moved(HardTokenState.RETURNED)),
            new Change.UpdateToken(token(serial).ended(TokenState.CANCELLED))));
  }

  /** What replaces a replacement that never came replaces what that was to replace. */
  @Test
  @Requirement({"S4-20", "S4-39"})
  void whatComesInThePlaceOfAReplacementThatWasLostInTheMailTakesTheUsersAlong() {
    TokenSerial inTheMail = sentFor(former, 3, OrderKind.REISSUE_STOLEN);
    lost(former);
    lost(inTheMail);
    sentFor(inTheMail, 2, OrderKind.REISSUE_LOST);
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);

    assertThat(register(taro, NEW, code())).isEqualTo(Outcome.Done.to(clock.instant(), idOf(NEW)));

    assertThat(token(NEW).users()).containsExactly(taro.user(), master.user(), hanako.user());
    assertThat(token(former).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(former).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(token(inTheMail).state()).isEqualTo(TokenState.CANCELLED);
    assertThat(order(inTheMail, CONTRACT).state()).isEqualTo(OrderState.CANCELLED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** One that came after all and was registered is replaced alone: its former one is over. */
  @Test
  @Requirement("S4-39")
  void whatTurnedUpAndWasRegisteredIsReplacedAlone() {
    TokenSerial between = sentFor(former, 3, OrderKind.EXCHANGE);
    assertThat(register(taro, between, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    sentFor(between, 2, OrderKind.EXCHANGE);
    assertThat(registerNext(hanako, NEW).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(NEW).users())
        .containsExactlyInAnyOrder(taro.user(), master.user(), hanako.user());
    assertThat(token(between).state()).isEqualTo(TokenState.REVOKED);
    assertThat(store.audited(AuditEvent.REVOKED)).as("each once").hasSize(2);
  }

  private void lost(TokenSerial serial) {
    TokenRow token = token(serial);
    store.plant(token.withSuspension(Optional.of(new Suspension(clock.instant(), "REISSUE_LOST"))));
  }
}
