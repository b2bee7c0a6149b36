package org.ichido.bench.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final CpuMeter NONE = () -> Duration.ZERO;

  @Test
  void allCallersAskAtOnceAndEveryOperationCounts() throws Exception {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    AtomicInteger asked = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(3);
    Callers callers =
        new Callers(
            "three",
            3,
            caller -> {
              asked.incrementAndGet();
              if (seen.add(caller)) {
                // Passes only if all three are here at the same time.
                together.await(30, TimeUnit.SECONDS);
              }
            },
            NONE);
    Sample sample = callers.work(Duration.ofSeconds(1));
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(sample.operations()).isEqualTo(asked.get());
    assertThat(sample.median()).isPresent();
  }

  @Test
  void aWrongAnswerLeavesNoFigure() {
    Callers callers =
        new Callers(
            "two",
            2,
            caller -> {
              throw new IllegalStateException("refused");
            },
            NONE);
    assertThatThrownBy(() -> callers.work(Duration.ofSeconds(1)))
        .hasMessageContaining("two: a caller was not answered right")
        .hasRootCauseMessage("refused");
  }
}
