package org.ichido.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAppTest {
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({"59, 94287082", "1111111109, 07081804", "20000000000, 65353130"})
  void itShowsTheCodesOfRfc6238AppendixB(long second, String code) {
    TokenApp app = new TokenApp(SEED, "HmacSHA1", 8, Duration.ofSeconds(30));
    assertThat(app.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void aWrongCodeIsNoneOfTheNineAroundNow() {
    TokenApp app = new TokenApp(SEED, "HmacSHA1", 6, Duration.ofSeconds(60));
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    String wrong = app.wrongCodeAt(now);
    assertThat(wrong).hasSize(6);
    for (int step = -4; step <= 4; step++) {
      assertThat(app.codeAt(now.plusSeconds(60L * step))).isNotEqualTo(wrong);
    }
  }
}
