package org.ichido.spi;

import java.util.Optional;
import org.ichido.api.Lock;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A lockout rule with the parameters of one profile. A pure function: the same failures give the
 * same lock. Core never lets its answer shorten a lock that is in force.
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
