package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ichido.api.Health;
import org.ichido.core.fakes.FactorAsCode;
import org.junit.jupiter.api.Test;

/** What administrators see of the memory of answers, and what they may do about it. */
class InboxPurgeTest extends House {
  private static final Duration HORIZON = Duration.ofDays(2).plusMinutes(5);

  private Health health() {
    return onceOnly.health().get(0);
  }

  @Test
  void aPurgeForgetsAllThatMayBeForgottenAndNothingElse() {
    register();
    for (int i = 0; i < 1_200; i++) {
      verify(FactorAsCode.code(STEP));
    }
    clock.advance(HORIZON);
    assertThat(onceOnly.purge().forgotten()).as("exactly at the horizon").isZero();
    clock.advance(Duration.ofMillis(1));
    verify(FactorAsCode.code(1));

    var report = onceOnly.purge();

    assertThat(report.forgotten()).isEqualTo(1_201);
    assertThat(report.answers()).isOne();
    assertThat(report.oldest()).contains(clock.instant());
    assertThat(report.kept()).isEqualTo(clock.instant().minus(HORIZON));
    assertThat(report.lastPurge()).contains(clock.instant());
  }

  @Test
  void theStatusTellsHowFarForgettingIsBehind() {
    assertThat(health().lines())
        .containsExactly(
            "0 answers remembered", "0 forgotten since the store was opened; last purge not yet");
    register();
    clock.advance(HORIZON.plusMinutes(90));

    assertThat(health().level()).isEqualTo(Health.Level.OK);
    assertThat(health().lines())
        .startsWith("1 answers remembered, the oldest of 2026-11-21 12:00:00 JST")
        .last()
        .asString()
        .startsWith("90 min behind the horizon");

    onceOnly.purge();
    assertThat(health().lines())
        .containsExactly(
            "0 answers remembered",
            "1 forgotten since the store was opened; last purge 2026-11-23 13:35:00 JST");
  }

  @Test
  void withoutAStoreTheInboxSaysNothing() {
    store.broken = true;

    assertThat(onceOnly.health()).isEmpty();
  }
}
