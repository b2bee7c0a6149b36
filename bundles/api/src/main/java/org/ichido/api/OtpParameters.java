package org.ichido.api;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How a device computes its codes. Fixed when a token is registered and kept with the token: a
 * later change of the bank's profile holds for new tokens and cannot change what is in a customer's
 * hand.
 *
 * @param algorithm the plain name of the OTP algorithm, such as {@code totp}
 * @param hash the hash function under the HMAC
 * @param digits 6 to 8
 * @param period how long one code stands on the display; whole seconds, 15 s to 5 min
 */
public record OtpParameters(String algorithm, HashFunction hash, int digits, Duration period) {
  /** The shortest period. */
  public static final Duration SHORTEST_PERIOD = Duration.ofSeconds(15);

  /** The longest period. */
  public static final Duration LONGEST_PERIOD = Duration.ofMinutes(5);

  /**
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public OtpParameters {
    Checked.visibleAscii("OTP algorithm", algorithm, 32);
    if (digits < OneTimeCode.SHORTEST || digits > OneTimeCode.LONGEST) {
      throw new IllegalArgumentException("digits: 6 to 8, but got " + digits);
    }
    if (period.compareTo(SHORTEST_PERIOD) < 0
        || period.compareTo(LONGEST_PERIOD) > 0
        || !period.truncatedTo(ChronoUnit.SECONDS).equals(period)) {
      throw new IllegalArgumentException("period: whole seconds, 15 s to 5 min, but got " + period);
    }
  }
}
