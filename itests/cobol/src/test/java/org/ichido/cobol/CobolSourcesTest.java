package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the programs without a compiler, in every build. */
class CobolSourcesTest {
  private static final Pattern COPY = Pattern.compile("\\bCOPY +([A-Z0-9]+)");
  private static final int LAST_COLUMN = 72;

  @Test
  void everyCopybookIsInAProgram() {
    Set<String> copied = new TreeSet<>();
    for (Path program : Sources.programs()) {
      Sources.find(program, COPY).forEach(found -> copied.add(found.group(1)));
    }
    assertThat(copied).containsAll(Sources.copybooks());
  }

  @Test
  void copybooksAreTakenAsTheyAre() {
    for (Path program : Sources.programs()) {
      assertThat(Sources.find(program, Pattern.compile("\\bREPLAC(ING|E)\\b")))
          .as(program.toString())
          .isEmpty();
    }
  }

  /** A compiler would take what is behind it for a comment. */
  @Test
  void everyLineEndsBeforeColumn73() {
    for (Path program : Sources.programs()) {
      assertThat(Sources.lines(program))
          .as(program.toString())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LAST_COLUMN));
    }
  }
}
