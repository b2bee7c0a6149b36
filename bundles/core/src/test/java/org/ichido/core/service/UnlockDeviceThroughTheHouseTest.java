package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.stock.TokenSerial;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The branch lifts the lock of a device by its serial. */
class UnlockDeviceThroughTheHouseTest extends HardTokensInTheHouse {
  private Holder taro;
  private TokenSerial serial;

  @BeforeEach
  void aDeviceIsLockedBeforeAnybodyRegisteredIt() {
    taro = user("taro", Role.GENERAL);
    serial = sent(1);
    wrongCodes(5);
  }

  private void wrongCodes(int number) {
    for (int i = 0; i < number; i++) {
      register(taro, serial, wrong());
    }
  }

  @Test
  @Requirement("S4-38")
  void oneThatNobodyHasRegisteredYetCanBeRegisteredAfterIt() {
    assertThat(unlockDevice(serial)).isEqualTo(Outcome.Done.to(START, idOf(serial)));
    assertThat(token(serial).state()).isEqualTo(TokenState.INITIALISED);
    assertThat(token(serial).failures()).isZero();
    assertThat(told()).containsExactly(OutboxRow.Type.LOCKED, OutboxRow.Type.UNLOCKED);
    AuditEntry entry = store.audited(AuditEvent.UNLOCKED).get(0);
    assertThat(entry.detail()).isEqualTo("serial 900-0000001: lock lifted");
    assertThat(entry.actor()).contains(OP1);
    assertThat(entry.contract()).contains(CONTRACT);
    assertThat(entry.user()).isEmpty();
    assertThat(entry.token()).contains(idOf(serial));
    assertThat(register(taro, serial, code()).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  @Requirement("S4-38")
  void withoutItNothingOpensTheLock() {
    clock.advance(Duration.ofDays(400));
    assertThat(register(taro, serial, code())).isEqualTo(refusedNow(Reason.CODE_REFUSED));
  }

  @Test
  void whereThereIsNoLockCountedFailuresAreSetToNought() {
    unlockDevice(serial);
    assertThat(unlockDevice(serial)).isEqualTo(refused(Reason.NOT_LOCKED));
    wrongCodes(4);
    assertThat(unlockDevice(serial)).isEqualTo(refused(Reason.NOT_LOCKED));
    assertThat(token(serial).failures()).isZero();
    assertThat(store.audited(AuditEvent.UNLOCKED).get(1).detail())
        .isEqualTo("serial 900-0000001: 4 failures set to 0");
  }

  @Test
  void aSuspensionStays() {
    store.plant(token(serial).withSuspension(Optional.of(new Suspension(START, "LOST"))));
    assertThat(unlockDevice(serial).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(token(serial).suspension()).isPresent();
    assertThat(register(taro, serial, code())).isEqualTo(refused(Reason.CODE_REFUSED));
  }

  @ParameterizedTest
  @CsvSource({"LOST,", ",P-77", ","})
  @Requirement("S4-38")
  void reasonAndPaperAreDemanded(String reason, String paper) {
    var operator =
        new Actor.Operator(
            "OP1",
            Optional.of("012"),
            Optional.of("OP2"),
            Optional.ofNullable(reason),
            Optional.ofNullable(paper));
    assertThat(unlockDevice(serial, operator)).isEqualTo(refused(Reason.GROUNDS_MISSING));
    assertThat(token(serial).lock()).isPresent();
    assertThat(store.audited(AuditEvent.UNLOCK_REFUSED).get(0).detail())
        .isEqualTo("serial 900-0000001: UNLOCK GROUNDS_MISSING");
  }

  /** What is to be asked for is asked for a user; by the serial it would be done at once. */
  @ParameterizedTest
  @CsvSource({
    "none,, DONE",
    "named,, APPROVER_MISSING",
    "named, OP2, DONE",
    "asked,, FORBIDDEN",
    "asked, OP2, FORBIDDEN"
  })
  void fourEyesAreTheProfilesMatter(String approval, String approver, String expected) {
    bank("kinsan", "approval.unlock", approval);
    Outcome outcome = unlockDevice(serial, operator("OP1", Optional.ofNullable(approver)));
    assertThat(outcome instanceof Outcome.Refused refused ? refused.reason().name() : "DONE")
        .isEqualTo(expected);
  }

  @Test
  void whereOperatorsDoNotUnlockTheyDoNotUnlockDevicesEither() {
    bank("kinsan", "unlock.by", "MASTER");
    assertThat(unlockDevice(serial)).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(token(serial).lock()).isPresent();
  }

  @Test
  @Requirement("S4-19")
  void anotherContractsDeviceIsNotFoundNorOneThatIsNotThere() {
    ContractId elsewhere = new ContractId("C0002");
    method(elsewhere, Method.HARD);
    var request =
        new HardTokenRequest.UnlockDevice(key(), new ContractKey(bank, elsewhere), serial, OP1);
    assertThat(hardTokens.perform(request)).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(unlockDevice(serial(9))).isEqualTo(refused(Reason.NOT_FOUND));
    assertThat(token(serial).lock()).isPresent();
    assertThat(store.audited(AuditEvent.UNLOCK_REFUSED))
        .extracting(AuditEntry::detail)
        .containsExactly(
            "serial 900-0000001: UNLOCK NOT_FOUND, another contract's device",
            "serial 900-0000009: UNLOCK NOT_FOUND, no such device");
  }
}
