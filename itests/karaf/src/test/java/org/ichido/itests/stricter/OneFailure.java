package org.ichido.itests.stricter;

import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;

/** Somebody else's lockout rule under the known name: it locks at the first failure. */
public final class OneFailure implements LockoutRule {
  @Override
  public String name() {
    return "consecutive-failures";
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    settings.number("failures", 1, 100);
    return failures -> Optional.of(new Lock.UntilUnlocked(failures.latest()));
  }
}
