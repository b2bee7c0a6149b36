package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of the message catalogue. */
final class DocumentTables {
  private static final Path DOCUMENT = Path.of("../../docs/messages.md");
  private static final Pattern FIELD = Pattern.compile("ICH-[A-Z0-9-]+");

  private final List<String> lines;

  DocumentTables() {
    try {
      lines = Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return lines;
  }

  /** The rows of all tables below a heading, without the heads of the tables. */
  List<List<String>> rows(String heading) {
    int begin = lines.indexOf(heading);
    assertThat(begin).as("heading " + heading).isNotNegative();
    List<List<String>> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : lines.subList(begin + 1, lines.size())) {
      if (line.startsWith("#")) {
        break;
      }
      if (line.startsWith("|---")) {
        inTable = true;
      } else if (!line.startsWith("|")) {
        inTable = false;
      } else if (inTable) {
        String cells = line.substring(1, line.lastIndexOf('|'));
        rows.add(Stream.of(cells.split("\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }

  /** The fields that a record of that type must have filled, beside those of every record. */
  List<String> required(String recordType) {
    List<String> row =
        rows("### What must be filled").stream()
            .filter(
                cells -> Pattern.compile("\\b" + recordType + "\\b").matcher(cells.get(0)).find())
            .findFirst()
            .orElseThrow(() -> new AssertionError("not in the document: " + recordType));
    return FIELD.matcher(row.get(1)).results().map(MatchResult::group).toList();
  }
}
