package org.ichido.core.system;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The platform's strong random generator as a service: keys, initialisation vectors, passwords and
 * token ids come from here. Lowest in rank, like the clock.
 */
@Component(service = RandomGenerator.class, property = "service.ranking:Integer=-1000")
public final class SystemRandomness implements RandomGenerator {
  private final SecureRandom random;

  /** For Declarative Services. */
  @Activate
  public SystemRandomness() {
    random = new SecureRandom();
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
