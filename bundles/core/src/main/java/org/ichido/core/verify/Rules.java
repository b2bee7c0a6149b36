package org.ichido.core.verify;

import java.util.List;
import org.ichido.spi.Lockout;

/**
 * What a bank's profile says about codes.
 *
 * @param window which steps are accepted
 * @param lockouts the lockout rules with their parameters; the lock that holds longest wins
 */
public record Rules(Window window, List<Lockout> lockouts) {
  /** Copies the list. */
  public Rules {
    lockouts = List.copyOf(lockouts);
  }
}
