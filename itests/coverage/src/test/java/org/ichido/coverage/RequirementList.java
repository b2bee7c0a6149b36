package org.ichido.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ichido.evidence.Requirement;

/** The list of all requirements, in its order. */
final class RequirementList {
  static final String HEADER = "number\tkind\tdue\trequirement\tshown by";

  /**
   * A line of the list.
   *
   * @param shownBy {@code a test}, or the document in which an exempt one stands
   */
  record Row(String number, String kind, Due due, String requirement, String shownBy) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private RequirementList() {}

  static RequirementList shipped() throws IOException {
    try (InputStream in = Requirement.class.getResourceAsStream("/requirements.tsv")) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static RequirementList of(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("the list begins with the line " + HEADER);
    }
    RequirementList list = new RequirementList();
    for (String line : lines.subList(1, lines.size())) {
      Row row = row(line);
      if (list.rows.put(row.number(), row) != null) {
        throw new IllegalArgumentException(row.number() + " stands on the list twice");
      }
    }
    return list;
  }

  private static Row row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 5 || List.of(cells).contains("")) {
      throw new IllegalArgumentException("not five cells between tabs: " + line);
    }
    return new Row(cells[0], cells[1], Due.of(cells[2]), cells[3], cells[4]);
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  boolean has(String number) {
    return rows.containsKey(number);
  }

  /** The numbers in the order of the list. */
  List<String> numbers() {
    return List.copyOf(rows.keySet());
  }
}
