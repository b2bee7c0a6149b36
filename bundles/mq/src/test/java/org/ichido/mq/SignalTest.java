package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private static CompletableFuture<Boolean> awaited(Signal signal) {
    return CompletableFuture.supplyAsync(signal::await);
  }

  @Test
  void theFirstRoundBeginsAtOnce() throws Exception {
    assertThat(awaited(new Signal(NEVER)).get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsRaisedBeforeItWaitsIsNotLost() throws Exception {
    Signal signal = new Signal(NEVER);
    signal.await();
    signal.raise();
    assertThat(awaited(signal).get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itIsWokenWhileItWaits() throws Exception {
    Signal signal = new Signal(NEVER);
    signal.await();
    CompletableFuture<Boolean> waiting = awaited(signal);
    signal.raise();
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itLooksFromTimeToTimeThoughNobodyRaisesIt() throws Exception {
    Signal signal = new Signal(Duration.ofMillis(1));
    signal.await();
    assertThat(awaited(signal).get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theEndIsTheEndThoughItWasRaisedAsWell() throws Exception {
    Signal signal = new Signal(NEVER);
    signal.await();
    CompletableFuture<Boolean> waiting = awaited(signal);
    signal.end();
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isFalse();
    signal.raise();
    assertThat(signal.await()).isFalse();
    assertThat(signal.ended()).isTrue();
  }

  /** Else an interrupt would turn the waiting into spinning. */
  @Test
  void anInterruptIsNoRound() throws Exception {
    Signal signal = new Signal(Duration.ofMillis(50));
    signal.await();
    Thread.currentThread().interrupt();
    assertThat(signal.await()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }
}
