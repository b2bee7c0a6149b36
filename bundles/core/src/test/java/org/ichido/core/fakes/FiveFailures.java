package org.ichido.core.fakes;

import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;

/** A rule like the one that banks use, so that core's tests need no other bundle. */
public final class FiveFailures implements LockoutRule {
  @Override
  public String name() {
    return "consecutive-failures";
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    int limit = settings.number("failures", 1, 1000);
    return failures ->
        failures.consecutive() >= limit
            ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
            : Optional.empty();
  }
}
