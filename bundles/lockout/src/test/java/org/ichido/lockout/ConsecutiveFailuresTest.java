package org.ichido.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.evidence.Requirement;
import org.ichido.spi.Failures;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.LockoutRuleContract;
import org.ichido.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsecutiveFailuresTest extends LockoutRuleContract {
  private static final Instant MORNING = Instant.parse("2026-04-01T00:00:00Z");

  private final LockoutRule rule = new ConsecutiveFailures();

  @Override
  protected LockoutRule rule() {
    return rule;
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("failures", "5");
  }

  /** With the fifth reply, all users of the token counted together. */
  @Test
  @Requirement("S4-36")
  void locksWithTheFifthFailureAndStaysLockedUntilAPersonUnlocks() throws InvalidSetting {
    Lockout lockout = configured("5");
    for (int nth = 1; nth <= 4; nth++) {
      assertThat(lockout.after(new Failures(nth, atMinute(nth)))).as("failure %d", nth).isEmpty();
    }

    Optional<Lock> lock = lockout.after(new Failures(5, atMinute(5)));

    assertThat(lock).contains(new Lock.UntilUnlocked(atMinute(5)));
    assertThat(lock.orElseThrow().end()).isEmpty();
    assertThat(lock.orElseThrow().inForce(MORNING.plus(Duration.ofDays(36_500)))).isTrue();
  }

  @Test
  void timeBetweenFailuresChangesNothing() throws InvalidSetting {
    Instant yearsLater = MORNING.plus(Duration.ofDays(3_650));
    assertThat(configured("5").after(new Failures(4, yearsLater))).isEmpty();
    assertThat(configured("5").after(new Failures(5, yearsLater))).isPresent();
  }

  @Test
  void aCountThatBeginsAnewAfterASuccessOrAnUnlockLocksAtTheFifthAgain() throws InvalidSetting {
    Lockout lockout = configured("5");
    assertThat(lockout.after(new Failures(5, atMinute(5)))).isPresent();
    assertThat(lockout.after(new Failures(1, atMinute(6)))).isEmpty();
    assertThat(lockout.after(new Failures(4, atMinute(9)))).isEmpty();
    assertThat(lockout.after(new Failures(5, atMinute(10)))).isPresent();
  }

  @Test
  void aProfileThatBecameStricterLocksWithTheNextFailure() throws InvalidSetting {
    assertThat(configured("3").after(new Failures(7, atMinute(7))))
        .contains(new Lock.UntilUnlocked(atMinute(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void locksWithTheFailureThatTheProfileSays(int limit) throws InvalidSetting {
    Lockout lockout = configured(Integer.toString(limit));
    if (limit > 1) {
      assertThat(lockout.after(new Failures(limit - 1, MORNING))).isEmpty();
    }
    assertThat(lockout.after(new Failures(limit, MORNING))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "5 times", "five"})
  void aNumberOutOfRangeIsRefusedByItsWholeKey(String value) {
    assertThatThrownBy(() -> configured(value))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(
            "lockout.consecutive-failures.failures: must be a whole number from 1 to 100, but is '"
                + value
                + "'");
  }

  @Test
  void itIsCalledConsecutiveFailures() {
    assertThat(rule.name()).isEqualTo("consecutive-failures");
  }

  private static Instant atMinute(int minute) {
    return MORNING.plus(Duration.ofMinutes(minute));
  }

  private Lockout configured(String failures) throws InvalidSetting {
    String prefix = "lockout.consecutive-failures.";
    return rule.configured(Settings.of(Map.of(prefix + "failures", failures)).section(prefix));
  }
}
