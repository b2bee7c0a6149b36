package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever ends a contract's hard tokens ends that which nobody has registered yet, too, and the
 * devices with them.
 */
class HardTokenEndsThroughTheHouseTest extends HardTokensInTheHouse {
  private static final Instant MIDNIGHT = japan("2026-11-22T00:00:00");

  private Holder taro;
  private Holder hanako;
  private TokenSerial shared;
  private TokenSerial unregistered;

  @BeforeEach
  void oneIsSharedAndOneOnItsWay() {
    taro = user("taro", Role.MASTER);
    hanako = user("hanako", Role.GENERAL);
    shared = sent(1);
    register(taro, shared, code());
    registerNext(hanako, shared);
    unregistered = sent(CONTRACT, 2, OrderKind.ADD);
  }

  static Stream<Method> otherMethods() {
    return Stream.of(Method.NONE, Method.SOFT, Method.TXN_AUTH);
  }

  private void bothAreOver(String why) {
    assertThat(token(shared).state()).isEqualTo(TokenState.REVOKED);
    assertThat(token(unregistered).state()).isEqualTo(TokenState.CANCELLED);
    for (TokenSerial serial : List.of(shared, unregistered)) {
      assertThat(token(serial).seed()).isEmpty();
      assertThat(device(serial).state()).isEqualTo(HardTokenState.REVOKED);
      assertThat(device(serial).seed()).isEmpty();
    }
    assertThat(device(shared).contract()).as("for ever").contains(CONTRACT);
    assertThat(store.audited(AuditEvent.REVOKED))
        .extracting(AuditEntry::detail, AuditEntry::token)
        .containsExactly(tuple(why, Optional.of(idOf(shared))));
    AuditEntry cancelled = store.audited(AuditEvent.CANCELLED).get(0);
    assertThat(cancelled.detail()).isEqualTo(why);
    assertThat(cancelled.user()).as("it had none").isEmpty();
    assertThat(store.wholeOutbox())
        .filteredOn(row -> row.type() == OutboxRow.Type.CANCELLED)
        .hasSize(1);
    assertThat(order(unregistered, CONTRACT).state())
        .as("for the branch to take back")
        .isEqualTo(OrderState.SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("otherMethods")
  @Requirement({"S4-33", "S4-34", "S4-35"})
  void anotherMethodEndsThemAtOnce(Method method) {
    change(CONTRACT, method, LocalDate.of(2026, 11, 21));
    bothAreOver("METHOD_CHANGED");
  }

  @Test
  @Requirement({"S4-33", "S4-34", "S4-35"})
  void oneToComeEndsThemAtMidnightForEveryActAndTheSweepWritesItDown() {
    change(CONTRACT, Method.SOFT, LocalDate.of(2026, 11, 22));
    clock.set(MIDNIGHT.minusNanos(1));
    dueActs.run();
    assertThat(token(unregistered).state()).isEqualTo(TokenState.INITIALISED);
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);

    clock.set(MIDNIGHT);
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.REFUSED);
    Holder jiro = user("jiro", Role.GENERAL);
    assertThat(register(jiro, unregistered, code())).isEqualTo(refusedNow(Reason.NOT_ENTITLED));
    assertThat(unlockDevice(unregistered)).isEqualTo(refusedNow(Reason.NOT_FOUND));
    dueActs.run();
    dueActs.run();
    bothAreOver("METHOD_CHANGED");
  }

  @Test
  @Requirement("S4-35")
  void theClosingOfTheContractEndsThem() {
    perform(
        new ContractRequest.Close(
            key(), new ContractKey(bank, CONTRACT), LocalDate.of(2026, 11, 21)));
    bothAreOver("CONTRACT_CLOSED");
  }

  /** S4-16: he is unbound alone; as the last one he takes the token along. */
  @Test
  @Requirement({"S4-16", "S4-35"})
  void aRemovedUserIsUnboundAndTheLastOneEndsTheToken() {
    perform(new ContractRequest.RemoveUser(key(), taro));
    assertThat(token(shared).users()).containsExactly(hanako.user());
    assertThat(token(shared).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(newest(taro).event()).isEqualTo(AuditEvent.UNBOUND);
    assertThat(newest(taro).token()).contains(idOf(shared));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.REFUSED);

    perform(new ContractRequest.RemoveUser(key(), hanako));
    assertThat(token(shared).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(shared).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(token(unregistered).state())
        .as("the contract's, for who comes next")
        .isEqualTo(TokenState.INITIALISED);
  }

  @Test
  void whoIsAddedAgainRegistersAgain() {
    perform(new ContractRequest.RemoveUser(key(), taro));
    perform(new ContractRequest.AddUser(key(), taro, Role.MASTER));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(registerNext(taro, shared).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(shared).users()).containsExactly(hanako.user(), taro.user());
  }

  /** What came back from SOFT to HARD needs another device: this one is spent. */
  @Test
  @Requirement("S4-35")
  void aDeviceThatAnotherMethodEndedDoesNotComeBackWithItsMethod() {
    change(CONTRACT, Method.SOFT, LocalDate.of(2026, 11, 21));
    change(CONTRACT, Method.HARD, LocalDate.of(2026, 11, 21));
    clock.advance(Duration.ofMinutes(1));
    assertThat(register(taro, shared, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
    assertThat(register(taro, unregistered, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
  }
}
