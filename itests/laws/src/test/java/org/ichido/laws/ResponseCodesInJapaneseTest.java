package org.ichido.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every response code of a record, which a screen may show, has its words in Japanese. */
class ResponseCodesInJapaneseTest {
  private static final Path HOUSE = Path.of("../..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]{4}) \\| ([A-Z_-]+) \\|");

  /** As docs/messages.md lists them, which is compared with the program where that is built. */
  private static List<MatchResult> codes() throws IOException {
    return ROW.matcher(Files.readString(HOUSE.resolve("docs/messages.md"))).results().toList();
  }

  private static Set<String> words() throws IOException {
    Properties read = new Properties();
    Path file = HOUSE.resolve("bundles/core/src/main/resources/org/ichido/core/text/ja.properties");
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    return read.stringPropertyNames();
  }

  @Test
  void everyCodeOfTheBusinessHasWordsUnderItsName() throws Exception {
    Set<String> words = words();
    assertThat(codes())
        .filteredOn(row -> row.group(1).compareTo("8000") < 0)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            row ->
                assertThat(words)
                    .containsAnyOf(
                        "reason." + row.group(2),
                        "verdict." + row.group(2),
                        "outcome." + row.group(2)));
  }

  @Test
  void everyCodeOfABadRecordThatIsRepliedHasWordsUnderItsNumberAndNoOther() throws Exception {
    Set<String> replied =
        codes().stream()
            .map(row -> row.group(1))
            .filter(code -> code.compareTo("8000") >= 0 && code.compareTo("8900") < 0)
            .map(code -> "record." + code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(words())
        .filteredOn(name -> name.startsWith("record."))
        .containsExactlyInAnyOrderElementsOf(replied)
        .hasSizeGreaterThan(10);
  }
}
