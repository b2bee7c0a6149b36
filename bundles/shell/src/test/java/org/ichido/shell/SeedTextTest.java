package org.ichido.shell;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ichido.api.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3132333435363738393031323334353637383930",
        "HEX:3132333435363738393031323334353637383930",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
        "base32:GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ===="
      })
  void allSpellingsOfOneSecretAreThatSecret(String text) {
    assertThat(read(text)).isEqualTo(Seed.copyOf("12345678901234567890".getBytes(US_ASCII)));
  }

  @Test
  void aTextThatIsRightInBothWaysMustSayWhichItIs() {
    String both = "ABCDEF234567ABCDEF234567ABCDEF23";

    assertThatThrownBy(() -> read(both)).hasMessageContaining("write hex: or base32: in front");
    assertThat(read("hex:" + both).length()).isEqualTo(16);
    assertThat(read("base32:" + both).length()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "base32:",
        "8888888888888888888888888888888",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seed: it is neither hexadecimal nor Base32");
  }

  @Test
  void lettersThatOnlyLookAlikeAreRefused() {
    assertThatThrownBy(() -> read("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ\u017f"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Seed read(String text) {
    return SeedText.read(text.toCharArray());
  }
}
