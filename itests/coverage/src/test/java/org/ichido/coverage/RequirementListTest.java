package org.ichido.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ichido.coverage.RequirementList.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementListTest {
  private static final String ONE = "S1-4\tF\tnow\tA password has 4 to 8 digits\ta test";

  private static RequirementList of(String... lines) {
    return RequirementList.of(RequirementList.HEADER + "\n" + String.join("\n", lines));
  }

  @Test
  void aLineIsReadCellByCell() {
    assertThat(of(ONE).rows())
        .containsExactly(new Row("S1-4", "F", Due.NOW, "A password has 4 to 8 digits", "a test"));
  }

  @Test
  void aNumberThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> of(ONE, ONE)).hasMessageContaining("S1-4 stands on the list twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S1-4\tF\tnow\tA password has 4 to 8 digits",
        "S1-4\tF\tnow\t\ta test",
        "S1-4 F now A password a test"
      })
  void aLineWithoutItsFiveCellsIsRefused(String line) {
    assertThatThrownBy(() -> of(line)).hasMessageContaining("not five cells");
  }

  @Test
  void aMilestoneThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> of(ONE.replace("now", "later")))
        .hasMessage("due is one of [now, hard tokens, exempt], not 'later'");
  }

  @Test
  void aFileWithoutTheHeaderIsRefused() {
    assertThatThrownBy(() -> RequirementList.of(ONE)).hasMessageContaining("begins with the line");
  }
}
