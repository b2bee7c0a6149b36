package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.work.WriteWork;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user without a hard token is told at login, and how long he can put it off. */
class SkipThroughTheHouseTest extends HardTokensInTheHouse {
  private static final Demand LATER = new Demand.Exempt("REGISTER_LATER");

  /** Day 0 is 21 November: the last day is 21 December. */
  private static final Instant END = japan("2026-12-22T00:00:00");

  private Holder taro;

  @BeforeEach
  void aUserWithoutAToken() {
    taro = user("taro", Role.MASTER);
  }

  private OrderRow ordered(OrderKind kind) {
    return placed(CONTRACT, 1, kind, Optional.empty());
  }

  private void inTime(Instant end) {
    assertThat(login(taro).demand()).isEqualTo(LATER);
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);
    assertThat(login(taro).until()).contains(end);
    assertThat(skip(taro))
        .isEqualTo(
            new Outcome.Done(
                clock.instant(), Optional.empty(), Optional.empty(), Optional.of(end)));
  }

  private void over() {
    assertThat(login(taro).demand()).isEqualTo(new Demand.Blocked());
    assertThat(login(taro).step()).isEqualTo(NextStep.REGISTER);
    assertThat(login(taro).until()).isEmpty();
    assertThat(skip(taro)).isEqualTo(refusedNow(Reason.SKIP_OVER));
  }

  private void nothingToSkip(NextStep step) {
    assertThat(login(taro).step()).isEqualTo(step);
    assertThat(skip(taro)).isEqualTo(refusedNow(Reason.NOTHING_TO_SKIP));
  }

  @Test
  @Requirement({"S4-20", "S4-23"})
  void fromTheOrderOnTheRegistrationIsTheNextStepAndCanBeSkipped() {
    nothingToSkip(NextStep.CONTACT_BANK);
    OrderRow order = ordered(OrderKind.FIRST);
    inTime(END);
    ship(order);
    inTime(END);
    assertThat(store.audited(AuditEvent.SKIPPED)).as("each time").hasSize(2);
    assertThat(store.audited(AuditEvent.SKIPPED).get(0).user()).contains(taro.user());
    assertThat(newest(taro).detail()).isEqualTo("can be skipped until 2026-12-22 00:00:00 JST");
  }

  /** Japan's days, whatever the month: the order is day 0, the last instant is that of day 30. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00,     2026-12-22T00:00:00",
    "2026-11-21T23:59:59.999, 2026-12-22T00:00:00",
    "2026-11-22T00:00:00,     2026-12-23T00:00:00",
    "2026-12-15T09:00:00,     2027-01-15T00:00:00",
    "2027-01-31T09:00:00,     2027-03-03T00:00:00",
    "2028-01-31T09:00:00,     2028-03-02T00:00:00",
    "2028-02-29T09:00:00,     2028-03-31T00:00:00",
  })
  @Requirement({"S4-24", "S4-25"})
  void theTimeEndsWithTheThirtiethDayAfterTheOrder(String placed, String end) {
    clock.set(japan(placed));
    ship(ordered(OrderKind.FIRST));
    Instant over = japan(end);
    inTime(over);
    clock.set(over.minusMillis(1));
    inTime(over);
    clock.set(over.minusNanos(1));
    inTime(over);
    clock.set(over);
    over();
    clock.set(over.plus(Duration.ofDays(400)));
    over();
  }

  @Test
  @Requirement({"S4-22", "S4-25"})
  void afterTheTimeRegisteringIsTheWayIn() {
    TokenSerial serial = sent(1);
    clock.set(END);
    over();
    assertThat(register(taro, serial, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Required(Method.HARD));
    nothingToSkip(NextStep.NONE);
  }

  /** The values table: operations during the grace. */
  @Test
  @Requirement({"S4-22", "S4-24"})
  void whatNeedsACodeIsBlockedMeanwhileUnlessTheProfileLetsItThrough() {
    sent(1);
    assertThat(transfer(taro).demand()).isEqualTo(new Demand.Blocked());
    assertThat(transfer(taro).why()).startsWith("REGISTER_FIRST");
    assertThat(transfer(taro).step()).isEqualTo(NextStep.REGISTER);

    bank("kinsan", "hard.operations-while-skipping", "allowed");
    assertThat(transfer(taro).demand()).isEqualTo(new Demand.NotRequired());
    clock.set(END);
    assertThat(transfer(taro).demand()).as("no longer").isEqualTo(new Demand.Blocked());
  }

  @Test
  @Requirement("S4-24")
  void howManyDaysIsTheProfilesMatter() {
    bank("kinsan", "hard.skip-days", "0");
    sent(1);
    inTime(japan("2026-11-22T00:00:00"));
    clock.set(japan("2026-11-22T00:00:00"));
    over();
  }

  /** After a loss the second factor is not to be done without. */
  @ParameterizedTest
  @EnumSource(
      value = OrderKind.class,
      names = {"ADD", "EXCHANGE", "REISSUE_LOST", "REISSUE_STOLEN"})
  @Requirement("S4-24")
  void onlyTheFirstOrderGivesTimeUnlessTheProfileSaysMore(OrderKind kind) {
    Optional<TokenSerial> former =
        kind.replaces() ? Optional.of(serial(9)) : Optional.<TokenSerial>empty();
    placed(CONTRACT, 1, kind, former);
    over();
    bank("kinsan", "hard.skippable", kind.name());
    inTime(END);
    bank("kinsan", "hard.skippable", "none");
    over();
  }

  @Test
  @Requirement("S4-24")
  void anOrderThatWasTakenBackGivesNoTime() {
    OrderRow order = ordered(OrderKind.FIRST);
    store.transact(WriteWork.of(new Change.PutOrder(order.moved(OrderState.CANCELLED), false)));
    nothingToSkip(NextStep.CONTACT_BANK);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Blocked());
    clock.advance(Duration.ofDays(5));
    placed(CONTRACT, 2, OrderKind.FIRST, Optional.empty());
    inTime(japan("2026-12-27T00:00:00"));
  }

  @Test
  @Requirement({"S4-16", "S4-24"})
  void aFurtherUserHasTheTimeOfTheFirstOrderAndThenADeviceToShare() {
    Holder hanako = user("hanako", Role.GENERAL);
    register(hanako, sent(1), code());
    inTime(END);
    clock.set(END);
    over();
    assertThat(register(taro, serial(1), code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** With the password alone a thief would else revoke the token and skip its successor. */
  @Test
  @Requirement("S4-24")
  void whoHadOneAndGaveItUpDoesNotSkip() {
    Holder hanako = user("hanako", Role.GENERAL);
    TokenSerial serial = sent(1);
    register(taro, serial, code());
    registerNext(hanako, serial);
    clock.advance(Duration.ofMinutes(1));
    assertThat(revoke(taro, taro, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(login(taro).until()).isEqualTo(coolDown(taro));
    nothingToSkip(NextStep.WAIT);
    assertThat(login(taro).demand()).isEqualTo(new Demand.Blocked());
    clock.set(coolDown(taro).orElseThrow());
    over();
  }

  /**
   * The contract changes to hard tokens, and a phone was given up while it still used soft ones.
   */
  @Test
  @Requirement({"S4-23", "S4-24"})
  void whoGaveUpASoftTokenHasTheTimeAllTheSame() {
    method(CONTRACT, Method.SOFT);
    Holder jiro = customer("jiro", Role.GENERAL);
    ordered(OrderKind.FIRST);
    clock.advance(Duration.ofHours(1));
    revoke(jiro, operator("OP1", Optional.of("OP2")));
    clock.advance(Duration.ofHours(1));
    method(CONTRACT, Method.HARD);
    ship(order(serial(1), CONTRACT));
    assertThat(login(jiro).demand()).isEqualTo(LATER);
    register(taro, serial(1), code());
    assertThat(skip(jiro).kind()).as("whoever has registered it").isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void whenTheLastDeviceIsRevokedTheBankIsAsked() {
    register(taro, sent(1), code());
    clock.advance(Duration.ofMinutes(1));
    revoke(taro, taro, code());
    clock.advance(Duration.ofHours(1));
    nothingToSkip(NextStep.CONTACT_BANK);
  }

  /** S4-13: a soft token is not asked for at login, a hard one is as soon as it is registered. */
  @Test
  @Requirement("S4-13")
  void loginAsksForAHardTokenAndNotForASoftOne() {
    register(taro, sent(1), code());
    assertThat(login(taro).demand()).isEqualTo(new Demand.Required(Method.HARD));
    method(CONTRACT, Method.SOFT);
    Holder jiro = customer("jiro", Role.GENERAL);
    assertThat(login(jiro).demand()).isEqualTo(new Demand.NotRequired());
    assertThat(transfer(jiro).demand()).isEqualTo(new Demand.Required(Method.SOFT));
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"NONE", "SOFT", "TXN_AUTH"})
  @Requirement({"S4-33", "S4-34"})
  void underAnotherMethodThereIsNothingToSkip(Method method) {
    sent(1);
    method(CONTRACT, method);
    assertThat(skip(taro)).isEqualTo(refusedNow(Reason.NOTHING_TO_SKIP));
    assertThat(login(taro).step()).isNotEqualTo(NextStep.REGISTER);
    assertThat(login(taro).demand()).isEqualTo(new Demand.NotRequired());
  }

  /** What holds from a day on holds for the skipping, too. */
  @Test
  @Requirement({"S4-7", "S4-20"})
  void beforeTheMethodHoldsNothingIsSaidOfIt() {
    method(CONTRACT, Method.NONE);
    change(CONTRACT, Method.HARD, LocalDate.of(2026, 11, 25));
    sent(1);
    assertThat(login(taro).step()).isEqualTo(NextStep.NONE);
    clock.set(japan("2026-11-25T00:00:00"));
    inTime(END);
  }

  /** The help desk sees what the customer sees. */
  @Test
  @Requirement("S4-20")
  void whoExplainsACustomerIsToldTheSameStep() {
    sent(1);
    Explanation explained = new StoredHelpDesk(services, profiles).explain(taro);
    assertThat(explained.step()).isEqualTo(NextStep.REGISTER);
    assertThat(explained.until()).contains(END);
    assertThat(explained.shown()).contains("ハードトークン");
    assertThat(explained.demands().get(0).demand()).isEqualTo(LATER);
  }

  @Test
  void strangersSkipNothing() {
    sent(1);
    put(store.user(taro).orElseThrow().removedAt(START));
    nothingToSkip(NextStep.CONTACT_BANK);
  }
}
