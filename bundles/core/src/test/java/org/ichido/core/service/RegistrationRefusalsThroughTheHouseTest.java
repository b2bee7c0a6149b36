package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the device or the code is one refusal, and the audit knows which. */
class RegistrationRefusalsThroughTheHouseTest extends HardTokensInTheHouse {
  private static final ContractId ELSEWHERE = new ContractId("C0002");
  private static final TokenSerial SERIAL = serial(1);

  /** What is wrong, what the audit calls it, and what it says of the device. */
  enum Wrong {
    NO_SUCH_DEVICE(Cause.NOT_ELIGIBLE, ", no such device"),
    IN_STOCK(Cause.NOT_ELIGIBLE, ", device IN_STOCK"),
    ORDERED(Cause.NOT_ELIGIBLE, ", device ORDERED"),
    RETURNED(Cause.NOT_ELIGIBLE, ", device RETURNED"),
    CANCELLED(Cause.NOT_ELIGIBLE, ", token CANCELLED"),
    ANOTHER_CONTRACTS(Cause.NOT_ELIGIBLE, ", another contract's device"),
    NO_ORDER(Cause.NOT_ELIGIBLE, ", device SHIPPED"),
    SUSPENDED(Cause.SUSPENDED, ""),
    LOCKED(Cause.LOCKED, ""),
    WRONG_CODE(Cause.INVALID, "");

    final Cause cause;
    final String detail;

    Wrong(Cause cause, String detail) {
      this.cause = cause;
      this.detail = detail;
    }
  }

  private Holder taro;

  @BeforeEach
  void aUserWithoutAToken() {
    taro = user("taro", Role.GENERAL);
  }

  private OneTimeCode come(Wrong wrong) {
    switch (wrong) {
      case NO_SUCH_DEVICE -> sent(2);
      case IN_STOCK -> stocked(SERIAL);
      case ORDERED -> placed(CONTRACT, 1, OrderKind.FIRST, Optional.empty());
      case RETURNED -> back(OrderState.RETURNED, TokenState.INITIALISED);
      case CANCELLED -> back(OrderState.CANCELLED, TokenState.CANCELLED);
      case ANOTHER_CONTRACTS -> {
        method(ELSEWHERE, Method.HARD);
        sent(ELSEWHERE, 1, OrderKind.FIRST);
      }
      case NO_ORDER -> {
        sent(1);
        OrderRow order = order(SERIAL, CONTRACT);
        store.transact(WriteWork.of(new Change.PutOrder(order.moved(OrderState.CANCELLED), false)));
      }
      case SUSPENDED -> {
        sent(1);
        store.plant(token(SERIAL).withSuspension(Optional.of(new Suspension(START, "LOST"))));
      }
      case LOCKED -> {
        sent(1);
        for (int i = 0; i < 5; i++) {
          register(taro, SERIAL, wrong());
        }
      }
      case WRONG_CODE -> {
        sent(1);
        return wrong();
      }
    }
    return code();
  }

  /** As the branch leaves a device whose mail came back, or whose order was taken back then. */
  private void back(OrderState state, TokenState token) {
    sent(1);
    OrderRow order = order(SERIAL, CONTRACT);
    store.transact(
        WriteWork.of(
            new Change.PutOrder(order.moved(state), false),
            new Change.UpdateHardToken(device(SERIAL).moved(HardTokenState.RETURNED))));
    if (!token.live()) {
      store.plant(token(SERIAL).ended(token));
    }
  }

  /** Refusals look alike, and for the same work (T11): the seed of somebody is opened in each. */
  @ParameterizedTest
  @EnumSource
  @Requirement({"S4-20", "S4-21"})
  void whateverIsWrongTheAnswerAndTheWorkAreThoseOfAWrongCode(Wrong wrong) {
    OneTimeCode code = come(wrong);
    int before = vault.unsealed.get();

    assertThat(register(taro, SERIAL, code)).isEqualTo(refused(Reason.CODE_REFUSED));

    assertThat(vault.unsealed.get() - before).isOne();
    assertThat(causes(taro)).first().isEqualTo(wrong.cause);
    AuditEntry why = store.audited(AuditEvent.REGISTER_REFUSED).stream().reduce((a, b) -> b).get();
    assertThat(why.detail()).isEqualTo("serial 900-0000001: CODE_REFUSED" + wrong.detail);
    assertThat(why.user()).contains(taro.user());
    assertThat(store.audited(AuditEvent.REGISTERED)).isEmpty();
    assertThat(store.tokensOf(taro)).isEmpty();
  }

