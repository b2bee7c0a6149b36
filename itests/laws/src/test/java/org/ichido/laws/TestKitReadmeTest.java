package org.ichido.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the test kit's README shows is what runs in this build, to the letter. */
class TestKitReadmeTest {
  private static final Path HOUSE = Path.of("../..");
  private static final Path EXAMPLE = HOUSE.resolve("itests/example");

  private static String readme() throws IOException {
    return Files.readString(HOUSE.resolve("bundles/testkit/README.md"));
  }

  private static String fenced(String language, String text) {
    return "```" + language + "\n" + text + "```\n";
  }

  @Test
  void itShowsTheExampleThatRuns() throws IOException {
    Path source = EXAMPLE.resolve("src/test/java/org/example/ginga/FirstCodeIT.java");
    assertThat(readme()).contains(fenced("java", Files.readString(source)));
  }

  @Test
  void itShowsTheProfileThatTheExampleRunsUnder() throws IOException {
    Path profile = EXAMPLE.resolve("src/test/resources/etc/org.ichido.bank~ginga.cfg");
    assertThat(readme()).contains(fenced("properties", Files.readString(profile)));
  }

  @Test
  void itShowsThePomThatTheExampleIsBuiltWith() throws IOException {
    String pom = Files.readString(EXAMPLE.resolve("pom.xml"));
    String end = "  </build>\n";
    String shown = pom.substring(pom.indexOf("  <dependencies>"), pom.indexOf(end) + end.length());
    assertThat(readme()).contains(fenced("xml", shown));
  }

  @Test
  void everyOptionThatItNamesExists() throws IOException {
    List<String> named =
        Pattern.compile("IchidoInKaraf\\.(\\w+)\\(")
            .matcher(readme())
            .results()
            .map(call -> call.group(1))
            .distinct()
            .toList();
    assertThat(optionsOfTheTestKit()).containsAll(named);
    assertThat(named).containsExactly("distribution", "clockAt", "inEtc");
  }

  /** Read and not loaded: there is no Pax Exam here. */
  private static List<String> optionsOfTheTestKit() {
    return new ClassFileImporter()
            .importPackages("org.ichido.testkit.karaf")
            .get("org.ichido.testkit.karaf.IchidoInKaraf")
            .getMethods()
            .stream()
            .map(JavaMethod::getName)
            .toList();
  }
}
