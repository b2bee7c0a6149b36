package org.ichido.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of what suites saw: a header line, then one row a check, cells between tabs. A check that
 * is run again replaces its row; several suites and processes may write to one table.
 */
public final class Evidence {
  private static final Object IN_THIS_JVM = new Object();

  private final Path file;
  private final List<String> header;
  private final int keys;

  /**
   * @param name the file's name without {@code .tsv}, in the directory {@code ichido.evidence}
   * @param keys how many of the first columns name the check
   * @param header the columns
   */
  public Evidence(String name, int keys, String... header) {
    String directory = System.getProperty("ichido.evidence");
    if (directory == null) {
      throw new IllegalStateException("run by Maven, which sets ichido.evidence");
    }
    this.file = Path.of(directory, name + ".tsv");
    this.keys = keys;
    this.header = List.of(header);
  }

  /**
   * @return the table {@code first.tsv}: check, tries, wrong
   */
  public static Evidence first() {
    return new Evidence("first", 1, "check", "tries", "wrong");
  }

  /**
   * @return the table {@code attacks.tsv}: case, way in (service, queue), tries, wrong
   */
  public static Evidence attacks() {
    return new Evidence("attacks", 2, "case", "way in", "tries", "wrong");
  }

  /**
   * Writes a row.
   *
   * @param cells one for each column
   * @throws IOException if the table cannot be written
   */
  public void row(Object... cells) throws IOException {
    List<String> row = Arrays.stream(cells).map(Evidence::oneLine).toList();
    if (row.size() != header.size()) {
      throw new IllegalArgumentException(header.size() + " cells, but got " + row.size());
    }
    Files.createDirectories(file.getParent());
    synchronized (IN_THIS_JVM) {
      try (FileChannel lock =
          FileChannel.open(
              file.resolveSibling(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        put(row);
      }
    }
  }

  private void put(List<String> row) throws IOException {
    Map<List<String>, String> rows = new LinkedHashMap<>();
    rows.put(header.subList(0, keys), String.join("\t", header));
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        rows.put(List.of(line.split("\t", -1)).subList(0, keys), line);
      }
    }
    rows.put(row.subList(0, keys), String.join("\t", row));
    Files.write(file, rows.values(), StandardCharsets.UTF_8);
  }

  private static String oneLine(Object cell) {
    return cell.toString().replaceAll("[\\t\\r\\n]", " ");
  }
}
