package org.ichido.core.system;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.random.RandomGenerator;

/**
 * The randomness service in the form in which {@code javax.crypto} takes it. It makes no randomness
 * of its own: a cipher that is given nothing would ask the machine.
 */
public final class CipherRandomness extends SecureRandom {
  private static final long serialVersionUID = 1L;

  /**
   * @param random the service; thread-safe and fit for keys
   */
  public CipherRandomness(RandomGenerator random) {
    super(new Service(random), null);
  }

  private static final class Service extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator random;

    Service(RandomGenerator random) {
      this.random = random;
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] seed = new byte[length];
      random.nextBytes(seed);
      return seed;
    }

    /** What somebody else wants to add is not needed. */
    @Override
    protected void engineSetSeed(byte[] seed) {}
  }
}
