package org.ichido.core.enrolment;

import java.util.Optional;

/**
 * How a token is called in the app: the bank's name for it, and what the customer adds (S1-23).
 *
 * @param fixed the bank's part
 * @param longestAddition the most characters that a customer may add; full-width ones count as one
 */
public record DisplayName(String fixed, int longestAddition) {
  /** The most characters of the fixed part, for every bank. */
  public static final int LONGEST_FIXED = 29;

  /** The most characters of the addition, for every bank. */
  public static final int LONGEST_ADDITION = 30;

  /**
   * @param typed what the customer typed
   * @return the addition without blanks around it, empty if it keeps the default; nothing if it is
   *     too long or has characters that cannot be seen
   */
  public Optional<String> addition(String typed) {
    String addition = typed.strip();
    boolean fits =
        addition.codePointCount(0, addition.length()) <= longestAddition
            && addition.codePoints().allMatch(DisplayName::visible);
    return fits ? Optional.of(addition) : Optional.empty();
  }

  /**
   * @param addition what {@link #addition} gave
   * @return the whole name
   */
  public String with(String addition) {
    return addition.isEmpty() ? fixed : fixed + " " + addition;
  }

  /** No control characters, and none that would make the rest look like something else. */
  private static boolean visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
