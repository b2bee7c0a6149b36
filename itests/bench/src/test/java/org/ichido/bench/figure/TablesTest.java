package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
  private final String table = Tables.of(Measured.CONDITIONS, Measured.RATES, Measured.FIGURES);

  @Test
  void whatIsMissedCannotBeOverlooked() {
    assertThat(table)
        .contains("**2 of 3 met.**")
        .contains("| P1 | core, against <bare> | **0.900** | 0.800 | 1.00 | times | ≥ 0.85 | met |")
        .contains("| P4 | one caller | **2.00** | 1.00 | 4.00 | times | ≤ 1.5 | **missed** |");
  }

  @Test
  void whatWasNotTimedHasADash() {
    assertThat(table)
        .contains(
            "| P1 | core | 250,000 (240,000–260,000) | 0.00123 (0.00100–0.00200) | – | – | 1.50 |")
        .contains("| 1.10 (1.00–1.20) | 9.00 (8.00–10.0) | 1.50 |");
  }

  @Test
  void aNumberHasThreeFiguresThatCount() {
    assertThat(Tables.number(12_345.6)).isEqualTo("12,346");
    assertThat(Tables.number(123.4)).isEqualTo("123");
    assertThat(Tables.number(12.34)).isEqualTo("12.3");
    assertThat(Tables.number(0.1234)).isEqualTo("0.123");
    assertThat(Tables.number(0.001234)).isEqualTo("0.00123");
    assertThat(Tables.number(0)).isEqualTo("0.00");
  }
}
