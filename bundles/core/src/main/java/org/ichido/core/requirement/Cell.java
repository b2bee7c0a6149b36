package org.ichido.core.requirement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What stands between two bars of a line.
 *
 * @param line the line, from 1
 * @param column where it begins in the line, from 1, in characters
 * @param heading what its column is for
 * @param text it, without blanks at the ends and with single ones inside
 */
record Cell(int line, int column, String heading, String text) {
  private static final char BAR = '|';

  /**
   * @param number the line's number, from 1
   * @param line the line
   * @return as many cells as the heading has words
   * @throws InvalidTable if there are fewer or more, or an invisible character
   */
  static List<Cell> of(int number, String line) throws InvalidTable {
    requireVisible(number, line);
    List<Cell> cells = new ArrayList<>();
    int begin = 0;
    while (begin <= line.length()) {
      int bar = line.indexOf(BAR, begin);
      int end = bar < 0 ? line.length() : bar;
      if (cells.size() == OperationTable.HEADING.size()) {
        throw new InvalidTable(
            number, character(line, begin - 1), "one bar too many: " + expected());
      }
      String heading = OperationTable.HEADING.get(cells.size());
      cells.add(between(number, heading, line, begin, end));
      begin = end + 1;
    }
    if (cells.size() < OperationTable.HEADING.size()) {
      throw new InvalidTable(
          number,
          character(line, line.length()),
          "only %d columns: %s".formatted(cells.size(), expected()));
    }
    return cells;
  }

  private static String expected() {
    return "a line has %d columns between bars (%s)"
        .formatted(OperationTable.HEADING.size(), String.join(" | ", OperationTable.HEADING));
  }

  private static Cell between(int number, String heading, String line, int begin, int end) {
    int first = begin;
    while (first < end && isBlank(line.charAt(first))) {
      first++;
    }
    StringBuilder text = new StringBuilder();
    boolean blank = false;
    for (int i = first; i < end; i++) {
      if (isBlank(line.charAt(i))) {
        blank = true;
      } else {
        text.append(blank ? " " : "").append(line.charAt(i));
        blank = false;
      }
    }
    return new Cell(number, character(line, first), heading, text.toString());
  }

  /** The wide blank of Japanese keyboards and the one that does not break are blanks too. */
  static boolean isBlank(char c) {
    return c == '\t' || Character.isSpaceChar(c);
  }

  /** What nobody sees could make a line say something else than it shows, or steer a terminal. */
  private static void requireVisible(int number, String line) throws InvalidTable {
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      int type = Character.getType(c);
      if ((type == Character.CONTROL && c != '\t')
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.SURROGATE) {
        throw new InvalidTable(
            number, character(line, i), "an invisible character (U+%04X): remove it".formatted(c));
      }
    }
  }

  private static int character(String line, int index) {
    return line.codePointCount(0, index) + 1;
  }

  boolean is(String word) {
    return text.equals(word);
  }

  InvalidTable problem(String problem) {
    return new InvalidTable(line, column, heading + " " + problem);
  }

  /** The one of the words that stands here, empty for any. */
  <T> Optional<T> anyOrOneOf(Collection<T> words) throws InvalidTable {
    if (is("*")) {
      return Optional.empty();
    }
    for (T word : words) {
      if (is(word.toString())) {
        return Optional.of(word);
      }
    }
    List<String> allowed = new ArrayList<>();
    words.forEach(word -> allowed.add(word.toString()));
    throw problem("'%s' is none of *, %s".formatted(text, String.join(", ", allowed)));
  }
}
