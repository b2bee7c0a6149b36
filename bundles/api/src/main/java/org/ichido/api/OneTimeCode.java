package org.ichido.api;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A one-time code as it was typed: 6 to 8 ASCII digits and nothing else. No sign, no blank, no
 * full-width or Arabic-Indic digit: a lenient parser would give one code several spellings.
 *
 * <p>It is a secret until it has been consumed: it prints its length alone, compares in constant
 * time, cannot be serialised, and can be wiped. Immutable but for {@link #close()}; safe for use by
 * several threads until then.
 */
public final class OneTimeCode implements AutoCloseable {
  /** The fewest digits (RFC 4226 section 5.3). */
  public static final int SHORTEST = 6;

  /** The most digits (RFC 6238 section 1.2). */
  public static final int LONGEST = 8;

  private final byte[] digits;

  private OneTimeCode(byte[] digits) {
    this.digits = digits;
  }

  /**
   * Reads a code.
   *
   * @param text 6 to 8 ASCII digits
   * @return the code
   * @throws IllegalArgumentException for anything else; the message does not repeat the text
   */
  public static OneTimeCode of(CharSequence text) {
    int length = text.length();
    if (length < SHORTEST || length > LONGEST) {
      throw new IllegalArgumentException(
          "one-time code: 6 to 8 digits, but got " + length + " characters");
    }
    byte[] digits = new byte[length];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        Arrays.fill(digits, (byte) 0);
        throw new IllegalArgumentException(
            "one-time code: ASCII digits only, but character " + (i + 1) + " is none");
      }
      digits[i] = (byte) c;
    }
    return new OneTimeCode(digits);
  }

  /**
   * @return the number of digits, 6 to 8
   */
  public int length() {
    return digits.length;
  }

  /**
   * Compares in a time that depends on the lengths alone.
   *
   * @param ascii the expected digits as ASCII bytes
   * @return whether they are this code's
   */
  public boolean matches(byte[] ascii) {
    return MessageDigest.isEqual(digits, ascii);
  }

  /**
   * @return a copy of the digits as ASCII bytes, for a keyed fingerprint; the caller wipes it
   */
  public byte[] ascii() {
    return digits.clone();
  }

  /** Overwrites the digits. A closed code matches nothing that an algorithm can produce. */
  @Override
  public void close() {
    Arrays.fill(digits, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OneTimeCode code && matches(code.digits);
  }

  /** Constant: a hash of six digits would give them away. */
  @Override
  public int hashCode() {
    return 31;
  }

  @Override
  public String toString() {
    return "OneTimeCode(" + digits.length + " digits)";
  }
}
