package org.ichido.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S1-23: a fixed part and an optional addition. */
@Requirement("S1-23")
class DisplayNameTest {
  private static final DisplayName NAME = new DisplayName("関西みらいビジネスダイレクト", 20);

  @Test
  void theAdditionStandsBehindTheFixedPart() {
    assertThat(NAME.with(NAME.addition("経理　田中").orElseThrow())).isEqualTo("関西みらいビジネスダイレクト 経理　田中");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "　　"})
  void blankKeepsTheDefault(String blank) {
    assertThat(NAME.with(NAME.addition(blank).orElseThrow())).isEqualTo("関西みらいビジネスダイレクト");
  }

  @Test
  void itHas20CharactersAtTheMostFullWidthOrNot() {
    assertThat(NAME.addition("あ".repeat(20))).isPresent();
    assertThat(NAME.addition("あ".repeat(21))).isEmpty();
    assertThat(NAME.addition("a".repeat(20))).isPresent();
    assertThat(NAME.addition("𠮷".repeat(20))).as("two chars of Java, one character").isPresent();
    assertThat(NAME.addition("𠮷".repeat(21))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "a\u202eb", "a\u2028b", "\ue000", "\ud83d"})
  void whatCannotBeSeenIsRefused(String typed) {
    assertThat(NAME.addition(typed)).isEmpty();
  }

  /** The fields of the records that carry it: 120 bytes the addition, 240 the whole. */
  @Test
  void theLongestNameOfAnyBankFitsItsRecord() {
    DisplayName longest =
        new DisplayName("𠮷".repeat(DisplayName.LONGEST_FIXED), DisplayName.LONGEST_ADDITION);
    String addition = longest.addition("𠮷".repeat(DisplayName.LONGEST_ADDITION)).orElseThrow();
    assertThat(addition.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
    assertThat(longest.with(addition).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(240);
  }
}
