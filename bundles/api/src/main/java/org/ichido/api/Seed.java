package org.ichido.api;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A token's shared secret. Between 16 and 64 bytes: RFC 4226 section 4 (R6) demands 128 bits and
 * recommends 160; 64 bytes are the block of SHA-512's vectors in RFC 6238.
 *
 * <p>It prints its length alone, cannot be serialised, and {@link #close()} overwrites it. Open it
 * in a try-with-resources statement. Safe for use by several threads until it is closed.
 */
public final class Seed implements AutoCloseable {
  /** The fewest bytes. */
  public static final int SHORTEST = 16;

  /** The most bytes. */
  public static final int LONGEST = 64;

  private final byte[] secret;

  private Seed(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Copies a secret; the caller keeps its own array and should wipe it.
   *
   * @param secret 16 to 64 bytes
   * @return the seed
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public static Seed copyOf(byte[] secret) {
    if (secret.length < SHORTEST || secret.length > LONGEST) {
      throw new IllegalArgumentException(
          "seed: %d to %d bytes, but got %d".formatted(SHORTEST, LONGEST, secret.length));
    }
    return new Seed(secret.clone());
  }

  /**
   * @return the number of bytes, 16 to 64
   */
  public int length() {
    return secret.length;
  }

  /**
   * @return a copy of the secret, for an algorithm or a vault; the caller wipes it
   */
  public byte[] copy() {
    return secret.clone();
  }

  /** Overwrites the secret. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seed seed && MessageDigest.isEqual(secret, seed.secret);
  }

  /** The length: a hash of the bytes would say something about them. */
  @Override
  public int hashCode() {
    return secret.length;
  }

  @Override
  public String toString() {
    return "Seed(" + secret.length + " bytes)";
  }
}
