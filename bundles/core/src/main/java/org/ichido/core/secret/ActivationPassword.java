package org.ichido.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The password that a customer chooses at the issue and types into the app to activate it: 4 to 8
 * ASCII digits and nothing else. No sign, no blank, no full-width digit: one password has one
 * spelling.
 *
 * <p>It prints its length alone, compares in constant time, cannot be serialised, and {@link
 * #close()} overwrites it. Immutable but for that; safe for use by several threads until then.
 */
public final class ActivationPassword implements AutoCloseable {
  /** The fewest digits. */
  public static final int SHORTEST = 4;

  /** The most digits. */
  public static final int LONGEST = 8;

  private static final int HASH_DIGITS = 64;

  private final byte[] digits;

  private ActivationPassword(byte[] digits) {
    this.digits = digits;
  }

  /**
   * Reads what came decrypted with an issue: the digits.
   *
   * @param plain the plain text, which the caller wipes
   * @return the password; empty if it is anything else
   */
  public static Optional<ActivationPassword> ofIssue(byte[] plain) {
    return of(plain, plain.length);
  }

  /**
   * Reads what came decrypted with an activation: the digits, a colon, and SHA-256 of the
   * SubjectPublicKeyInfo of the app's key as 64 lower-case hexadecimal digits. The hash binds the
   * password to the key: whoever captured the encrypted password cannot have the seed delivered to
   * a key of his own.
   *
   * @param plain the plain text, which the caller wipes
   * @param key the key that came with it
   * @return the password; empty if it is anything else, or bound to another key
   */
  public static Optional<ActivationPassword> ofActivation(byte[] plain, AppKey key) {
    int colon = plain.length - HASH_DIGITS - 1;
    if (colon < 0 || plain[colon] != ':') {
      return Optional.empty();
    }
    byte[] bound = Arrays.copyOfRange(plain, colon + 1, plain.length);
    byte[] expected = key.sha256().getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(bound, expected) ? of(plain, colon) : Optional.empty();
  }

  private static Optional<ActivationPassword> of(byte[] plain, int length) {
    if (length < SHORTEST || length > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < length; i++) {
      if (plain[i] < '0' || plain[i] > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(new ActivationPassword(Arrays.copyOf(plain, length)));
  }

  /**
   * @return the number of digits, 4 to 8
   */
  public int length() {
    return digits.length;
  }

  /**
   * @return a copy of the digits as ASCII bytes; the caller wipes it
   */
  byte[] ascii() {
    return digits.clone();
  }

  /** Overwrites the digits. A closed password equals no other that was read. */
  @Override
  public void close() {
    Arrays.fill(digits, (byte) 0);
  }

  /** In a time that depends on the lengths alone. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ActivationPassword password
        && MessageDigest.isEqual(digits, password.digits);
  }

  /** Constant: a hash of four digits would give them away. */
  @Override
  public int hashCode() {
    return 31;
  }

  @Override
  public String toString() {
    return "ActivationPassword(" + digits.length + " digits)";
  }
}
