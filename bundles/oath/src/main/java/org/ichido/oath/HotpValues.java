package org.ichido.oath;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import org.ichido.api.Seed;

/**
 * The HOTP values of one seed (RFC 4226 section 5.3). Not thread-safe: made for one request, and
 * closed with it. Works in its own few arrays, so that nothing is left behind to wipe.
 */
final class HotpValues implements AutoCloseable {
  private final Hmacs hmacs;
  private final Mac mac;
  private final byte[] counter = new byte[Long.BYTES];
  private final byte[] hmac;
  private final byte[] digits;

  /**
   * @param hmacs those of the token's hash function
   * @param seed the key; stays open
   * @param length how many digits a value has, 6 to 8
   */
  HotpValues(Hmacs hmacs, Seed seed, int length) {
    this.hmacs = hmacs;
    this.mac = hmacs.keyed(seed);
    this.hmac = new byte[mac.getMacLength()];
    this.digits = new byte[length];
  }

  /**
   * @param factor the moving factor, not negative
   * @return its digits as ASCII bytes; the array of this object, which the next call overwrites
   */
  byte[] at(long factor) {
    for (int i = 0; i < Long.BYTES; i++) {
      counter[i] = (byte) (factor >>> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
    try {
      mac.update(counter);
      mac.doFinal(hmac, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM's HMAC does not fit its own length", e);
    }
    // Dynamic truncation: the last four bits say where the 31 bits begin.
    int offset = hmac[hmac.length - 1] & 0x0f;
    int value =
        (hmac[offset] & 0x7f) << 24
            | (hmac[offset + 1] & 0xff) << 16
            | (hmac[offset + 2] & 0xff) << 8
            | (hmac[offset + 3] & 0xff);
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    return digits;
  }

  /** Overwrites what was computed, and the key. */
  @Override
  public void close() {
    Arrays.fill(hmac, (byte) 0);
    Arrays.fill(digits, (byte) 0);
    hmacs.giveBack(mac);
  }
}
