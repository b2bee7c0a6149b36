package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.order.OrderKind;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What profiles say about hard tokens for customers and their fee. */
class HardTokenPolicyTest {
  private static final BankId KINSAN = new BankId("kinsan");

  private final BankProfiles profiles = Installed.nothing();

  @BeforeEach
  void algorithmAndRuleAreInstalled() {
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
  }

  private HardTokenPolicy policy(Map<String, String> values) {
    Installed.configure(profiles, "org.ichido.bank~kinsan", values);
    return profiles.of(KINSAN).hardTokens().orElseThrow();
  }

  @Test
  @Requirement({"S4-24", "S4-27", "S4-28", "S4-29", "S4-31", "S4-40"})
  void theShippedProfileOfKinsanHasTheValuesOfItsRequirements() {
    HardTokenPolicy policy = policy(KinsanProfile.values());

    assertThat(policy.skipDays()).as("S4-24").isEqualTo(30);
    assertThat(policy.skippable()).isEqualTo(Set.of(OrderKind.FIRST));
    assertThat(policy.operateWhileSkipping()).isFalse();
    assertThat(policy.yenOf(OrderKind.FIRST)).as("S4-27").isZero();
    assertThat(policy.yenOf(OrderKind.ADD)).as("S4-28").isEqualTo(2200);
    assertThat(policy.yenOf(OrderKind.REISSUE_LOST)).as("S4-28").isEqualTo(2200);
    assertThat(policy.yenOf(OrderKind.REISSUE_STOLEN)).as("S4-28").isEqualTo(2200);
    assertThat(policy.yenOf(OrderKind.EXCHANGE)).as("S4-40").isZero();
    assertThat(policy.leadDays().get(OrderKind.FIRST)).as("S4-22").isEqualTo(5);
    assertThat(policy.leadDays().get(OrderKind.REISSUE_LOST)).as("S4-31").isEqualTo(7);
    assertThat(policy.inquireAfter())
        .as("S4-29")
        .containsExactly(Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(30));
    assertThat(policy.giveUpAfter()).hasMinutes(5);
    assertThat(policy.feeCode()).isEqualTo("OTPHT");
  }

  /** 10 percent of 2,000 is in 2,200; what is no whole yen is cut. */
  @ParameterizedTest
  @CsvSource({
    "10, 2200, 200",
    "10, 2199, 199",
    "10, 0, 0",
    "8, 2200, 162",
    "0, 2200, 0",
    "100, 3, 1"
  })
  void theTaxIsWithinThePrice(int percent, int gross, int tax) {
    assertThat(policy(KinsanProfile.with("fee.tax-percent", "" + percent)).taxIn(gross))
        .isEqualTo(tax);
  }

  /** The greatest price at the greatest rate overflows nothing. */
  @Test
  void theGreatestPriceHasItsTax() {
    assertThat(policy(KinsanProfile.with("fee.tax-percent", "100")).taxIn(999_999))
        .isEqualTo(499_999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin"})
  void theOtherBanksGiveNone(String bank) {
    Map<String, String> values = ShippedProfile.values(bank);
    values.put("otp.algorithm", FactorAsCode.NAME);
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));

    assertThat(profiles.of(new BankId(bank)).hardTokens()).isEmpty();
  }

  @Test
  void noneOrSomeKindsAreSkippable() {
    assertThat(policy(KinsanProfile.with("hard.skippable", "none")).skippable()).isEmpty();
    assertThat(policy(KinsanProfile.with("hard.skippable", "FIRST, EXCHANGE")).skippable())
        .isEqualTo(Set.of(OrderKind.FIRST, OrderKind.EXCHANGE));
  }

  @Test
  void oneInquiryIsEnoughAndFourAreTheMost() {
    Map<String, String> one = KinsanProfile.with("fee.inquiries", "1");
    one.remove("fee.inquire-after.2");
    one.remove("fee.inquire-after.3");
    assertThat(policy(one).inquireAfter()).containsExactly(Duration.ofSeconds(60));

    Map<String, String> four = KinsanProfile.with("fee.inquiries", "4");
    for (int i = 1; i <= 4; i++) {
      four.put("fee.inquire-after." + i, i + " min");
    }
    assertThat(policy(four).inquireAfter()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "hard.orders, maybe, 'hard.orders: must be one of yes, no'",
    "hard.skip-days, -1, 'hard.skip-days: must be a whole number from 0 to 366'",
    "hard.skip-days, 367, 'hard.skip-days: must be a whole number from 0 to 366'",
    "hard.skip-days, 30 d, 'hard.skip-days: must be a whole number from 0 to 366'",
    "hard.skippable, FRIST, 'hard.skippable: must be none, or some of'",
    "hard.skippable, 'none, FIRST', 'hard.skippable: must be none, or some of'",
    "hard.operations-while-skipping, yes, 'hard.operations-while-skipping: must be one of'",
    "hard.lead-days.first, -1, 'hard.lead-days.first: must be a whole number from 0 to 366'",
    "hard.lead-days.reissue-stolen, 367, 'hard.lead-days.reissue-stolen: must be a whole number'",
    "hard.lead-days.frist, 5, 'hard.lead-days.frist: is not a key of a bank profile'",
    "fee.yen.add, -1, 'fee.yen.add: must be a whole number from 0 to 999999'",
    "fee.yen.add, 1000000, 'fee.yen.add: must be a whole number from 0 to 999999'",
    "fee.yen.add, '2,200', 'fee.yen.add: must be a whole number from 0 to 999999'",
    "fee.tax-percent, 101, 'fee.tax-percent: must be a whole number from 0 to 100'",
    "fee.tax-percent, -1, 'fee.tax-percent: must be a whole number from 0 to 100'",
    "fee.code, otpht, 'fee.code: must be 1 to 8 digits and capital letters'",
    "fee.code, OTPHT2200, 'fee.code: must be 1 to 8 digits and capital letters'",
    "fee.inquiries, 0, 'fee.inquiries: must be a whole number from 1 to 4'",
    "fee.inquiries, 5, 'fee.inquiries: must be a whole number from 1 to 4'",
    "fee.inquiries, 4, 'fee.inquire-after.4: '",
    "fee.inquiries, 2, 'fee.inquire-after.3: is not a key of a bank profile'",
    "fee.inquire-after.1, 60, 'fee.inquire-after.1: must be a duration with its unit'",
    "fee.inquire-after.1, 0 s, 'fee.inquire-after.1: must be a duration'",
    "fee.inquire-after.2, 60 s, 'fee.inquire-after.2: must be longer than the one before'",
    "fee.inquire-after.3, 4 min, 'fee.inquire-after.3: must be longer than the one before'",
    "fee.inquire-after.3, 25 h, 'fee.inquire-after.3: must be a duration'",
    "fee.operator-after, 0 s, 'fee.operator-after: must be a duration'",
    "fee.operator-after, 25 h, 'fee.operator-after: must be a duration'",
  })
  void aWrongValueStopsTheBankAndNamesFileAndKey(String key, String value, String problem) {
    policy(KinsanProfile.values());
    Map<String, String> wrong = KinsanProfile.with(key, value);

    assertThatThrownBy(() -> policy(wrong))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("org.ichido.bank~kinsan.cfg: ")
        .hasMessageContaining(problem);
  }

  @Test
  void withoutOrdersNoOtherKeyOfThemMayBeThere() {
    Map<String, String> no = KinsanProfile.with("hard.orders", "no");

    assertThatThrownBy(() -> policy(no))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("is not a key of a bank profile");
  }
}
