package org.ichido.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAppTest {
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The seed of the other hash functions is as long as their output, RFC 6238 errata 2866. */
  @ParameterizedTest
  @CsvSource({
    "59, HmacSHA1, 94287082",
    "59, HmacSHA256, 46119246",
    "59, HmacSHA512, 90693936",
    "1111111109, HmacSHA1, 07081804",
    "1111111109, HmacSHA256, 68084774",
    "1111111109, HmacSHA512, 25091201",
    "1111111111, HmacSHA1, 14050471",
    "1111111111, HmacSHA256, 67062674",
    "1111111111, HmacSHA512, 99943326",
    "1234567890, HmacSHA1, 89005924",
    "1234567890, HmacSHA256, 91819424",
    "1234567890, HmacSHA512, 93441116",
    "2000000000, HmacSHA1, 69279037",
    "2000000000, HmacSHA256, 90698825",
    "2000000000, HmacSHA512, 38618901",
    "20000000000, HmacSHA1, 65353130",
    "20000000000, HmacSHA256, 77737706",
    "20000000000, HmacSHA512, 47863826"
  })
  void itShowsTheCodesOfRfc6238AppendixB(long second, String mac, String code) {
    int length = Map.of("HmacSHA1", 20, "HmacSHA256", 32, "HmacSHA512", 64).get(mac);
    byte[] seed = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    TokenApp app = new TokenApp(seed, mac, 8, Duration.ofSeconds(30));
    assertThat(app.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  /** The last six digits of RFC 4226 appendix D, whose counter 1 is the step from 60 s on. */
  @Test
  void asAllTheBanksHaveItItIsSixDigitsForSixtySeconds() {
    TokenApp app = TokenApp.withSeed(SEED);
    assertThat(app.codeAt(Instant.ofEpochSecond(59))).isEqualTo("755224");
    assertThat(app.codeAt(Instant.ofEpochSecond(60))).isEqualTo("287082");
    assertThat(app.codeAt(Instant.ofEpochSecond(119))).isEqualTo("287082");
    assertThat(app.codeAt(Instant.ofEpochSecond(120))).isEqualTo("359152");
  }

  @Test
  void aWrongCodeIsNoneOfTheNineAroundNow() {
    TokenApp app = TokenApp.withSeed(SEED);
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    String wrong = app.wrongCodeAt(now);
    assertThat(wrong).hasSize(6);
    for (int step = -4; step <= 4; step++) {
      assertThat(app.codeAt(now.plusSeconds(60L * step))).isNotEqualTo(wrong);
    }
  }
}
