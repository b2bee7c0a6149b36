package org.ichido.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.contract.DeviceClass;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.profile.Installed;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The profiles that are shipped have the values of the table in the requirements. */
class PoliciesOfTheBanksTest {
  static final Iterable<String> BANKS = ShippedProfile.BANKS;

  private final BankProfiles profiles = Installed.nothing();

  @ParameterizedTest
  @FieldSource("BANKS")
  void allFourGive72HoursFiveTriesAndTenTokensOnASmartphone(String bank) {
    EnrolmentPolicy policy = policy(bank);
    assertThat(policy.within()).isEqualTo(Duration.ofHours(72));
    assertThat(policy.activationTries()).isEqualTo(5);
    assertThat(policy.mail()).isEqualTo(new MailForm(4, 64));
    assertThat(policy.devices().full(DeviceClass.SMARTPHONE, 9)).isFalse();
    assertThat(policy.devices().full(DeviceClass.SMARTPHONE, 10)).isTrue();
    assertThat(policy.devices().full(DeviceClass.FEATURE_PHONE, 0)).isFalse();
    assertThat(policy.devices().full(DeviceClass.FEATURE_PHONE, 1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"mirai, 24", "shiten, 60", "kenshin, 24", "kinsan, 24"})
  void aSoftTokenLivesAsTheTableSays(String bank, int months) {
    assertThat(policy(bank).life().months()).isEqualTo(months);
  }

  /** S0-10: retired at mirai; kenshin accepts mobile phones and smartphones. */
  @ParameterizedTest
  @CsvSource({"mirai, true", "shiten, true", "kenshin, false", "kinsan, true"})
  @Requirement("S0-10")
  void featurePhonesAreRetiredEverywhereButAtKenshin(String bank, boolean retired) {
    assertThat(policy(bank).devices().retired().contains(DeviceClass.FEATURE_PHONE))
        .isEqualTo(retired);
  }

  @ParameterizedTest
  @CsvSource({"mirai, false", "shiten, true", "kenshin, false", "kinsan, false"})
  @Requirement({"S2-11", "S2-17", "S2-19"})
  void atShitenCustomersEnrolAndReplaceByThemselvesUpToFiveTimes(String bank, boolean shiten) {
    assertThat(policy(bank).selfService()).isEqualTo(shiten);
    assertThat(policy(bank).replaces()).isEqualTo(shiten);
    assertThat(policy(bank).downloads()).isEqualTo(shiten ? Optional.of(5) : Optional.empty());
  }

  @Test
  @Requirement("S0-1")
  void miraiIsClosedToNewContracts() {
    assertThat(policy("mirai").contracts().closedFrom()).contains(LocalDate.of(2026, 4, 1));
    assertThat(policy("shiten").contracts().closedFrom()).isEmpty();
    assertThat(policy("kenshin").contracts().closedFrom()).isEmpty();
    assertThat(policy("kinsan").contracts().closedFrom()).isEmpty();
  }

  @Test
  void namesAreJapaneseAndPairsOfTwoBanksNeverCollide() {
    assertThat(policy("shiten").name().fixed()).isEqualTo("わたしの支店");
    assertThat(policy("mirai").name().fixed()).isEqualTo("関西みらいビジネスダイレクト");
    assertThat(ShippedProfile.BANKS.stream().map(bank -> policy(bank).serviceId()))
        .doesNotHaveDuplicates();
  }

  private EnrolmentPolicy policy(String bank) {
    Map<String, String> values = ShippedProfile.values(bank);
    values.put("otp.algorithm", FactorAsCode.NAME);
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));
    return profiles.of(new BankId(bank)).enrolment();
  }
}
