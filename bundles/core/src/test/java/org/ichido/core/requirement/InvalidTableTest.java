package org.ichido.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidTableTest {
  private static final String HEADING =
      "operation | stage | token | channel | condition | answer | remark\n";
  private static final String REST = "* | * | * | * | - | NOT_REQUIRED | S0-19\n";

  /** The row stands in line 3, below the heading and a comment. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "transfer | * | * | * | - | REQUIRED | x; 1; operation 'transfer' is no name",
        "ＴＲＡＮＳＦＥＲ | * | * | * | - | REQUIRED | x; 1; half-width capital letters",
        "'| * | * | * | - | REQUIRED | x'; 1; operation '' is no name",
        "TRANSFER | CONFIRM | * | * | - | REQUIRED | x; 12; stage 'CONFIRM' is none of *, SUBMIT, APPROVE, LOGIN",
        "TRANSFER | LOGIN | * | * | - | REQUIRED | x; 12; LOGIN is at the stage LOGIN",
        "LOGIN | SUBMIT | * | * | - | REQUIRED | x; 9; LOGIN is at the stage LOGIN",
        "TRANSFER | * | soft | * | - | REQUIRED | x; 16; token 'soft' is none of *, SOFT, HARD",
        "TRANSFER | * | * | TABLET | - | REQUIRED | x; 20; channel 'TABLET' is none of *, PC, SMARTPHONE",
        "TRANSFER | * | * | * | payee-known | REQUIRED | x; 24; condition 'payee-known' is none of approval-in-use, no-approval, payee-registered, payee-paid-before, private-biller, public-biller, in-use, not-in-use",
        "TRANSFER | * | * | * | | REQUIRED | x; 24; condition '' is none of",
        "TRANSFER | * | * | * | in-use, no-approval | NOT_REQUIRED | x; 24; 'and' between two",
        "TRANSFER | * | * | * | in-use and in-use | REQUIRED | x; 24; condition 'in-use' stands twice",
        "TRANSFER | * | * | * | in-use and not-in-use | REQUIRED | x; 24; never hold together",
        "TRANSFER | * | * | * | no-approval and approval-in-use | NOT_REQUIRED | x; 24; never hold together",
        "TRANSFER | * | * | * | public-biller and private-biller | NOT_REQUIRED | x; 24; never hold together",
        "TRANSFER | * | * | * | - | REQIRED | x; 28; answer 'REQIRED' is none of REQUIRED, EXEMPT with a word, NOT_REQUIRED, NOT_ELIGIBLE, BLOCKED",
        "TRANSFER | * | * | * | - | EXEMPT | x; 28; EXEMPT needs the reason in one word",
        "TRANSFER | * | * | * | - | EXEMPT paid | x; 28; EXEMPT needs the reason in one word",
        "TRANSFER | * | * | * | - | EXEMPT A234567890123456789012345 | x; 28; EXEMPT needs the reason",
        "TRANSFER | * | * | * | - | REQUIRED always | x; 28; answer 'REQUIRED always' is none of",
        "'TRANSFER | * | * | * | - | REQUIRED |'; 38; remark must be 1 to 120 characters",
        "TRANSFER | * | * | * | - | REQUIRED; 36; only 6 columns",
        "TRANSFER | * | * | * | - | REQUIRED | x | y; 41; one bar too many",
        "TRANSFER | * | * | * | - | REQUIRED | 振\u200B込; 40; invisible character (U+200B)",
        "TRANSFER | * | * | * | - | REQUIRED | \u001B[31m; 39; invisible character (U+001B)",
      })
  void aMistakeInARowIsNamedWithLineCharacterAndColumn(String row, int column, String problem) {
    InvalidTable invalid =
        catchThrowableOfType(
            InvalidTable.class, () -> OperationTable.read(HEADING + "# 注記\n" + row + "\n" + REST));
    assertThat(invalid).hasMessageContaining(problem);
    assertThat(invalid.line()).isEqualTo(3);
    assertThat(invalid.column()).isEqualTo(column);
    assertThat(invalid).hasMessageStartingWith("line 3, character " + column + ": ");
  }

  /** Who does not say so would come to the row below. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "approval-in-use",
        "no-approval",
        "payee-registered",
        "payee-paid-before",
        "private-biller",
        "public-biller",
        "in-use and private-biller"
      })
  void aRowThatAsksOrBlocksHasNoConditionOnAFact(String condition) {
    for (String answer : new String[] {"REQUIRED", "BLOCKED"}) {
      assertThatThrownBy(
              () -> read("TRANSFER | * | * | * | " + condition + " | " + answer + " | x\n" + REST))
          .isInstanceOf(InvalidTable.class)
          .hasMessageContaining("may not stand in a row with " + answer)
          .hasMessageContaining("would be spared the code");
    }
  }

  @Test
  void aRowMayAskByWhatIsAlwaysKnown() throws Exception {
    assertThat(
            OperationTable.read(
                    HEADING + "TRANSFER | * | * | * | not-in-use | BLOCKED | x\n" + REST)
                .operations())
        .containsExactly("TRANSFER");
  }

  @Test
  void twoRowsForTheSameCasesAreRefused() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    TRANSFER | * | * | * | in-use and payee-registered | NOT_REQUIRED | x
                    TRANSFER | * | * | * | payee-registered and in-use | NOT_ELIGIBLE | y
                    """
                        + REST))
        .hasMessageStartingWith("line 3, character 1: ")
        .hasMessageContaining("are those of line 2");
  }

  @Test
  void aRowThatOneAboveItCoversIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    TRANSFER | * | * | * | - | REQUIRED | x
                    PAYEASY | * | * | * | - | REQUIRED | x
                    TRANSFER | SUBMIT | * | * | payee-registered | EXEMPT P | y
                    """
                        + REST))
        .hasMessageStartingWith("line 4, character 1: this row can never answer, since line 2 ");
  }

  @Test
  void aRowThatSeveralAboveItCoverTogetherIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    * | * | * | SMARTPHONE | not-in-use | BLOCKED | x
                    * | * | * | PC | not-in-use | NOT_REQUIRED | x
                    TRANSFER | * | * | * | not-in-use | REQUIRED | y
                    """
                        + REST))
        .hasMessageContaining("line 4, ")
        .hasMessageContaining("since line 2 or 3 above it always does first");
  }

  @Test
  void aRowForTheLoginOfAnyOperationBelowThatOfTheLoginIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    LOGIN | LOGIN | * | * | - | REQUIRED | x
                    * | LOGIN | * | * | - | NOT_REQUIRED | x
                    """
                        + REST))
        .hasMessageContaining("line 3, ")
        .hasMessageContaining("since line 2 above it");
  }

  @Test
  void nothingStandsBelowTheRowThatAnswersEverything() {
    assertThatThrownBy(() -> read(REST + "TRANSFER | * | * | * | - | REQUIRED | x\n"))
        .hasMessageContaining("line 3, ")
        .hasMessageContaining("since line 2 above it");
  }

  /** S0-19: the default is explicit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRANSFER | * | * | * | - | REQUIRED | x",
        "* | SUBMIT | * | * | - | REQUIRED | x",
        "* | * | SOFT | * | - | REQUIRED | x",
        "* | * | * | PC | - | REQUIRED | x",
        "* | * | * | * | in-use | REQUIRED | x",
      })
  void theLastRowMustAnswerEverythingElse(String last) {
    assertThatThrownBy(() -> read(last + "\n"))
        .hasMessageStartingWith("line 2, ")
        .hasMessageContaining("the last row must say what holds for everything else");
  }

  @Test
  void aTableWithoutHeadingOrRowsIsNone() {
    assertThatThrownBy(() -> OperationTable.read(""))
        .hasMessageStartingWith("line 1, character 1: there are no rows");
    assertThatThrownBy(() -> OperationTable.read(HEADING + "# nothing\n"))
        .hasMessageStartingWith("line 3, character 1: there are no rows");
    assertThatThrownBy(() -> OperationTable.read(REST))
        .hasMessageContaining(
            "line 1, character 1: operation is the heading of this column, but '*' stands here");
  }

  @Test
  void aTableMayHaveTwoHundredRowsAndNoMore() throws Exception {
    assertThat(OperationTable.read(rows(199)).operations()).hasSize(199);
    assertThatThrownBy(() -> OperationTable.read(rows(200)))
        .hasMessageContaining("line 202, ")
        .hasMessageContaining("one row too many: 200 are allowed");
  }

  @Test
  void aRemarkMayHaveAHundredAndTwentyCharacters() throws Exception {
    String longest = "込".repeat(120);
    assertThat(OperationTable.read(HEADING + "* | * | * | * | - | REQUIRED | " + longest).print())
        .endsWith(longest + "\n");
    assertThatThrownBy(() -> read("* | * | * | * | - | REQUIRED | " + longest + "込"))
        .hasMessageContaining("remark must be 1 to 120 characters");
  }

  private static String rows(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "OP_" + i + " | * | * | * | - | REQUIRED | x\n")
        .collect(Collectors.joining("", HEADING, REST));
  }

  private static void read(String rows) throws InvalidTable {
    OperationTable.read(HEADING + rows);
  }
}
