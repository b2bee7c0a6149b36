package org.ichido.api;

/**
 * Who asks: a name from the bank's profile for what comes over a queue, the caller's own name for
 * what is called inside the JVM. Never taken from the body of a message.
 *
 * @param value 1 to 32 visible ASCII characters without spaces
 */
public record Requester(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 32;

  /**
   * @throws IllegalArgumentException if the value is empty, too long or has other characters
   */
  public Requester {
    Checked.visibleAscii("requester", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
