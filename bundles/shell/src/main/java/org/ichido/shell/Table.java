package org.ichido.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text, at most 100 columns wide. The last column takes what the others leave and is
 * wrapped; the others are as wide as they need to be, so that an id can be copied, unless that
 * leaves too little: then the widest of them is wrapped as well. Text from elsewhere cannot steer
 * the terminal: control characters become question marks, line breaks stay.
 */
final class Table {
  /** How wide a line is at the most, in characters. */
  static final int WIDEST = 100;

  /** The last column has this much at least. */
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
    int[] widths = widths();
    for (List<String> row : rows) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        cells.add(wrapped(row.get(i), widths[i]));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int line = 0; line < height; line++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns; i++) {
          String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
          text.append(cell).append(" ".repeat(widths[i] - Width.of(cell))).append(GAP);
        }
        out.println(text.toString().stripTrailing());
      }
    }
  }

  private int[] widths() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns - 1; i++) {
        int widest = row.get(i).lines().mapToInt(Width::of).max().orElse(0);
        widths[i] = Math.max(widths[i], Math.max(1, widest));
      }
    }
    int gaps = (columns - 1) * GAP.length();
    int taken = Arrays.stream(widths).sum();
    for (; taken > WIDEST - gaps - NARROWEST; taken--) {
      int widest = 0;
      for (int i = 1; i < columns; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      widths[widest]--;
    }
    widths[columns - 1] = WIDEST - gaps - taken;
    return widths;
  }

  /**
   * Breaks at line breaks, then at spaces, then inside a word that is longer than a line, as
   * Japanese sentences are. What is indented stays indented on its further lines.
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String rest = paragraph.stripLeading();
      String indent = " ".repeat(Math.min(paragraph.length() - rest.length(), width / 2));
      int room = width - indent.length();
      while (Width.of(rest) > room) {
        int fitting = Width.fitting(rest, room);
        int space = rest.lastIndexOf(' ', fitting);
        int cut = space > 0 ? space : fitting;
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
