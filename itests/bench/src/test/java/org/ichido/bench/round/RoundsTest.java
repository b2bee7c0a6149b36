package org.ichido.bench.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ichido.bench.figure.Spread;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> turns = new ArrayList<>();
  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private final Rounds rounds = new Rounds(3, 0.5, nowhere);

  @Test
  void contendersTakeTurnsAndTheFirstRoundIsDropped() throws Exception {
    Results results =
        rounds.run("P0", Duration.ofSeconds(4), List.of(steps("A", 10), steps("B", 20)));
    assertThat(turns)
        .containsExactly(
            "A PT2S", "B PT2S", "A PT2S", "B PT2S", "A PT2S", "B PT2S", "A PT2S", "B PT2S");
    assertThat(results.rounds("A")).extracting(Sample::operations).containsExactly(20L, 30L, 40L);
  }

  @Test
  void theyChangePlacesWithinARoundAndItsPartsAddUp() throws Exception {
    Results results =
        rounds.run("P0", Duration.ofSeconds(4), 2, List.of(steps("A", 10), steps("B", 20)));
    assertThat(turns.subList(0, 4)).containsExactly("A PT1S", "B PT1S", "A PT1S", "B PT1S");
    assertThat(results.rounds("A")).extracting(Sample::operations).containsExactly(70L, 110L, 150L);
    assertThat(results.rounds("A")).extracting(Sample::seconds).containsOnly(2.0);
  }

  @Test
  void aRatioComparesTheSameRound() throws Exception {
    Results results =
        rounds.run("P0", Duration.ofSeconds(4), List.of(steps("A", 10), steps("B", 20)));
    // 20, 30, 40 against 40, 60, 80 a second
    assertThat(results.ratio("A", "B", Sample::perSecond)).isEqualTo(new Spread(0.5, 0.5, 0.5));
    assertThat(results.of("A", Sample::cpuMillis)).isEqualTo(new Spread(500.0 / 30, 12.5, 25));
    assertThat(results.rates()).extracting(rate -> rate.contender()).containsExactly("A", "B");
  }

  @Test
  void whoeverDidNotRunHasNoFigure() {
    Results none = new Results("P0", Map.of());
    assertThatThrownBy(() -> none.rounds("C")).hasMessageContaining("C did not run");
  }

  @Test
  void percentilesDoNotAddUp() {
    Sample timed =
        new Sample(1, 1, 1, OptionalDouble.of(1), OptionalDouble.of(1), 0, Map.of("gap", 1.0));
    assertThatThrownBy(() -> timed.plus(timed)).hasMessageContaining("do not add up");
    assertThat(timed.with("wrong", 2).extra("wrong")).isEqualTo(2);
    assertThat(timed.extra("gap")).isEqualTo(1);
    assertThatThrownBy(() -> timed.extra("lost")).hasMessageContaining("nobody counted lost");
  }

  /** Does so many more operations each time, in one second and half a second of CPU. */
  private Contender steps(String name, long more) {
    return new Contender() {
      private long operations;

      @Override
      public String name() {
        return name;
      }

      @Override
      public Sample work(Duration time) {
        turns.add(name + " " + time);
        operations += more;
        return new Sample(
            operations, 1, 0.5, OptionalDouble.empty(), OptionalDouble.empty(), 0, Map.of());
      }
    };
  }
}
