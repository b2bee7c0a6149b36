package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Health;
import org.ichido.api.Lock;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.verify.Window;
import org.ichido.lockout.ConsecutiveFailures;
import org.ichido.lockout.ProgressiveDelay;
import org.ichido.oath.Totp;
import org.ichido.spi.Failures;
import org.ichido.spi.Lockout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profiles of the four banks, under the algorithms and rules that ship, side by side. */
class ShippedProfilesTest {
  private static final List<String> BANKS = List.of("mirai", "shiten", "kenshin", "kinsan");

  private final BankProfiles profiles =
      new BankProfiles(
          List.of(new Totp()), List.of(new ConsecutiveFailures(), new ProgressiveDelay()));

  @BeforeEach
  void allFourAreInstalled() {
    profiles.drained(List.of());
    BANKS.forEach(bank -> profiles.updated(ShippedProfile.pid(bank), ShippedProfile.values(bank)));
  }

  @Test
  void allFourAreServedSideBySide() {
    assertThat(profiles.banks())
        .extracting(BankId::value)
        .containsExactlyInAnyOrderElementsOf(BANKS);
    assertThat(profiles.health()).extracting(Health::level).containsOnly(Health.Level.OK);
  }

  /** The values table: past and future steps, greatest age. */
  @ParameterizedTest
  @CsvSource({
    "mirai, 1, 1, 120",
    "shiten, 0, 1, 60",
    "kenshin, 0, 1, 60",
    "kinsan, 1, 1, 120",
  })
  void everyBankHasTheWindowOfItsDocument(String bank, int past, int future, long age) {
    assertThat(of(bank).rules().window())
        .isEqualTo(new Window(past, future, Duration.ofSeconds(age)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin", "kinsan"})
  void everyBankHasSixDigitsAMinuteAndALockWithTheFifthFailure(String bank) {
    assertThat(of(bank).otp().digits()).isEqualTo(6);
    assertThat(of(bank).otp().period()).hasSeconds(60);
    Lockout lockout = of(bank).rules().lockouts().get(0);
    assertThat(lockout.after(new Failures(4, Instant.EPOCH))).isEmpty();
    assertThat(lockout.after(new Failures(5, Instant.EPOCH)))
        .contains(new Lock.UntilUnlocked(Instant.EPOCH));
    assertThat(of(bank).changes().unlock().operators()).isTrue();
  }

  @Test
  void everyBankHasAnOperationTableOfItsOwn() {
    assertThat(BANKS.stream().map(bank -> of(bank).operations().print())).doesNotHaveDuplicates();
  }

  @Test
  void theBankCodesAreThoseOfTests() {
    assertThat(BANKS.stream().map(bank -> of(bank).messaging().code()))
        .containsExactly("9991", "9992", "9993", "9990");
    assertThat(BANKS).allMatch(bank -> !of(bank).messaging().production());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin", "kinsan"})
  void noBankIsServedWithoutItsOperationTable(String bank) {
    Map<String, String> values = ShippedProfile.values(bank);
    values.remove("operations.file");
    profiles.updated(ShippedProfile.pid(bank), values);
    assertThatThrownBy(() -> of(bank))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("operations.file: is missing");
    assertThat(profiles.banks()).hasSize(3);
  }

  private BankProfile of(String bank) {
    return profiles.of(new BankId(bank));
  }
}
