package org.ichido.spi.store;

import java.util.HexFormat;

/**
 * A keyed hash of what a request asks, to tell an honest resend from an id used twice.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {
  /**
   * @param bytes 32 bytes from the vault
   * @return the fingerprint
   */
  public static Fingerprint of(byte[] bytes) {
    return new Fingerprint(HexFormat.of().formatHex(bytes));
  }
}
