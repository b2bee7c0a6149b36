package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {
  private static List<String> print(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Property
  void whateverStandsInItNoLineIsLongerThan100AndNoLetterIsLost(
      @ForAll @Size(min = 1, max = 7) List<@AlphaChars @StringLength(max = 150) String> cells,
      @ForAll @IntRange(min = 1, max = 3) int rows) {
    Table table = new Table(cells.stream().map(cell -> "-").toArray(String[]::new));
    for (int i = 0; i < rows; i++) {
      table.row(cells.toArray(String[]::new));
    }

    List<String> lines = print(table);

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(letters(String.join("", lines)))
        .isEqualTo(letters(String.join("", cells).repeat(rows)));
  }

  private static List<Integer> letters(String text) {
    List<Integer> letters = new ArrayList<>();
    text.chars().filter(Character::isLetter).sorted().forEach(letters::add);
    return letters;
  }

  @Test
  void anIdIsNotCutAsLongAsThereIsRoomBesideIt() {
    String id = "6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001";

    assertThat(print(new Table("TOKEN", "WHAT").row(id, "word ".repeat(40))))
        .filteredOn(line -> line.startsWith(id + "  word"))
        .hasSize(1);
  }

  /** Full-width characters take two columns, half-width kana one; no sentence has blanks. */
  @Test
  void japaneseTextIsBrokenWhereTheLineIsFullAndStandsInItsColumns() {
    List<String> lines = print(new Table("日本語", "WHAT").row("ｶﾅ", "あ".repeat(60)).row("表", "z"));

    assertThat(lines)
        .containsExactly(
            "日本語  WHAT", "ｶﾅ      " + "あ".repeat(46), "        " + "あ".repeat(14), "表      z");
  }
}
