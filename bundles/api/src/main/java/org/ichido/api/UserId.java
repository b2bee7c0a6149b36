package org.ichido.api;

/**
 * A login under a contract, unique within the contract. Not the pair typed into a token app.
 *
 * @param value 1 to 20 visible ASCII characters without spaces
 */
public record UserId(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 20;

  /**
   * @throws IllegalArgumentException if the value is empty, too long or has other characters
   */
  public UserId {
    Checked.visibleAscii("user", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
