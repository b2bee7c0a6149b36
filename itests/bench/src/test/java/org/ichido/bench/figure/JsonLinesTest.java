package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final String[] lines =
      JsonLines.of(Measured.CONDITIONS, Measured.RATES, Measured.FIGURES).split("\n");

  @Test
  void theFirstLineSaysWhereAndWhen() {
    assertThat(lines[0])
        .isEqualTo(
            "{\"at\": \"2026-11-22\", \"machine\": \"2 cores, \\\"Imagined\\\" CPU\","
                + " \"java\": \"Java 17\", \"rounds\": 5.00000, \"minutes\": 9.60000}");
  }

  @Test
  void aRateHasPercentilesWhereOperationsWereTimed() {
    assertThat(lines[1]).startsWith("{\"goal\": \"P1\", \"contender\": \"core\"");
    assertThat(lines[1]).doesNotContain("p50_ms", "p99_ms");
    assertThat(lines[2]).contains("\"p50_ms\": {\"median\": 1.10000", "\"p99_ms\"");
    assertThat(lines[2]).contains("\"load_average\": {\"median\": 1.50000");
  }

  @Test
  void aFigureStandsBesideItsGoal() {
    assertThat(lines[3])
        .contains("\"value\": {\"median\": 0.900000, \"min\": 0.800000, \"max\": 1.00000}")
        .endsWith("\"at_least\": 0.850000, \"met\": true}");
    assertThat(lines[4]).endsWith("\"at_most\": 1.50000, \"met\": false}");
    assertThat(lines).hasSize(6);
  }
}
