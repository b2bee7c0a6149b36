package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LockoutRule} promises. Extend it beside the implementation and add its time
 * line there.
 */
public abstract class LockoutRuleContract {
  /**
   * @return the rule
   */
  protected abstract LockoutRule rule();

  /**
   * @return parameters as a profile's section {@code lockout.<name>.} has them, each of them needed
   */
  protected abstract Map<String, String> parameters();

  @Test
  void itsNameIsPlainAndStable() {
    assertThat(rule().name()).matches("[a-z][a-z0-9-]{0,31}").isEqualTo(rule().name());
  }

  @Test
  void itReadsEveryParameterItKnows() throws InvalidSetting {
    Settings profile = profile(parameters());
    rule().configured(section(profile));
    assertThat(profile.unread()).isEmpty();
  }

  @Test
  void anUnknownParameterStaysUnread() throws InvalidSetting {
    Map<String, String> values = new TreeMap<>(parameters());
    values.put("no-such-parameter", "1");
    Settings profile = profile(values);
    rule().configured(section(profile));
    assertThat(profile.unread()).containsExactly(prefix() + "no-such-parameter");
  }

  @Test
  void aMissingParameterIsNamedWhole() {
    assertThat(parameters()).isNotEmpty();
    for (String key : parameters().keySet()) {
      Map<String, String> values = new TreeMap<>(parameters());
      values.remove(key);
      assertThatThrownBy(() -> rule().configured(section(profile(values))))
          .isInstanceOfSatisfying(
              InvalidSetting.class, e -> assertThat(e.key()).isEqualTo(prefix() + key));
    }
  }

  @Property
  void theSameFailuresGiveTheSameLock(
      @ForAll @IntRange(min = 1, max = 1000) int before,
      @ForAll @IntRange(min = 1, max = 1000) int consecutive,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second)
      throws InvalidSetting {
    Failures failures = new Failures(consecutive, Instant.ofEpochSecond(second));
    Lockout lockout = rule().configured(section(profile(parameters())));
    lockout.after(new Failures(before, Instant.ofEpochSecond(second + 1)));
    Lockout other = rule().configured(section(profile(parameters())));
    assertThat(lockout.after(failures)).isEqualTo(other.after(failures));
  }

  @Property
  void aLockBeginsWithTheFailureAndIsInForceAtOnce(
      @ForAll @IntRange(min = 1, max = 1000) int consecutive,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second)
      throws InvalidSetting {
    Instant latest = Instant.ofEpochSecond(second);
    Lockout lockout = rule().configured(section(profile(parameters())));
    assertThat(lockout.after(new Failures(consecutive, latest)).stream())
        .allSatisfy(
            lock -> {
              assertThat(lock.since()).isEqualTo(latest);
              assertThat(lock.inForce(latest)).isTrue();
            });
  }

  @Test
  void itLocksWithTheHundredthFailureAtTheLatest() throws InvalidSetting {
    Lockout lockout = rule().configured(section(profile(parameters())));
    boolean locked = false;
    for (int consecutive = 1; consecutive <= 100 && !locked; consecutive++) {
      locked = lockout.after(new Failures(consecutive, Instant.EPOCH)).isPresent();
    }
    assertThat(locked).as("no more than 100 guesses (NIST SP 800-63B section 5.2.2)").isTrue();
  }

  private String prefix() {
    return "lockout." + rule().name() + ".";
  }

  private Settings profile(Map<String, String> parameters) {
    Map<String, String> values = new TreeMap<>();
    parameters.forEach((key, value) -> values.put(prefix() + key, value));
    return Settings.of(values);
  }

  private Settings section(Settings profile) {
    return profile.section(prefix());
  }
}
