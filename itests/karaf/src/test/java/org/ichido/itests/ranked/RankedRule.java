package org.ichido.itests.ranked;

import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.Settings;

/** Somebody else's lockout rule; it asks the former one. */
public final class RankedRule implements LockoutRule {
  private volatile LockoutRule former;

  @Override
  public String name() {
    return former.name();
  }

  @Override
  public Lockout configured(Settings settings) throws InvalidSetting {
    return former.configured(settings);
  }
}
