package org.ichido.spi;

import java.util.Arrays;

/**
 * A seed that only the vault can open, and only for the token it was sealed for. Immutable.
 * Ciphertext, so no secret; it prints its length all the same.
 */
public final class SealedSeed {
  private final int keyEpoch;
  private final byte[] bytes;

  /**
   * @param keyEpoch which key of the vault sealed it, from 1
   * @param bytes what the vault made of the seed
   */
  public SealedSeed(int keyEpoch, byte[] bytes) {
    this.keyEpoch = keyEpoch;
    this.bytes = bytes.clone();
  }

  /**
   * @return which key of the vault sealed it, from 1
   */
  public int keyEpoch() {
    return keyEpoch;
  }

  /**
   * @return a copy of what the vault made of the seed
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedSeed sealed
        && keyEpoch == sealed.keyEpoch
        && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * keyEpoch + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SealedSeed(epoch " + keyEpoch + ", " + bytes.length + " bytes)";
  }
}
