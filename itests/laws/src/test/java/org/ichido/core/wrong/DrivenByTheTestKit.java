package org.ichido.core.wrong;

import java.time.Instant;
import org.ichido.testkit.clock.DrivenClock;

/** Breaks a law on purpose. */
public final class DrivenByTheTestKit {
  /** A product that can be driven is driven one day. */
  public DrivenClock clock() {
    return new DrivenClock(Instant.EPOCH);
  }
}
