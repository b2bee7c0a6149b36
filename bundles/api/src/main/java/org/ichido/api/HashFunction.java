package org.ichido.api;

/** The hash function under the HMAC of an OTP algorithm (RFC 6238 section 1.2). */
public enum HashFunction {
  /** SHA-1: what nearly every device in the field has. Sound inside an HMAC. */
  SHA1("SHA-1"),
  /** SHA-256. */
  SHA256("SHA-256"),
  /** SHA-512. */
  SHA512("SHA-512");

  private final String label;

  HashFunction(String label) {
    this.label = label;
  }

  /**
   * @return the name as profiles and tables write it: {@code SHA-256}
   */
  public String label() {
    return label;
  }
}
