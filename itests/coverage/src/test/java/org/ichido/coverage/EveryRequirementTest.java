package org.ichido.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ichido.coverage.RequirementList.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The end of the build: writes {@code requirements.tsv} into the evidence, and fails when a
 * requirement that is due was not shown in this build.
 */
class EveryRequirementTest {
  private static final Path HOUSE = Path.of("../..");
  private static final String THIS_MODULE = "itests/coverage";

  private static List<Path> classesOfTests;
  private static RequirementList list;
  private static Coverage coverage;

  @BeforeAll
  static void takeStock() throws IOException {
    Instant start = Instant.parse(property("ichido.build.start"));
    List<Path> modules = modules();
    classesOfTests = classesOfTests(modules);
    list = RequirementList.shipped();
    coverage =
        new Coverage(list, Quotations.in(classesOfTests), SuiteReports.since(start, modules));
    write(start);
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by Maven, which sets " + name);
    }
    return value;
  }

  private static List<Path> modules() throws IOException {
    return Pattern.compile("<module>([^<]+)</module>")
        .matcher(Files.readString(HOUSE.resolve("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(module -> !module.equals(THIS_MODULE))
        .map(HOUSE::resolve)
        .toList();
  }

  private static List<Path> classesOfTests(List<Path> modules) {
    return modules.stream()
        .map(module -> module.resolve("target/test-classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** Every row says which build it is of: if a build ends before this, the file is of another. */
  private static void write(Instant start) throws IOException {
    List<String> lines = new ArrayList<>(List.of("number\ttest\tresult\tin the build of"));
    for (Coverage.Shown shown : coverage.shown()) {
      String result = shown.test().outcome().name().toLowerCase(Locale.ROOT);
      lines.add(
          String.join("\t", shown.number(), shown.test().toString(), result, start.toString()));
    }
    Path directory = Path.of(property("ichido.evidence"));
    Files.createDirectories(directory);
    Files.write(directory.resolve("requirements.tsv"), lines);
  }

  @Test
  void whatIsDueIsShownByATestThatPassed() {
    assertThat(coverage.dueAndNotShown())
        .as("due, and quoted by no test that passed in this build")
        .isEmpty();
  }

  @Test
  void noTestThatQuotesARequirementFailed() {
    assertThat(coverage.failed()).as("quoted by a test that failed").isEmpty();
  }

  @Test
  void noTestQuotesANumberThatIsNotOnTheList() {
    assertThat(coverage.unknown()).as("quoted, and not in requirements.tsv").isEmpty();
  }

  /** A quotation on what is no test, or on a test that nobody runs, shows nothing. */
  @Test
  void whatQuotesARequirementRanInThisBuild() {
    assertThat(coverage.notRun())
        .as("quoted where no test ran in this build, which must be a whole one")
        .isEmpty();
  }

  /** A report names a class and no module: of two of one name nobody knows which one ran. */
  @Test
  void noTwoModulesHaveATestOfOneName() throws IOException {
    List<Path> names = new ArrayList<>();
    for (Path directory : classesOfTests) {
      try (Stream<Path> files = Files.walk(directory)) {
        files
            .filter(
                file ->
                    file.toString().endsWith("Test.class") || file.toString().endsWith("IT.class"))
            .map(directory::relativize)
            .forEach(names::add);
      }
    }
    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"S0, 44", "S1, 29", "S2, 24", "S3, 28", "S4, 40"})
  void theListHasEveryNumberOfTheDocument(String document, int last) {
    Stream<String> numbers = list.numbers().stream().filter(n -> n.startsWith(document + "-"));

    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, last).mapToObj(i -> document + "-" + i).toList());
  }

  @Test
  void theListHasNoOtherNumber() {
    assertThat(list.numbers()).hasSize(44 + 29 + 24 + 28 + 40);
  }

  @Test
  void whatIsExemptStandsWhereTheListSays() throws IOException {
    List<Row> exempt = list.rows().stream().filter(row -> row.due() == Due.EXEMPT).toList();
    assertThat(exempt).isNotEmpty();
    for (Row row : exempt) {
      assertThat(Files.readString(HOUSE.resolve(row.shownBy())))
          .as(row.shownBy())
          .contains("| " + row.number() + " |");
    }
  }

  /** Only what is exempt is shown by anything but a test. */
  @Test
  void whatIsNotExemptIsShownByATest() {
    assertThat(list.rows())
        .allSatisfy(
            row ->
                assertThat(row.shownBy().equals("a test"))
                    .as(row.number())
                    .isEqualTo(row.due() != Due.EXEMPT));
  }
}
