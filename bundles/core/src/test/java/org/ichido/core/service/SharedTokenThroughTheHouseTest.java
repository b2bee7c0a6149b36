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
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three users of one contract and one device: what one of them does holds for all. */
class SharedTokenThroughTheHouseTest extends HardTokensInTheHouse {
  private Holder master;
  private Holder taro;
  private Holder hanako;
  private TokenSerial serial;

  @BeforeEach
  void threeUsersShareADevice() {
    serial = sent(1);
    master = user("master", Role.MASTER);
    taro = user("taro", Role.GENERAL);
    hanako = user("hanako", Role.GENERAL);
    for (Holder holder : List.of(master, taro, hanako)) {
      assertThat(registerNext(holder, serial).kind()).isEqualTo(Outcome.Kind.DONE);
    }
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  @Requirement("S4-16")
  void aCodeIsUsedUpForAllAndACoUsersIsNoFailure() {
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    for (int i = 0; i < 10; i++) {
      assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.REFUSED);
    }
    assertThat(causes(hanako)).hasSize(10).containsOnly(Cause.USED);
    assertThat(token(serial).failures()).isZero();
    assertThat(token(serial).lock()).isEmpty();
  }

  @Test
  @Requirement("S4-16")
  void ofAllWhoPresentACodeAtOnceOneIsAccepted() throws Exception {
    var next = new AtomicInteger();
    List<Holder> users = List.of(master, taro, hanako);
    List<Verdict.Kind> verdicts =
        together(6, () -> verify(users.get(next.getAndIncrement() % 3), code()));
    assertThat(verdicts).filteredOn(kind -> kind == Verdict.Kind.ACCEPTED).hasSize(1);
    assertThat(token(serial).failures()).isZero();
  }

  @Test
  @Requirement({"S4-36", "S4-37"})
  void wrongCodesAreSummedOverAllAndTheFifthLocksForAllAndTheAuditNamesWhoTyped() {
    List<Holder> typing = List.of(taro, hanako, taro, master, hanako);
    for (Holder holder : typing) {
      assertThat(token(serial).lock()).isEmpty();
      assertThat(verify(holder, wrong())).isEqualTo(Verdict.Kind.REFUSED);
    }
    assertThat(token(serial).lock()).isPresent();
    for (Holder holder : List.of(master, taro, hanako)) {
      assertThat(verify(holder, code())).isEqualTo(Verdict.Kind.REFUSED);
      assertThat(causes(holder)).first().isEqualTo(Cause.LOCKED);
    }
    assertThat(store.audited(AuditEvent.REFUSED))
        .filteredOn(entry -> entry.cause().equals(Optional.of(Cause.INVALID)))
        .extracting(AuditEntry::user)
        .containsExactlyElementsOf(
            typing.stream().map(holder -> Optional.of(holder.user())).toList());
    assertThat(store.audited(AuditEvent.LOCKED))
        .extracting(AuditEntry::user)
        .containsExactly(Optional.of(hanako.user()));
  }

  @Test
  @Requirement({"S4-36", "S4-37"})
  void aSuccessOfOneEndsTheCountOfAll() {
    for (int i = 0; i < 4; i++) {
      verify(taro, wrong());
    }
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(token(serial).failures()).isZero();
    verify(taro, wrong());
    assertThat(token(serial).lock()).isEmpty();
  }

