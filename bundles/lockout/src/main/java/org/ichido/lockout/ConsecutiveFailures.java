package org.ichido.lockout;

import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;
import org.osgi.service.component.annotations.Component;

/**
 * Locks with the n-th wrong code in a row, until a person unlocks (S4-36, S4-38). A success or an
 * unlock begins the count anew.
 *
 * <p>Its one parameter is {@code failures}, the n: 1 to 100. A payment service in the EU may allow
 * at most 5 (RTS 2018/389 article 4(3)(b)); 100 is the most that NIST SP 800-63B section 5.2.2
 * allows anybody. Thread-safe and without state.
 */
@Component(property = "name=" + ConsecutiveFailures.NAME)
public final class ConsecutiveFailures implements LockoutRule {
  static final String NAME = "consecutive-failures";

  private static final int MOST = 100;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    int limit = settings.number("failures", 1, MOST);
    return failures ->
        // Not only at the limit itself: a profile that became stricter locks with the next one.
        failures.consecutive() >= limit
            ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
            : Optional.empty();
  }
}
