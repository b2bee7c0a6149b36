package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JapanTimeTest {
  @Test
  void japanIsNineHoursAhead() {
    Instant newYear = Instant.parse("2026-12-31T15:00:00.007Z");
    assertThat(JapanTime.format(newYear)).isEqualTo("20270101000000007");
    assertThat(JapanTime.time("20270101000000007")).contains(newYear);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000000000000", "20260230101530123", "20261124240000000", "20261124101560000",
        "20261324101530123", "99999999999999999", "2026112410153012", "+2026112410153012"
      })
  void whatIsNoTimeIsNoTime(String digits) {
    assertThat(JapanTime.time(digits)).isEmpty();
  }

  @Test
  void timesThatHaveNo17DigitsAreShownAsTheNearest() {
    assertThat(JapanTime.format(Instant.MAX)).isEqualTo("99991231235959999");
    assertThat(JapanTime.format(Instant.MIN)).hasSize(17).startsWith("0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "20261131", "20270229", "99999999"})
  void whatIsNoDateIsNoDate(String digits) {
    assertThat(JapanTime.date(digits)).isEmpty();
  }
}
