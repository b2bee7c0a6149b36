package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.contract.Role;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.verify.DriftLimits;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.ApprovalRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped profiles say about changes of tokens, and what no profile may say. */
class ChangePoliciesTest {
  private final BankProfiles profiles = Installed.nothing();

  @BeforeEach
  void anAlgorithmAndARuleAreInstalled() {
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
  }

  private ChangePolicy policy(String bank, Map<String, String> changed) {
    Map<String, String> values = ShippedProfile.values(bank);
    values.put("otp.algorithm", FactorAsCode.NAME);
    values.putAll(changed);
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));
    return profiles.of(new BankId(bank)).changes();
  }

  /** The values table. */
  @ParameterizedTest
  @CsvSource({
    "mirai,   'MASTER,SUB_ADMIN', 'MASTER,SUB_ADMIN', 1800, 30,  true,  true",
    "shiten,  '',                 '',                 0,    180, false, false",
    "kenshin, '',                 'MASTER,SUB_ADMIN', 1800, 30,  true,  false",
    "kinsan,  '',                 'MASTER',           1800, 30,  true,  false",
  })
  @Requirement({"S0-23", "S0-26", "S0-37", "S0-43", "S2-24", "S3-20", "S3-21", "S4-10", "S4-38"})
  void theShippedProfilesSayWhatTheBanksSay(
      String bank,
      String unlock,
      String revoke,
      int coolDown,
      int opens,
      boolean afterExpiry,
      boolean helpDesk) {
    ChangePolicy policy = policy(bank, Map.of());
    assertThat(policy.unlock()).isEqualTo(new Authority(roles(unlock), true));
    assertThat(policy.revoke()).isEqualTo(new Authority(roles(revoke), true));
    assertThat(policy.unlockNeedsCode()).isTrue();
    assertThat(policy.coolDown()).isEqualTo(Duration.ofSeconds(coolDown));
    assertThat(policy.renewal()).isEqualTo(new RenewalPolicy(opens, afterExpiry));
    assertThat(policy.helpDesk().isPresent()).isEqualTo(helpDesk);
    assertThat(policy.drift()).isEqualTo(new DriftPolicy(true, true, new DriftLimits(30, 5)));
    assertThat(policy.approvals().within()).isEqualTo(Duration.ofMinutes(30));
    assertThat(policy.approvals().of(ApprovalRow.Act.SUSPEND))
        .as("a report of loss must not wait")
        .isEqualTo(FourEyes.NONE);
  }

  private static Set<Role> roles(String words) {
    Set<Role> roles = new HashSet<>();
    for (String word : words.isEmpty() ? List.<String>of() : List.of(words.split(","))) {
      roles.add(Role.valueOf(word));
    }
    return roles;
  }

  @Test
  void nobodyIsNobody() {
    ChangePolicy policy = policy("mirai", Map.of("unlock.by", "nobody", "drift.by", "nobody"));
    assertThat(policy.unlock()).isEqualTo(new Authority(Set.of(), false));
    assertThat(policy.drift().users()).isFalse();
    assertThat(policy.drift().operators()).isFalse();
  }

  /** Whatever the profile: no customer role lifts a suspension (S3-18) or a limit (S2-21). */
  @Test
  @Requirement("S3-18")
  void whatIsTheBanksAloneHasNoKey() {
    ChangePolicy policy = policy("mirai", Map.of("unlock.by", "MASTER", "revoke.by", "MASTER"));
    for (ApprovalRow.Act act :
        List.of(
            ApprovalRow.Act.SUSPEND, ApprovalRow.Act.RESUME, ApprovalRow.Act.RELEASE_DOWNLOADS)) {
      assertThat(policy.authority(act)).isEqualTo(Authority.OPERATORS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unlock.by, 'MASTER, nobody', 'unlock.by: must be of MASTER, SUB_ADMIN, GENERAL, operator'",
    "unlock.by, master, 'but one word is ''master'''",
    "unlock.own-code, maybe, 'unlock.own-code: must be one of yes, no'",
    "revoke.by, 'MASTER,,operator', 'revoke.by: must be words between commas'",
    "revoke.cool-down, 31 d, 'revoke.cool-down: must be a duration'",
    "revoke.cool-down, 1800, 'revoke.cool-down: must be a duration with its unit'",
    "approval.unlock, both, 'approval.unlock: must be one of none, named, asked'",
    "approval.within, 59 s, 'approval.within: must be a duration'",
    "approval.unlok, none, 'approval.unlok: is not a key'",
    "renew.opens, 36 h, 'renew.opens: must be whole days'",
    "renew.opens, 367 d, 'renew.opens: must be a duration'",
    "renew.after-expiry, '', 'renew.after-expiry: is missing'",
    "drift.by, MASTER, 'drift.by: must be of user, operator'",
    "drift.search, 50, 'drift.search: must be a whole number from 1 to 49'",
    "drift.greatest, 31, 'drift.greatest: must be a whole number from 0 to 30'",
    "help-desk.calendar, no, 'help-desk.calendar: must be one of yes, none'",
    "help-desk.calendar, none, 'help-desk.closed: is not a key'",
    "help-desk.weekdays, 7:00-23:55, 'help-desk.weekdays: must be from-to within a day'",
    "help-desk.weekdays, 23:55-07:00, 'help-desk.weekdays: must be from-to within a day'",
    "help-desk.weekdays, 07:00-24:01, 'help-desk.weekdays: must be from-to within a day'",
    "help-desk.closed, 1-1, 'help-desk.closed: must be days or spans of days'",
    "help-desk.closed, 02-30, 'help-desk.closed: must be days as month-day'",
    "help-desk.holidays.2027, 02-29, 'help-desk.holidays.2027: ''02-29'' is no day of that year'",
    "help-desk.holidays.2027, 13-01, 'help-desk.holidays.2027: must be days as month-day'",
    "help-desk.holidays.next, 01-01, 'help-desk.holidays.next: is no year'",
  })
  void aWrongValueStopsTheBankAndNamesTheKey(String key, String value, String problem) {
    assertThatThrownBy(() -> policy("mirai", Map.of(key, value)))
        .isInstanceOf(BankNotServed.class)
        .hasMessageContaining("org.ichido.bank~mirai.cfg: ")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirai", "shiten", "kenshin"})
  void everyKeyIsRequired(String bank) {
    policy(bank, Map.of());
    for (String key : ShippedProfile.values(bank).keySet()) {
      if (!key.startsWith("help-desk.holidays.")) {
        assertThatThrownBy(() -> policy(bank, Map.of(key, "")))
            .as(key)
            .isInstanceOf(BankNotServed.class);
      }
    }
  }

  @Test
  void aCalendarWithoutAnyHolidaysIsNoCalendar() {
    Map<String, String> values = ShippedProfile.values("mirai");
    values.put("otp.algorithm", FactorAsCode.NAME);
    values.keySet().removeIf(key -> key.startsWith("help-desk.holidays."));
    Installed.configure(
        profiles, "org.ichido.bank~mirai", values, ShippedProfile.directory("mirai"));
    assertThatThrownBy(() -> profiles.of(new BankId("mirai")))
        .hasMessageContaining("help-desk.holidays.*: is missing");
  }

  @Test
  void aDayMayHaveTwentyFourHoursAndAYearNoClosedDays() {
    ChangePolicy policy =
        policy("mirai", Map.of("help-desk.weekdays", "00:00-24:00", "help-desk.closed", "none"));
    HelpDesk desk = policy.helpDesk().orElseThrow();
    assertThat(desk.mark(java.time.Instant.parse("2026-11-20T14:59:59.999Z"))).isEmpty();
    assertThat(desk.closed()).isEmpty();
  }
}
