package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the message catalogue gives to copy is compiled as it stands there. */
@Tag("peers")
class CobolInTheDocumentTest {
  private static final Path DOCUMENT = Sources.COPYBOOKS.resolve("../../docs/messages.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\n( {7}01 .*?)```");
  private static final Pattern DATA = Pattern.compile("(?m)^ {7}01 .*\\n| {11}COPY .*\\n");
  private static final Pattern REMARK = Pattern.compile("(?m)^ {6}\\*.*$");

  /** The names that a reader has to bring. */
  private static final String BROUGHT =
      """
             01  ROW-STATE                          PIC X(1).
                 88  ROW-FOUND                      VALUE 'Y'.
             01  ROW-RESULT                         PIC X(12).
             01  ROW-BOOKING                        PIC X(16).
             01  HIGHEST-NUMBER                     PIC 9(15).
             01  LAST-SEQUENCE                      PIC 9(9).
      """;

  @Test
  void itIsCompiledWithoutAWord() throws Exception {
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(DOCUMENT)).results().toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
    int number = 0;
    for (MatchResult block : blocks) {
      String name = "DOC" + ++number;
      Cobc.Said said = Cobc.attempt(name, program(name, block.group(1)));
      assertThat(said.words()).isEmpty();
      assertThat(said.exit()).isZero();
    }
  }

  /** Where the document only says in words what to do, nothing is done. */
  private static String program(String name, String block) {
    StringBuilder data = new StringBuilder();
    DATA.matcher(block).results().forEach(line -> data.append(line.group()));
    String code = DATA.matcher(block).replaceAll("");
    return """
               IDENTIFICATION DIVISION.
               PROGRAM-ID. %s.
               DATA DIVISION.
               WORKING-STORAGE SECTION.
        %s%s       PROCEDURE DIVISION.
               MAIN-PART.
        %s           GOBACK.
        """
        .formatted(name, BROUGHT, data, REMARK.matcher(code).replaceAll("           CONTINUE"));
  }
}
