package org.ichido.testkit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class DrivenClockTest {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

  private final DrivenClock clock = new DrivenClock(NOON);

  @Test
  void itStandsWhereItStarted() {
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void itIsSetForwardAndBack() {
    clock.set(NOON.plusSeconds(3600));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));

    clock.set(NOON.minusSeconds(1));
    assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
  }

  @Test
  void itAdvancesFromWhereItIs() {
    clock.advance(Duration.ofDays(30));
    clock.advance(Duration.ofMillis(-1));

    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(30)).minusMillis(1));
  }

  @Test
  void aCopyInAnotherZoneIsDrivenWithIt() {
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

    clock.advance(Duration.ofMinutes(1));

    assertThat(tokyo.instant()).isEqualTo(NOON.plusSeconds(60));
    assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(clock.getZone().getId()).isEqualTo("Z");
  }

  @Test
  void noMoveOfManyThreadsIsLost() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(8);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(() -> advanceTenThousandTimes(barrier)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(80_000));
  }

  private void advanceTenThousandTimes(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < 10_000; i++) {
      clock.advance(Duration.ofMillis(1));
    }
  }

  @Test
  void aConfigurationSaysWhereItStarts() {
    assertThat(new DrivenClockComponent(new Start("2027-04-01T03:00:00Z")).instant())
        .isEqualTo(NOON);
  }

  @Test
  void aStartThatIsNoTimeIsToldWithFileAndKey() {
    assertThatThrownBy(() -> new DrivenClockComponent(new Start("noon")))
        .hasMessageStartingWith("etc/org.ichido.testkit.clock.cfg: start: ")
        .hasMessageEndingWith("'noon'");
  }

  private record Start(String start) implements DrivenClockComponent.Configuration {
    @Override
    public Class<? extends Annotation> annotationType() {
      return DrivenClockComponent.Configuration.class;
    }
  }
}
