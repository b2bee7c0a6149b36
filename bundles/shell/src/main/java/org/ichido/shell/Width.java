package org.ichido.shell;

/** How many columns of a terminal a text takes: Japanese characters take two (UAX #11). */
final class Width {
  /** What begins no line in Japanese. */
  private static final String NEVER_FIRST = "。、）」・ー";

  private Width() {}

  static int of(String text) {
    return text.chars().map(Width::of).sum();
  }

  /**
   * The end of the longest beginning of a text that is wider than so many columns, one character at
   * the least. What follows does not begin with a mark that ends a sentence or a part of one.
   */
  static int fitting(String text, int columns) {
    int end = 0;
    for (int width = 0; end < text.length(); end++) {
      width += of(text.charAt(end));
      if (width > columns) {
        break;
      }
    }
    while (end > 1 && end < text.length() && NEVER_FIRST.indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return Math.max(1, end);
  }

  /** Half-width kana, which begin at U+FF61, take one. */
  private static int of(int character) {
    boolean wide =
        (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x2e80 && character <= 0xa4cf)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xf900 && character <= 0xfaff)
            || (character >= 0xfe30 && character <= 0xfe4f)
            || (character >= 0xff01 && character <= 0xff60)
            || (character >= 0xffe0 && character <= 0xffe6);
    return wide ? 2 : 1;
  }
}
