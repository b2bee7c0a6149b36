package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {
  private static final Spread SPREAD = new Spread(2, 1, 4);

  @Test
  void theLimitItselfMeetsTheGoal() {
    assertThat(Bound.atLeast(2).metBy(SPREAD)).isTrue();
    assertThat(Bound.atLeast(2.01).metBy(SPREAD)).isFalse();
    assertThat(Bound.atMost(2).metBy(SPREAD)).isTrue();
    assertThat(Bound.atMost(1.99).metBy(SPREAD)).isFalse();
  }

  @Test
  void aPromiseOfTheWorstIsJudgedByTheWorst() {
    assertThat(Bound.everAtMost(4).metBy(SPREAD)).isTrue();
    assertThat(Bound.everAtMost(3.99).metBy(SPREAD)).isFalse();
  }

  @Test
  void timesBetterIsAboveOneWhereTheGoalIsMetWhicheverSideItIsOn() {
    assertThat(Bound.atLeast(2).timesBetter(3)).isEqualTo(1.5);
    assertThat(Bound.atMost(2).timesBetter(4)).isEqualTo(0.5);
    assertThat(Bound.everAtMost(2).timesBetter(4)).isEqualTo(0.5);
  }

  @Test
  void itReadsAsInTheListOfGoals() {
    assertThat(Bound.atLeast(0.85)).hasToString("≥ 0.85");
    assertThat(Bound.atMost(1.5)).hasToString("≤ 1.5");
    assertThat(Bound.everAtMost(1)).hasToString("each ≤ 1");
  }
}
