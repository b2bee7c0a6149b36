package org.ichido.queuemanager.definitions;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns in which a star is any text. */
final class Star {
  private Star() {}

  static boolean matches(String pattern, String text) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }

  /** How much a pattern says: one without a star says most. */
  static int precision(String pattern) {
    return pattern.contains("*") ? pattern.length() - 1 : 1000 + pattern.length();
  }
}
