package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 8));
  }

  @Test
  void nothingAndWhatIsNoNumberAreRefused() {
    assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("nothing was measured");
    assertThatThrownBy(() -> Spread.of(List.of(1.0, Double.NaN)))
        .hasMessageContaining("nothing was measured");
    assertThatThrownBy(() -> Spread.of(List.of(1.0 / 0)))
        .hasMessageContaining("nothing was measured");
  }
}
