package org.ichido.itests.broken;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;

/** A lockout rule with a mistake: its lock does not begin with the failure. */
public final class LocksTheFormerDay implements LockoutRule {
  @Override
  public String name() {
    return "consecutive-failures";
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    settings.number("failures", 1, 100);
    return failures ->
        Optional.of(new Lock.UntilUnlocked(failures.latest().minus(Duration.ofDays(1))));
  }
}
