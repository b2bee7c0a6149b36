package org.ichido.core.outbox;

/** Somebody else's words, fit for the audit and for health, which print line by line. */
final class OneLine {
  private static final int LONGEST = 160;

  private OneLine() {}

  static String of(String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
  }
}
