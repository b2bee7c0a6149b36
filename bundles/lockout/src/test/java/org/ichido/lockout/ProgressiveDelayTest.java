package org.ichido.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ichido.api.Lock;
import org.ichido.spi.Failures;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.LockoutRuleContract;
import org.ichido.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressiveDelayTest extends LockoutRuleContract {
  private static final Instant MORNING = Instant.parse("2026-04-01T00:00:00Z");

  private final LockoutRule rule = new ProgressiveDelay();

  @Override
  protected LockoutRule rule() {
    return rule;
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("after", "3", "first", "30 s", "ceiling", "1 h");
  }

  /** The time line: each failure as soon as the lock of the one before is over. */
  @Test
  void fromTheThirdFailureOnTheDelayDoublesUpToItsCeiling() throws InvalidSetting {
    Lockout lockout = configured(parameters());
    Instant now = MORNING;
    List<String> delays = new ArrayList<>();
    for (int nth = 1; nth <= 12; nth++) {
      Optional<Lock> lock = lockout.after(new Failures(nth, now));
      delays.add(lock.map(l -> Duration.between(l.since(), l.end().orElseThrow())).toString());
      now = lock.flatMap(Lock::end).orElse(now);
    }
    assertThat(delays)
        .containsExactly(
            "Optional.empty",
            "Optional.empty",
            "Optional[PT30S]",
            "Optional[PT1M]",
            "Optional[PT2M]",
            "Optional[PT4M]",
            "Optional[PT8M]",
            "Optional[PT16M]",
            "Optional[PT32M]",
            "Optional[PT1H]",
            "Optional[PT1H]",
            "Optional[PT1H]");
    assertThat(now).as("all twelve").isEqualTo(Instant.parse("2026-04-01T04:03:30Z"));
  }

  @Test
  void theLockIsOverAtItsEndAndNotBefore() throws InvalidSetting {
    Lock lock = configured(parameters()).after(new Failures(3, MORNING)).orElseThrow();
    assertThat(lock.inForce(MORNING.plusMillis(29_999))).isTrue();
    assertThat(lock.inForce(MORNING.plusSeconds(30))).isFalse();
  }

  @Test
  void aCountThatBeginsAnewAfterASuccessOrAnUnlockDelaysAtTheThirdAgain() throws InvalidSetting {
    Lockout lockout = configured(parameters());
    assertThat(lockout.after(new Failures(9, MORNING))).isPresent();
    assertThat(lockout.after(new Failures(1, MORNING))).isEmpty();
    assertThat(lockout.after(new Failures(3, MORNING)))
        .contains(new Lock.Until(MORNING, MORNING.plusSeconds(30)));
  }

  @Test
  void withACeilingEqualToTheFirstEveryDelayIsTheSame() throws InvalidSetting {
    Lockout lockout = configured(with("ceiling", "30 s"));
    assertThat(lockout.after(new Failures(99, MORNING)))
        .contains(new Lock.Until(MORNING, MORNING.plusSeconds(30)));
  }

  @Property
  void oneFailureMoreNeverLocksShorterAndNoneLongerThanTheCeiling(
      @ForAll @IntRange(min = 1, max = 100) int after,
      @ForAll @IntRange(min = 1, max = 3_600) int first,
      @ForAll @IntRange(min = 0, max = 80_000) int more)
      throws InvalidSetting {
    Duration ceiling = Duration.ofSeconds(first + more);
    Lockout lockout =
        configured(
            Map.of(
                "after", after + "",
                "first", first + " s",
                "ceiling", ceiling.toSeconds() + " s"));
    Duration former = Duration.ZERO;
    for (int nth = 1; nth <= 130; nth++) {
      Optional<Lock> lock = lockout.after(new Failures(nth, MORNING));
      assertThat(lock.isPresent()).isEqualTo(nth >= after);
      Duration delay =
          lock.map(l -> Duration.between(MORNING, l.end().orElseThrow())).orElse(Duration.ZERO);
      assertThat(delay).isBetween(former, ceiling);
      former = delay;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "after, 0, 'after: must be a whole number from 1 to 100'",
    "after, 101, 'after: must be a whole number from 1 to 100'",
    "first, 999 ms, 'first: must be a duration with its unit (ms, s, min, h, d) from 1 s to 24 h'",
    "first, 30, 'first: must be a duration'",
    "first, 61 min, 'ceiling: is shorter than ''first'''",
    "ceiling, 25 h, 'ceiling: must be a duration'",
    "ceiling, 29 s, 'ceiling: is shorter than ''first'''",
  })
  void aParameterOutOfRangeIsRefusedByItsWholeKey(String key, String value, String problem) {
    assertThatThrownBy(() -> configured(with(key, value)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("lockout.progressive-delay." + problem);
  }

  @Test
  void itIsCalledProgressiveDelay() {
    assertThat(rule.name()).isEqualTo("progressive-delay");
  }

  private Map<String, String> with(String key, String value) {
    Map<String, String> values = new TreeMap<>(parameters());
    values.put(key, value);
    return values;
  }

  private Lockout configured(Map<String, String> parameters) throws InvalidSetting {
    String prefix = "lockout.progressive-delay.";
    Map<String, String> values = new TreeMap<>();
    parameters.forEach((key, value) -> values.put(prefix + key, value));
    return rule.configured(Settings.of(values).section(prefix));
  }
}
