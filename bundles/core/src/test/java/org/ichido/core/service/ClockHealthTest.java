package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ichido.api.Health;
import org.ichido.core.fakes.MemoryStore;
import org.ichido.core.fakes.OpenVault;
import org.ichido.core.system.SystemClock;
import org.ichido.testkit.clock.DrivenClock;
import org.junit.jupiter.api.Test;

/** Whoever tells the time decides which codes are right, so somebody should see it. */
class ClockHealthTest {
  private static List<Health> health(Clock clock) {
    return new CurrentServices(new MemoryStore(), new OpenVault(), clock).health();
  }

  @Test
  void aboutTheMachinesOwnClockThereIsNothingToSay() {
    assertThat(health(new SystemClock())).isEmpty();
  }

  @Test
  void anyOtherClockIsAWarningThatNamesIt() {
    assertThat(health(new DrivenClock(Instant.EPOCH)))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.part()).isEqualTo("clock");
              assertThat(warning.level()).isEqualTo(Health.Level.WARN);
              assertThat(warning.lines().get(0)).contains(DrivenClock.class.getName());
            });
  }
}
