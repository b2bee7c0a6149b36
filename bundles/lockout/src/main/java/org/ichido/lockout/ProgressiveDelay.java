package org.ichido.lockout;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;
import org.osgi.service.component.annotations.Component;

/**
 * Locks for a while, and for twice as long after each further failure, up to a ceiling: a guesser
 * runs out of time, and a customer who mistypes waits instead of going to the branch (RFC 4226
 * section 7.3; NIST SP 800-63B section 5.2.2 speaks of 30 seconds to an hour). What is tried while
 * it holds is not counted, so that nobody can prolong it. A success or an unlock begins anew.
 *
 * <p>Its parameters are {@code after}, the failure in a row that brings the first delay, 1 to 100;
 * {@code first}, how long that is; and {@code ceiling}, the longest. A payment service in the EU
 * sets {@code after} to 5 at the most (RTS 2018/389 article 4(3)(b)). It goes beside {@code
 * consecutive-failures} or instead of it: the hundredth failure locks for good in either case, and
 * core sees to that. Thread-safe and without state.
 */
@Component(property = "name=" + ProgressiveDelay.NAME)
public final class ProgressiveDelay implements LockoutRule {
  static final String NAME = "progressive-delay";

  private static final int MOST = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    int after = settings.number("after", 1, MOST);
    Duration first = settings.duration("first", SHORTEST, LONGEST);
    Duration ceiling = settings.duration("ceiling", SHORTEST, LONGEST);
    if (ceiling.compareTo(first) < 0) {
      throw settings.problem("ceiling", "is shorter than 'first'");
    }
    return failures ->
        failures.consecutive() < after
            ? Optional.empty()
            : Optional.of(
                new Lock.Until(
                    failures.latest(),
                    failures.latest().plus(delay(first, ceiling, failures.consecutive() - after))));
  }

  private static Duration delay(Duration first, Duration ceiling, int doublings) {
    Duration delay = first;
    for (int i = 0; i < doublings && delay.compareTo(ceiling) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(ceiling) < 0 ? delay : ceiling;
  }
}
