package org.ichido.api;

import java.util.regex.Pattern;

/**
 * The one place where the text of an identifier is checked, so that every value type says the same
 * when it refuses. What is refused is never repeated in the message: it may be a secret typed into
 * the wrong field, or carry line breaks into a log.
 */
final class Checked {
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");

  private Checked() {}

  static String visibleAscii(String what, String value, int longest) {
    if (value.isEmpty() || value.length() > longest || !VISIBLE_ASCII.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s: 1 to %d visible ASCII characters without spaces, but got %d characters"
              .formatted(what, longest, value.length()));
    }
    return value;
  }

  static String matching(String what, String value, Pattern pattern, String rule) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(what + ": " + rule);
    }
    return value;
  }
}
