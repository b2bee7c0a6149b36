package org.ichido.spi;

import java.time.Instant;

/**
 * The failures of a token, as a lockout rule sees them.
 *
 * @param consecutive how many were counted since the last success or unlock, this one included; at
 *     least 1. Of a shared token, those of all its users (S4-36).
 * @param latest when this one happened
 */
public record Failures(int consecutive, Instant latest) {
  /**
   * @throws IllegalArgumentException if there is no failure
   */
  public Failures {
    if (consecutive < 1) {
      throw new IllegalArgumentException("failures: at least 1, but got " + consecutive);
    }
  }
}
