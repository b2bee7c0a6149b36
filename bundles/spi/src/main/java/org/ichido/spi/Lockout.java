package org.ichido.spi;

import java.util.Optional;
import org.ichido.api.Lock;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A lockout rule with the parameters of one profile. A pure function: the same failures give the
 * same lock, and a lock begins with the failure that it follows. Core examines that for 1 to 100
 * failures before the profile holds, never lets an answer shorten a lock that is in force, and
 * locks with the hundredth failure by itself. If it throws, the token is locked until somebody
 * unlocks.
 */
@ConsumerType
@FunctionalInterface
public interface Lockout {
  /**
   * @param failures what has been counted, the failure just now included
   * @return the lock that follows from it; empty for none
   */
  Optional<Lock> after(Failures failures);
}
