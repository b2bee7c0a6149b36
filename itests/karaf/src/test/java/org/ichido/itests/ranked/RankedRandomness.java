package org.ichido.itests.ranked;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Somebody else's randomness, such as an HSM's. */
public final class RankedRandomness implements RandomGenerator {
  private final SecureRandom random = new SecureRandom();

  @Override
  public long nextLong() {
    return random.nextLong();
  }
}
