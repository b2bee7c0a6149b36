package org.ichido.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "123456789",
        "+12345",
        "12 456",
        "１２３４５６",
        "٠١٢٣٤٥",
        "12345a",
        "-12345"
      })
  void whatIsNoCodeIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> OneTimeCode.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(text.isEmpty() || !e.getMessage().contains(text)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "1234567", "99999999"})
  void aCodeMatchesItsDigitsAndNoOthers(String text) {
    OneTimeCode code = OneTimeCode.of(text);
    assertThat(code.length()).isEqualTo(text.length());
    assertThat(code.matches(text.getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(code.matches("123123".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @Test
  void aCodePrintsItsLengthAlone() {
    assertThat(OneTimeCode.of("287082")).hasToString("OneTimeCode(6 digits)");
    assertThat(OneTimeCode.of("287082")).hasSameHashCodeAs(OneTimeCode.of("287083"));
  }

  @Test
  void aClosedCodeMatchesNothing() {
    OneTimeCode code = OneTimeCode.of("287082");
    code.close();
    assertThat(code.matches("287082".getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(code.matches("000000".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @Property
  void aSeedIsACopyAndIsWiped(@ForAll @Size(min = 16, max = 64) byte[] bytes) {
    byte[] own = bytes.clone();
    Seed seed = Seed.copyOf(own);
    own[0]++;
    assertThat(seed.copy()).isEqualTo(bytes);
    assertThat(seed).hasToString("Seed(" + bytes.length + " bytes)");
    seed.close();
    assertThat(seed.copy()).containsOnly(0);
  }

  @Test
  void seedsBelow128BitsAreRefused() {
    assertThatThrownBy(() -> Seed.copyOf(new byte[15]))
        .hasMessage("seed: 16 to 64 bytes, but got 15");
    assertThatThrownBy(() -> Seed.copyOf(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
