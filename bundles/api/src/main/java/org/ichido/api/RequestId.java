package org.ichido.api;

/**
 * The requester's own name for a request. Unique per requester for the inbox horizon (48 h): the
 * same id again gets the stored answer and never a second judgement.
 *
 * @param value 1 to 32 visible ASCII characters without spaces
 */
public record RequestId(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 32;

  /**
   * @throws IllegalArgumentException if the value is empty, too long or has other characters
   */
  public RequestId {
    Checked.visibleAscii("request id", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
