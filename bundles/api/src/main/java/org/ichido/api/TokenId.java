package org.ichido.api;

/**
 * A token, unique over all banks and for ever: a revoked token's id is never given again.
 *
 * @param value 1 to 36 visible ASCII characters without spaces
 */
public record TokenId(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 36;

  /**
   * @throws IllegalArgumentException if the value is empty, too long or has other characters
   */
  public TokenId {
    Checked.visibleAscii("token id", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
