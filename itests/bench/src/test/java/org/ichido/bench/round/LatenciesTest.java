package org.ichido.bench.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aPercentileIsTheNearestRankOverAllThreads() {
    Latencies one = new Latencies();
    Latencies other = new Latencies();
    for (int i = 5_000; i >= 1; i--) {
      one.add((2L * i - 1) * 1_000_000);
      other.add(2L * i * 1_000_000);
    }
    Latencies all = Latencies.merged(List.of(one, other));
    assertThat(all.count()).isEqualTo(10_000);
    assertThat(all.percentile(50)).isEqualTo(5_000);
    assertThat(all.percentile(99)).isEqualTo(9_900);
    assertThat(all.percentile(100)).isEqualTo(10_000);
  }

  @Test
  void oneOperationIsEveryPercentile() {
    Latencies one = new Latencies();
    one.add(2_500_000);
    assertThat(one.percentile(1)).isEqualTo(2.5);
    assertThat(one.percentile(99)).isEqualTo(2.5);
  }

  @Test
  void noOperationHasNoPercentile() {
    assertThatThrownBy(() -> new Latencies().percentile(50))
        .hasMessageContaining("no operation ended");
  }
}