  @Test
  @Requirement({"S4-37", "S4-38"})
  void theBranchUnlocksItForAllBySerialOrByAnyUser() {
    lockIt();
    assertThat(unlockDevice(serial)).isEqualTo(Outcome.Done.to(clock.instant(), idOf(serial)));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
    lockIt();
    assertThat(unlock(taro, OP1).kind()).isEqualTo(Outcome.Kind.DONE);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** By a user or by the serial, it is one lock: what the one way demands the other does. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, P-77", "LOST, -"})
  @Requirement("S4-38")
  void theBranchGivesReasonAndPaperAlsoWhenItUnlocksByAUser(String reason, String paper) {
    lockIt();
    Actor.Operator bare =
        new Actor.Operator(
            "OP1",
            Optional.of("012"),
            Optional.of("OP2"),
            Optional.ofNullable(reason),
            Optional.ofNullable(paper));
    assertThat(unlock(taro, bare)).isEqualTo(refusedNow(Reason.GROUNDS_MISSING));
    assertThat(token(serial).lock()).isPresent();
  }

  @Test
  @Requirement("S4-38")
  void atKinsanNoUserUnlocksNotEvenTheMaster() {
    Holder other = withOwnDevice("other", Role.MASTER);
    lockIt();
    assertThat(unlock(taro, other, code())).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(token(serial).lock()).isPresent();
  }

  @Test
  void aSuspensionStopsAllWhoShareIt() {
    assertThat(suspend(taro, OP1).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(hanako)).containsExactly(Cause.SUSPENDED);
  }

  @Test
  @Requirement("S4-16")
  void whoIsRevokedIsUnboundAloneAndTheOthersGoOn() {
    Instant end = clock.instant().plusSeconds(1800);

    assertThat(revoke(taro, master, code()))
        .as("by the master, whose own code is of the same device")
        .isEqualTo(
            new Outcome.Done(
                clock.instant(), Optional.of(idOf(serial)), Optional.empty(), Optional.of(end)));

    TokenRow token = token(serial);
    assertThat(token.state()).isEqualTo(TokenState.ACTIVE);
    assertThat(token.users()).containsExactly(master.user(), hanako.user());
    assertThat(token.lastFactor()).as("the code is used up").isEqualTo(step());
    assertThat(token.seed()).isPresent();
    assertThat(device(serial).state()).isEqualTo(HardTokenState.ACTIVE);
    assertThat(coolDown(taro)).contains(end);
    assertThat(coolDown(hanako)).isEmpty();
    assertThat(newest(taro).event()).isEqualTo(AuditEvent.UNBOUND);
    assertThat(newest(taro).actor()).contains(new Actor.User(master.user()));
    OutboxRow event = lastEvent();
    assertThat(event.type()).isEqualTo(OutboxRow.Type.UNBOUND);
    assertThat(event.user()).contains(taro.user());
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(taro, code())).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(taro)).containsExactly(Cause.NOT_ELIGIBLE);
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement("S4-16")
  void whoWasUnboundComesBackByACodeAfterTheCoolDown() {
    revoke(taro, master, code());
    assertThat(registerNext(taro, serial))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.COOLDOWN, coolDown(taro)));
    clock.set(coolDown(taro).orElseThrow());
    assertThat(register(taro, serial, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).users()).hasSize(3);
  }

  @Test
  @Requirement({"S4-16", "S4-35"})
  void theLastOnesRevocationEndsTokenAndDevice() {
    Actor.Operator both = operator("OP1", Optional.of("OP2"));
    assertThat(revoke(taro, both).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(revoke(hanako, both).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).state()).isEqualTo(TokenState.ACTIVE);
    assertThat(revoke(master, both).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).state()).isEqualTo(TokenState.REVOKED);
    assertThat(device(serial).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(device(serial).seed()).isEmpty();
    assertThat(lastEvent().type()).isEqualTo(OutboxRow.Type.REVOKED);
  }

  @Test
  void theMasterRevokesHimselfAndTheOthersGoOn() {
    assertThat(revoke(master, master, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).users()).containsExactly(taro.user(), hanako.user());
    assertThat(token(serial).lastFactor()).isEqualTo(step());
  }

  /** Nobody gets rid of a lock by being unbound: it is the token's. */
  @Test
  @Requirement("S4-37")
  void aLockStaysWhenSomebodyIsUnbound() {
    lockIt();
    assertThat(revoke(taro, operator("OP1", Optional.of("OP2"))).kind())
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).lock()).isPresent();
  }

  /** X: at a bank where customers unlock, and devices may be shared. */
  @Test
  @Requirement({"S0-38", "S4-37"})
  void whereCustomersUnlockNobodyUnlocksHimselfNorWhoSharesHisToken() {
    bank("mirai", withHardTokens());
    method(CONTRACT, Method.HARD);
    clock.set(START);
    threeUsersShareADeviceOfMirai();
    Holder chief = withOwnDevice("chief", Role.SUB_ADMIN);
    clock.advance(Duration.ofMinutes(1));
    lockIt();

    assertThat(unlock(master, master, code())).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(unlock(taro, master, code())).isEqualTo(refusedNow(Reason.FORBIDDEN));
    assertThat(token(serial).lock()).isPresent();
    assertThat(newest(taro).detail()).isEqualTo("UNLOCK FORBIDDEN");
    assertThat(unlock(taro, chief, code()).kind())
        .as("who has a device of his own")
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).lock()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(hanako, code())).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  private void threeUsersShareADeviceOfMirai() {
    serial = sent(11);
    master = user("master", Role.MASTER);
    taro = user("taro", Role.GENERAL);
    hanako = user("hanako", Role.GENERAL);
    for (Holder holder : List.of(master, taro, hanako)) {
      assertThat(registerNext(holder, serial).kind()).isEqualTo(Outcome.Kind.DONE);
    }
  }

  private Holder withOwnDevice(String name, Role role) {
    Holder holder = user(name, role);
    TokenSerial own = sent(CONTRACT, 20, OrderKind.ADD);
    assertThat(register(holder, own, code()).kind()).isEqualTo(Outcome.Kind.DONE);
    return holder;
  }

  private void lockIt() {
    for (int i = 0; i < 5; i++) {
      verify(taro, wrong());
    }
    assertThat(token(serial).lock()).isPresent();
  }

  private OutboxRow lastEvent() {
    return store.wholeOutbox().get(store.wholeOutbox().size() - 1);
  }
}
