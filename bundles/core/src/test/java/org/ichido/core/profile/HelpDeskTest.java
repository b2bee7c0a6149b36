package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.core.profile.HelpDesk.HOLIDAYS_UNKNOWN;
import static org.ichido.core.profile.HelpDesk.OUT_OF_HOURS;

import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mirai's help desk, as its profile is shipped; times are those of Japan. */
@Requirement({"S0-43", "S0-44"})
class HelpDeskTest {
  private static HelpDesk mirai() {
    BankProfiles profiles = Installed.nothing();
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
    Map<String, String> values = ShippedProfile.values("mirai");
    values.put("otp.algorithm", FactorAsCode.NAME);
    Installed.configure(
        profiles, "org.ichido.bank~mirai", values, ShippedProfile.directory("mirai"));
    return profiles.of(new BankId("mirai")).changes().helpDesk().orElseThrow();
  }

  private static String mark(String japan) {
    return mirai().mark(Instant.parse(japan + "+09:00"));
  }

  /** 20 November 2026 is a Friday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T06:59:59.999, OUT_OF_HOURS",
    "2026-11-20T07:00:00, ''",
    "2026-11-20T23:54:59.999, ''",
    "2026-11-20T23:55:00, OUT_OF_HOURS",
    "2026-11-20T00:00:00, OUT_OF_HOURS",
  })
  void onWeekdaysItIsOpenFromSevenToFiveToMidnight(String at, String mark) {
    assertThat(mark(at)).isEqualTo(mark);
  }

  /** A Saturday, a Sunday, Labour Thanksgiving Day, and a day taken for a holiday on a Sunday. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-22", "2026-11-23", "2026-05-06", "2027-03-22"})
  void onSaturdaysSundaysAndHolidaysFromEightToTen(String day) {
    assertThat(mark(day + "T07:59:59.999")).isEqualTo(OUT_OF_HOURS);
    assertThat(mark(day + "T08:00:00")).isEmpty();
    assertThat(mark(day + "T21:59:59.999")).isEmpty();
    assertThat(mark(day + "T22:00:00")).isEqualTo(OUT_OF_HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-01-01",
        "2027-01-02",
        "2027-01-03",
        "2026-05-03",
        "2026-05-04",
        "2026-05-05"
      })
  void onSixDaysOfTheYearItIsClosed(String day) {
    assertThat(mark(day + "T12:00:00")).isEqualTo(OUT_OF_HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31T12:00:00",
        "2027-01-04T12:00:00",
        "2026-05-02T12:00:00",
        "2026-05-07T12:00:00"
      })
  void onTheDaysAroundThemItIsOpen(String at) {
    assertThat(mark(at)).isEmpty();
  }

  @Test
  void theDayBeginsAtMidnightInJapan() {
    assertThat(mark("2027-01-03T23:59:59.999")).isEqualTo(OUT_OF_HOURS);
    assertThat(mirai().mark(Instant.parse("2027-01-03T15:00:00Z")))
        .as("4 January, 00:00 in Japan: a Monday, closed until seven")
        .isEqualTo(OUT_OF_HOURS);
    assertThat(mirai().mark(Instant.parse("2027-01-03T22:00:00Z"))).isEmpty();
  }

  /** 29 February 2028 is a Tuesday, in a year of which the profile names no holidays. */
  @Test
  void inAYearWithoutHolidaysOnlyWhatHangsOnThemIsMarkedAsUnknown() {
    assertThat(mark("2028-02-29T12:00:00")).isEmpty();
    assertThat(mark("2028-02-29T07:30:00")).isEqualTo(HOLIDAYS_UNKNOWN);
    assertThat(mark("2028-02-29T22:00:00")).isEqualTo(HOLIDAYS_UNKNOWN);
    assertThat(mark("2028-02-29T23:55:00")).isEqualTo(OUT_OF_HOURS);
    assertThat(mark("2028-03-04T07:30:00")).as("a Saturday").isEqualTo(OUT_OF_HOURS);
  }

  @Test
  void aSpanOfClosedDaysMayLieAroundTheEndOfTheYear() {
    var noon = new HelpDesk.Hours(java.time.Duration.ZERO, java.time.Duration.ofDays(1));
    var desk =
        new HelpDesk(
            noon,
            noon,
            List.of(new HelpDesk.Days(MonthDay.of(12, 30), MonthDay.of(1, 3))),
            Map.of(2026, Set.of(MonthDay.of(11, 23))));
    assertThat(desk.mark(Instant.parse("2026-12-29T03:00:00Z"))).isEmpty();
    assertThat(desk.mark(Instant.parse("2026-12-30T03:00:00Z"))).isEqualTo(OUT_OF_HOURS);
    assertThat(desk.mark(Instant.parse("2026-01-03T03:00:00Z"))).isEqualTo(OUT_OF_HOURS);
    assertThat(desk.mark(Instant.parse("2026-01-04T03:00:00Z"))).isEmpty();
    assertThat(desk.mark(Instant.parse("2026-06-01T03:00:00Z"))).isEmpty();
  }
}
