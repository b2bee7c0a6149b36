package org.ichido.core.fakes;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;

/** Stands where a profile names the rule that banks use, and never locks for good. */
public final class DelayOfAMinute implements LockoutRule {
  @Override
  public String name() {
    return "consecutive-failures";
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    settings.number("failures", 1, 1000);
    return failures ->
        Optional.of(
            new Lock.Until(failures.latest(), failures.latest().plus(Duration.ofMinutes(1))));
  }
}
