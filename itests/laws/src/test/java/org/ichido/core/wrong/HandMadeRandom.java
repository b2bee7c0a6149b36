package org.ichido.core.wrong;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class HandMadeRandom {
  private HandMadeRandom() {}

  public static final class Strong {
    final Random random = new SecureRandom();
  }

  public static final class Weak {
    final Random random = new Random();
  }

  public static final class Mathematical {
    final double random = Math.random();
  }

  public static final class Named {
    final UUID random = UUID.randomUUID();
  }

  public static final class Local {
    final int random = ThreadLocalRandom.current().nextInt();
  }

  public static final class Chosen {
    final RandomGenerator random = RandomGenerator.getDefault();
  }
}
