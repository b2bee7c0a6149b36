package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {
  private static final String BEGIN = "<!-- figures: begin, written by mvn -Pbench -->";
  private static final String END = "<!-- figures: end -->";

  @Test
  void onlyWhatStandsBetweenTheMarkersIsReplaced() {
    String once = Page.with("before\n" + BEGIN + "old" + END + "\nafter", "new");
    assertThat(once).isEqualTo("before\n" + BEGIN + "\n\nnew\n\n" + END + "\nafter");
    assertThat(Page.with(once, "newer")).isEqualTo(once.replace("new\n", "newer\n"));
  }

  @Test
  void aPageWithoutItsMarkersIsLeftAlone() {
    assertThatThrownBy(() -> Page.with("text", "new")).hasMessageContaining("two markers");
    assertThatThrownBy(() -> Page.with(END + BEGIN, "new")).hasMessageContaining("two markers");
    assertThatThrownBy(() -> Page.with(BEGIN + END + END, "new"))
        .hasMessageContaining("two markers");
  }
}
