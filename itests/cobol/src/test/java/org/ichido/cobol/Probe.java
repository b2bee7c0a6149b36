package org.ichido.cobol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the compiled probe said about all copybooks. */
final class Probe {
  static final String HEADER = "ICHHDR";

  /**
   * What a condition name did.
   *
   * @param record the blank record after SET TO TRUE
   * @param holding the condition names of the same field that held then
   */
  record Condition(String book, String name, String record, List<String> holding) {}

  /**
   * What MOVE 7 did to a blank record.
   *
   * @param record the record after it
   */
  record Moved(String book, String field, String record) {}

  final Map<String, Shape> shapes = new LinkedHashMap<>();
  final List<Condition> conditions = new ArrayList<>();
  final List<Moved> moved = new ArrayList<>();
  private final Path executable;

  private Probe(Path executable) {
    this.executable = executable;
  }

  /** Compiles the probe over all copybooks, and asks it. */
  static Probe run() throws IOException, InterruptedException {
    // The header first: every record begins with its fields.
    List<Copybook> books =
        Stream.concat(
                Stream.of(HEADER),
                Sources.copybooks().stream().filter(book -> !book.equals(HEADER)))
            .map(Copybook::read)
            .toList();
    Probe probe = new Probe(Cobc.written("PROBE", ProbeSource.of(books)));
    try (CobolProgram program = CobolProgram.start("PROBE", probe.executable, Map.of())) {
      program.card("ASK", "ALL");
      probe.take(program.lines());
    }
    return probe;
  }

  private void take(List<byte[]> lines) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    Map<String, List<Shape.Cell>> cells = new LinkedHashMap<>();
    for (byte[] line : lines) {
      String[] words = new String(line, CobolProgram.NATIVE).split(" ", 4);
      switch (words[0]) {
        case "LENGTH" -> {
          lengths.put(words[1], Integer.valueOf(words[2].strip()));
          cells.put(words[1], header(cells, lengths));
        }
        case "PLACE" -> {
          int begin = words[3].indexOf('7');
          int length = words[3].lastIndexOf('7') + 1 - begin;
          cells.get(words[1]).add(new Shape.Cell(words[2], begin, length));
        }
        case "MOVED" -> moved.add(new Moved(words[1], words[2], words[3]));
        case "SET" ->
            conditions.add(new Condition(words[1], words[2], words[3], new ArrayList<>()));
        case "HOLDS" -> conditions.get(conditions.size() - 1).holding().add(words[1]);
        default -> throw new IllegalStateException("the probe says " + String.join(" ", words));
      }
    }
    cells.forEach((book, named) -> shapes.put(book, Shape.of(named, lengths.get(book))));
  }

  /** With what every record begins, its FILLER as well; nothing for the header itself. */
  private static List<Shape.Cell> header(
      Map<String, List<Shape.Cell>> cells, Map<String, Integer> lengths) {
    List<Shape.Cell> named = cells.get(HEADER);
    return named == null
        ? new ArrayList<>()
        : new ArrayList<>(Shape.of(named, lengths.get(HEADER)).fields());
  }

  /** Has the probe read a message, and show the fields of the body or of the header. */
  Map<String, String> show(String book, byte[] message) throws IOException, InterruptedException {
    try (CobolProgram program = CobolProgram.start("PROBE", executable, Map.of())) {
      program.card("TEXT", book);
      Map<String, String> shown = new LinkedHashMap<>();
      for (byte[] line : program.give(message).lines()) {
        String[] words = new String(line, CobolProgram.NATIVE).split(" ", 3);
        shown.put(words[1], words[2]);
      }
      return shown;
    }
  }
}
