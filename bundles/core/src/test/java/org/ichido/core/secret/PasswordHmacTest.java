package org.ichido.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.api.TokenId;
import org.ichido.core.fakes.OpenVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHmacTest {
  private static final OpenVault VAULT = new OpenVault();
  private static final TokenId TOKEN = new TokenId("T-0001");

  @Property
  void onlyTheSamePasswordForTheSameTokenFits(
      @ForAll("digits") String one,
      @ForAll("digits") String other,
      @ForAll("ids") String id,
      @ForAll("ids") String otherId) {
    assertThat(hmac(one, new TokenId(id)).equals(hmac(other, new TokenId(otherId))))
        .isEqualTo(one.equals(other) && id.equals(otherId));
  }

  /** The form is a promise to every row in the store. */
  @Test
  void itIsTheVaultsFingerprintOfPurposeTokenAndHiddenDigitsEachWithItsLength() {
    byte[] hidden =
        VAULT.fingerprint(
            "\0\0\0\32activation-password-hidden\0\0\0\0044711"
                .getBytes(StandardCharsets.US_ASCII));
    byte[] bound =
        "\0\0\0\23activation-password\0\0\0\6T-0001\0\0\0\40".getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(bound, bound.length + hidden.length);
    System.arraycopy(hidden, 0, data, bound.length, hidden.length);
    assertThat(hmac("4711", TOKEN).hex())
        .isEqualTo(HexFormat.of().formatHex(VAULT.fingerprint(data)));
  }

  /** Without the lengths token T-00014 with 711… and T-0001 with 4711… would be the same bytes. */
  @Test
  void whereTheTokenEndsAndThePasswordBeginsIsPartOfIt() {
    assertThat(hmac("47110", TOKEN)).isNotEqualTo(hmac("7110", new TokenId("T-00014")));
  }

  @Property
  void whatWasStoredIsReadBack(@ForAll("digits") String digits) {
    PasswordHmac hmac = hmac(digits, TOKEN);
    PasswordHmac stored = PasswordHmac.ofHex(hmac.hex());
    assertThat(stored).isEqualTo(hmac).hasSameHashCodeAs(hmac);
    assertThat(stored.hex()).matches("[0-9a-f]{64}").isEqualTo(hmac.hex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "000000000000000000000000000000000000000000000000000000000000000",
        "00000000000000000000000000000000000000000000000000000000000000000",
        "A000000000000000000000000000000000000000000000000000000000000000",
        "g000000000000000000000000000000000000000000000000000000000000000"
      })
  void whatIsNoStoredFormIsRefusedAndNotRepeated(String hex) {
    assertThatThrownBy(() -> PasswordHmac.ofHex(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "HMAC of an activation password: 64 lower-case hexadecimal digits, but got "
                + hex.length()
                + " characters");
  }

  @Test
  void itPrintsNothingOfItselfAndLeavesThePasswordOpen() {
    ActivationPassword password = ActivationPasswordTest.issued("4711").orElseThrow();
    HiddenPassword hidden = HiddenPassword.of(password, VAULT);
    assertThat(hidden).hasToString("HiddenPassword");
    assertThat(PasswordHmac.of(hidden, TOKEN, VAULT)).hasToString("PasswordHmac");
    assertThat(password).isEqualTo(ActivationPasswordTest.issued("4711").orElseThrow());
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().withChars("01").ofMinLength(4).ofMaxLength(5);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings().withChars("T0").ofMinLength(1).ofMaxLength(2);
  }

  private static PasswordHmac hmac(String digits, TokenId token) {
    try (ActivationPassword password = ActivationPasswordTest.issued(digits).orElseThrow()) {
      return PasswordHmac.of(HiddenPassword.of(password, VAULT), token, VAULT);
    }
  }
}
