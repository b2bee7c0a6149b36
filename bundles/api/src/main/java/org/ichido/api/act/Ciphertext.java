package org.ichido.api.act;

import java.util.Arrays;

/**
 * What was encrypted to a public key of ours or of an app. No secret by itself; prints its length.
 * Immutable.
 */
public final class Ciphertext {
  /** The most bytes: an RSA modulus of 4,096 bits. */
  public static final int LONGEST = 512;

  private final byte[] bytes;

  /**
   * @param bytes 1 to 512 bytes, copied
   * @throws IllegalArgumentException if there are fewer or more
   */
  public Ciphertext(byte[] bytes) {
    if (bytes.length < 1 || bytes.length > LONGEST) {
      throw new IllegalArgumentException(
          "ciphertext: 1 to %d bytes, but got %d".formatted(LONGEST, bytes.length));
    }
    this.bytes = bytes.clone();
  }

  /**
   * @return a copy of the bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ciphertext text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Ciphertext(" + bytes.length + " bytes)";
  }
}
