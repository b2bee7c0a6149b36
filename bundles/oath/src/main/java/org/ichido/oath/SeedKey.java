package org.ichido.oath;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import javax.crypto.SecretKey;
import org.ichido.api.Seed;

/**
 * A seed as the JCA wants it. A {@code SecretKeySpec} would hold a copy of its own that nobody can
 * wipe; this hands out copies of the seed, and the JDK's HMAC wipes what it gets.
 */
final class SeedKey implements SecretKey {
  private static final long serialVersionUID = 1L;

  private final transient Seed seed;
  private final String algorithm;

  SeedKey(Seed seed, String algorithm) {
    this.seed = seed;
    this.algorithm = algorithm;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return seed.copy();
  }

  @Override
  public String toString() {
    return "SeedKey(" + seed + ")";
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("a seed is never written");
  }
}
