package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs are compiled as strictly as this compiler can, or not at all. */
@Tag("peers")
class CobolWarningsTest {
  private static final String PROGRAM =
      """
             IDENTIFICATION DIVISION.
             PROGRAM-ID. %s.
             DATA DIVISION.
             WORKING-STORAGE SECTION.
             01  ANY-RECORD.
                 COPY ICHHDR.
             PROCEDURE DIVISION.
             MAIN-PART.
                 MOVE %s TO ICH-BANK
                 DISPLAY ICH-BANK
                 GOBACK.
      """;

  @Test
  void whatIsOnlyAWarningEndsTheBuild() throws Exception {
    Cobc.Said said = Cobc.attempt("TOOLONG", PROGRAM.formatted("TOOLONG", "'01234'"));
    assertThat(said.exit()).isNotZero();
    assertThat(said.words()).contains("[-Werror]", "value size exceeds data size");
  }

  @Test
  void theSameWithoutTheFaultIsCompiled() throws Exception {
    Cobc.Said said = Cobc.attempt("INORDER", PROGRAM.formatted("INORDER", "'0123'"));
    assertThat(said.words()).isEmpty();
    assertThat(said.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANKCHAN", "BANKBRAN", "BANKAPPS", "BANKCORE", "BANKDEBT", "BANKEVNT"})
  void theProgramsAreCompiledWithoutAWord(String program) throws Exception {
    assertThat(Cobc.program(program)).isExecutable();
  }
}
