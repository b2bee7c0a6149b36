package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void durationsNeedTheirUnit() throws InvalidSetting {
    assertThat(Settings.of(Map.of("a", "60 s")).duration("a", SECOND, DAY)).hasSeconds(60);
    assertThat(Settings.of(Map.of("a", "2min")).duration("a", SECOND, DAY)).hasMinutes(2);
    assertThatThrownBy(() -> Settings.of(Map.of("a", "60")).duration("a", SECOND, DAY))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(
            "a: must be a duration with its unit (ms, s, min, h, d) from 1 s to 24 h, but is '60'");
  }

  @Test
  void numbersOutOfRangeNameTheRange() {
    Settings settings = Settings.of(Map.of("lockout.x.failures", "0"));
    assertThatThrownBy(() -> settings.section("lockout.x.").number("failures", 1, 100))
        .hasMessage("lockout.x.failures: must be a whole number from 1 to 100, but is '0'");
  }

  @Test
  void aBlankValueIsMissing() {
    assertThatThrownBy(() -> Settings.of(Map.of("a", "  ")).text("a")).hasMessage("a: is missing");
  }

  @Test
  void whatASectionReadsCountsAsReadInTheWhole() throws InvalidSetting {
    Settings settings = Settings.of(Map.of("a.b", "1", "a.c", "2", "d", "3"));
    settings.section("a.").number("b", 1, 1);
    assertThat(settings.unread()).containsExactly("a.c", "d");
    assertThat(settings.section("a.").unread()).containsExactly("a.c");
    assertThat(settings.section("a.").names()).containsExactly("b", "c");
  }

  @Test
  void wordsAreSplitAtCommasAndStandOnce() throws InvalidSetting {
    assertThat(Settings.of(Map.of("a", "x , y")).words("a")).isEqualTo(List.of("x", "y"));
    assertThatThrownBy(() -> Settings.of(Map.of("a", "x,x")).words("a"))
        .hasMessage("a: must be words between commas, each once");
    assertThatThrownBy(() -> Settings.of(Map.of("a", "x,,y")).words("a"))
        .isInstanceOf(InvalidSetting.class);
  }

  @Test
  void aChoiceListsWhatIsAllowed() {
    assertThatThrownBy(() -> Settings.of(Map.of("a", "z")).choice("a", List.of("x", "y")))
        .hasMessage("a: must be one of x, y, but is 'z'");
  }
}
