package org.ichido.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a suite saw, one row a check: its name, how often it was tried, how often it was wrong. A
 * check that is run again replaces its row.
 */
final class Evidence {
  private static final String HEADER = "check\ttries\twrong";

  private final Path file;

  Evidence(String name) {
    file = Path.of(InKaraf.property("ichido.evidence"), name + ".tsv");
  }

  void row(String check, long tries, long wrong) throws IOException {
    Files.createDirectories(file.getParent());
    Map<String, String> rows = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        rows.put(line.substring(0, line.indexOf('\t')), line);
      }
    }
    rows.putIfAbsent("check", HEADER);
    rows.put(check, check + "\t" + tries + "\t" + wrong);
    Files.write(file, rows.values());
  }
}
