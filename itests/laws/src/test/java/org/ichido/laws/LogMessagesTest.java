package org.ichido.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ids by which administrators watch the log. */
class LogMessagesTest {
  private static final Path HOUSE = Path.of("../..");
  private static final String ID = "ICH-[A-Z]+-[0-9]{3}";

  /** A line of the log: what level, and how its text begins. */
  private static final Pattern LOGGED =
      Pattern.compile("LOG\\s*\\.(warn|error|info)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern TOLD =
      Pattern.compile("(?m)^\\| (" + ID + ") \\| (WARN|ERROR|INFO) \\|");

  private static List<String> logged() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(HOUSE.resolve("bundles"))) {
      for (Path file : files.filter(LogMessagesTest::isProduct).toList()) {
        Matcher matcher = LOGGED.matcher(Files.readString(file));
        while (matcher.find()) {
          lines.add(matcher.group(1).toUpperCase(Locale.ROOT) + " " + matcher.group(2));
        }
      }
    }
    return lines;
  }

  private static boolean isProduct(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("/src/main/java/");
  }

  private static List<String> idsLogged() throws IOException {
    return logged().stream()
        .filter(line -> line.matches("[A-Z]+ " + ID + " .*"))
        .map(line -> line.replaceFirst("^([A-Z]+ " + ID + ") .*$", "$1"))
        .sorted()
        .toList();
  }

  @Test
  void everyWarningAndErrorBeginsWithAnId() throws Exception {
    assertThat(logged())
        .filteredOn(line -> !line.startsWith("INFO"))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line).matches("(WARN|ERROR) " + ID + " .*"));
  }

  @Test
  void noLineIsLoggedByAnythingButAText() throws Exception {
    try (Stream<Path> files = Files.walk(HOUSE.resolve("bundles"))) {
      for (Path file : files.filter(LogMessagesTest::isProduct).toList()) {
        String source = Files.readString(file);
        long calls =
            Pattern.compile("LOG\\s*\\.(warn|error|info)\\(").matcher(source).results().count();
        assertThat(LOGGED.matcher(source).results().count()).as(file.toString()).isEqualTo(calls);
      }
    }
  }

  @Test
  void everyIdStandsInTheDocumentWithItsLevelOnceAndNoOther() throws Exception {
    List<String> told =
        TOLD.matcher(Files.readString(HOUSE.resolve("docs/operations.md")))
            .results()
            .map(line -> line.group(2) + " " + line.group(1))
            .sorted()
            .toList();

    assertThat(idsLogged()).doesNotHaveDuplicates().isEqualTo(told);
  }
}
