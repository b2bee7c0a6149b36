package org.ichido.api.requirement;

import java.util.regex.Pattern;

/**
 * An operation of the bank's online banking, as its operation table names it, such as {@code
 * TRANSFER}.
 *
 * @param value 1 to 16 capital letters, digits and underscores, a letter first
 */
public record OperationName(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 16;

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");

  /** To transfer money: the operation that every bank protects. */
  public static final OperationName TRANSFER = new OperationName("TRANSFER");

  /** To log in: the operation at the stage of the same name. */
  public static final OperationName LOGIN = new OperationName("LOGIN");

  /**
   * @throws IllegalArgumentException if the value has another form
   */
  public OperationName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "operation: 1 to 16 capital letters, digits and underscores, a letter first");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