  /** T4, T7: registering is no second place to guess, and no device is cancelled by it. */
  @Test
  @Requirement({"S4-36", "S4-37"})
  void theFifthWrongCodeLocksTheDeviceWhoeverTypedThem() {
    Holder hanako = user("hanako", Role.GENERAL);
    sent(1);
    for (int i = 1; i <= 5; i++) {
      assertThat(token(SERIAL).lock()).as("before wrong code %d", i).isEmpty();
      assertThat(register(i % 2 == 0 ? taro : hanako, SERIAL, wrong()))
          .isEqualTo(refused(Reason.CODE_REFUSED));
      assertThat(token(SERIAL).failures()).isEqualTo(i);
    }
    assertThat(token(SERIAL).lock()).isPresent();
    assertThat(token(SERIAL).state()).as("not cancelled").isEqualTo(TokenState.INITIALISED);
    assertThat(device(SERIAL).state()).isEqualTo(HardTokenState.SHIPPED);
    assertThat(told()).containsExactly(OutboxRow.Type.LOCKED);
    assertThat(store.audited(AuditEvent.LOCKED).get(0).user()).contains(hanako.user());
    assertThat(register(taro, SERIAL, code()))
        .as("a right one")
        .isEqualTo(refused(Reason.CODE_REFUSED));
    assertThat(causes(taro)).containsExactly(Cause.LOCKED, Cause.INVALID, Cause.INVALID);
    assertThat(causes(hanako)).containsExactly(Cause.INVALID, Cause.INVALID, Cause.INVALID);
  }

  @Test
  @Requirement("S4-36")
  void ofManyWrongCodesAtOnceFiveAreJudgedAndTheRestFindTheLock() throws Exception {
    sent(1);
    List<Outcome> outcomes = together(16, () -> register(taro, SERIAL, wrong()));
    assertThat(outcomes).containsOnly(refused(Reason.CODE_REFUSED));
    assertThat(token(SERIAL).failures()).isEqualTo(5);
    assertThat(causes(taro)).filteredOn(cause -> cause == Cause.LOCKED).hasSize(11);
  }

  static Stream<Integer> steps() {
    return Stream.of(-2, -1, 1, 2);
  }

  /** The same window as for every other code (S4-14): one back, one ahead. */
  @ParameterizedTest
  @MethodSource("steps")
  @Requirement({"S4-14", "S4-15"})
  void theWindowIsThatOfEveryCode(int away) {
    sent(1);
    OneTimeCode shown = FactorAsCode.code(STEP + away);
    assertThat(register(taro, SERIAL, shown).kind())
        .isEqualTo(Math.abs(away) == 1 ? Outcome.Kind.DONE : Outcome.Kind.REFUSED);
    assertThat(token(SERIAL).failures()).isEqualTo(away == 2 ? 1 : 0);
  }

  /** A device that lay in a drawer for years: the audit says how far its clock is off. */
  @Test
  @Requirement("S0-28")
  void theAuditTellsAClockThatIsOff() {
    sent(1);
    register(taro, SERIAL, FactorAsCode.code(STEP - 9));
    assertThat(store.audited(AuditEvent.REFUSED).get(0).detail())
        .isEqualTo("suspected: the device's clock is 540 s slow");
  }

  /** T2, T7: what may have been accepted before the loss, as far ahead as the device's clock is. */
  @Test
  @Requirement({"S0-4", "S4-2"})
  void afterARestoreNoCodeRegistersThatMayHaveDoneSoBefore() {
    bank("kinsan", "drift.greatest", "2");
    sent(1);
    store.plant(token(SERIAL).drifted(5));
    new RestoredStore(services, profiles).acceptRestored(new Actor.Administrator("vera"));
    assertThat(register(taro, SERIAL, FactorAsCode.code(STEP + 5)))
        .isEqualTo(refused(Reason.CODE_REFUSED));
    clock.advance(Duration.ofMinutes(1));
    assertThat(register(taro, SERIAL, FactorAsCode.code(STEP + 6)))
        .isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(causes(taro)).containsExactly(Cause.USED, Cause.USED);
    assertThat(token(SERIAL).failures()).as("it may have been right").isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(register(taro, SERIAL, FactorAsCode.code(STEP + 7)).kind())
        .isEqualTo(Outcome.Kind.DONE);
  }

  /** No answer is no verdict: nothing is counted, and nothing remembered. */
  @Test
  void withoutTheVaultNothingIsDecided() {
    sent(1);
    vault.closed = true;
    assertThatThrownBy(() -> register(taro, SERIAL, wrong())).isInstanceOf(VaultUnavailable.class);
    assertThat(token(SERIAL).failures()).isZero();
    assertThat(store.wholeAudit()).isEmpty();
  }
}
