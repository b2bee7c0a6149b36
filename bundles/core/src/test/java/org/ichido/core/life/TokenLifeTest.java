package org.ichido.core.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expiry is a date in Japan, valid to its last instant. */
class TokenLifeTest {
  @ParameterizedTest
  @CsvSource({
    // an ordinary day, 12:00 in Japan
    "2026-11-21T03:00:00Z, 24, 2028-11-21",
    // the last and the first instant of days in Japan
    "2026-11-20T14:59:59.999999999Z, 24, 2028-11-20",
    "2026-11-20T15:00:00Z, 24, 2028-11-21",
    // months without that day
    "2026-12-31T03:00:00Z, 2, 2027-02-28",
    "2027-12-31T03:00:00Z, 2, 2028-02-29",
    "2026-08-31T03:00:00Z, 1, 2026-09-30",
    // from and to 29 February
    "2028-02-29T03:00:00Z, 24, 2030-02-28",
    "2028-02-29T03:00:00Z, 60, 2033-02-28",
    "2028-02-29T03:00:00Z, 48, 2032-02-29",
    // the turn of the year
    "2026-12-31T15:00:00Z, 24, 2029-01-01",
    "2026-12-31T14:59:59Z, 60, 2031-12-31",
  })
  void itEndsWithTheLastInstantOfADayInJapan(Instant from, int months, LocalDate last) {
    TokenLife life = new TokenLife(months);
    assertThat(life.lastDay(from)).isEqualTo(last);
    assertThat(life.expiry(from)).isEqualTo(last + "T15:00:00Z");
  }
}
