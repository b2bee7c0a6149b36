package org.ichido.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.core.fakes.ShippedProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTablesTest {
  private static final Path APPROVED = Path.of("src/test/resources/operations");

  static Stream<String> banks() {
    return ShippedProfile.BANKS.stream();
  }

  /** What the bank's people read is what the program does, to the letter. */
  @ParameterizedTest
  @MethodSource("banks")
  void theFileIsWhatTheTablePrints(String bank) {
    String read =
        Tables.text(bank)
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    assertThat(Tables.of(bank).print()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "mirai, S0-13 S0-14 S0-15 S0-16 S0-17 S0-18 S0-19 S0-34",
    "shiten, S2-5 S2-13 S0-19",
    "kenshin, S3-4 S3-12 S3-13 S3-14 S3-15 S3-16 S3-17",
    "kinsan, S4-1 S4-13",
  })
  void everyRowBeginsWithARequirementAndNoneOfTheBankIsLeftOut(String bank, String numbers) {
    List<String> remarks =
        Tables.of(bank)
            .print()
            .lines()
            .skip(1)
            .map(line -> line.replaceAll(".* \\| ", ""))
            .toList();
    assertThat(remarks).allMatch(remark -> remark.matches("(S[0-4]-[0-9]+ )+[^S].*"));
    for (String number : numbers.split(" ", -1)) {
      assertThat(remarks).as(number).anyMatch(remark -> (remark + " ").contains(number + " "));
    }
  }

  @Test
  void theDocumentExplainsEveryWordAndItsExampleIsATable() throws Exception {
    String document = Files.readString(Path.of("../../docs/operations.md"));
    int begin = document.indexOf("operation | stage ");
    String example = document.substring(begin, document.indexOf("```", begin));
    assertThat(OperationTable.read(example).print()).isEqualTo(example);
    for (Condition condition : Condition.values()) {
      assertThat(document).contains("`" + condition.word() + "`");
    }
  }

  /** Wherever the writing of a file is interrupted, its beginning is no table. */
  @ParameterizedTest
  @MethodSource("banks")
  void noBeginningOfTheFileIsATable(String bank) {
    String text = Tables.text(bank);
    int lastRemark = text.lastIndexOf("| S");
    for (int length = 0; length <= lastRemark + 1; length += 7) {
      String beginning = text.substring(0, length);
      assertThatThrownBy(() -> OperationTable.read(beginning))
          .as("%d characters", length)
          .isInstanceOf(InvalidTable.class);
    }
  }

  /**
   * Every operation, stage, method, channel and fact, approved by reading. If a change is meant,
   * copy what this writes into target/ over the approved file.
   */
  @ParameterizedTest
  @MethodSource("banks")
  void theDecisionsAreThoseThatWereApproved(String bank) throws Exception {
    String now = new DecisionMatrix(Tables.of(bank)).text();
    Path written = Path.of("target/operations", bank + ".txt");
    Files.createDirectories(written.getParent());
    Files.writeString(written, now);
    assertThat(now).isEqualTo(Files.readString(APPROVED.resolve(bank + ".txt")));
  }
}
