package org.ichido.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text, at most 100 columns wide on a terminal. The last column takes what the others
 * leave and is wrapped; the others are never cut, so that an id can be copied. Text from elsewhere
 * cannot steer the terminal: control characters become question marks, line breaks stay.
 */
final class Table {
  /** How wide a line is at the most, in characters. */
  static final int WIDEST = 100;

  /** The last column has this much at least, and the line is longer if it must be. */
  private static final int NARROWEST = 20;

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  Table(String... header) {
    columns = header.length;
    rows.add(List.of(header));
  }

  /** Adds a row, one cell for each column of the header. */
  Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(columns + " cells, but got " + cells.length);
    }
    rows.add(Arrays.stream(cells).map(Table::harmless).toList());
    return this;
  }

  /** Prints the header and all rows. */
  void print(PrintStream out) {
    int[] widths = new int[columns - 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int taken = Arrays.stream(widths).map(width -> width + GAP.length()).sum();
    int left = Math.max(WIDEST - taken, NARROWEST);
    for (List<String> row : rows) {
      StringBuilder start = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        start.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
      }
      String blank = " ".repeat(start.length());
      String before = start.toString();
      for (String line : wrapped(row.get(columns - 1), left)) {
        out.println((before + line).stripTrailing());
        before = blank;
      }
    }
  }

  /**
   * Breaks at line breaks, then at spaces, then inside a word that is longer than a line. What is
   * indented stays indented on its further lines.
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String rest = paragraph.stripLeading();
      String indent = " ".repeat(Math.min(paragraph.length() - rest.length(), width / 2));
      int room = width - indent.length();
      while (rest.length() > room) {
        int space = rest.lastIndexOf(' ', room);
        int cut = space > 0 ? space : room;
        lines.add(indent + rest.substring(0, cut));
        rest = rest.substring(cut).stripLeading();
      }
      lines.add(indent + rest);
    }
    return lines;
  }

  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
  }
}
