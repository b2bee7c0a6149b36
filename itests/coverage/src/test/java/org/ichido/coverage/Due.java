package org.ichido.coverage;

import java.util.Arrays;

/** By when a requirement must have a test. */
enum Due {
  NOW("now"),
  HARD_TOKENS("hard tokens"),
  /** Never: a note that no test can check, or work that is done elsewhere. */
  EXEMPT("exempt");

  private final String words;

  Due(String words) {
    this.words = words;
  }

  static Due of(String words) {
    return Arrays.stream(values())
        .filter(due -> due.words.equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "due is one of %s, not '%s'".formatted(Arrays.toString(values()), words)));
  }

  @Override
  public String toString() {
    return words;
  }
}
