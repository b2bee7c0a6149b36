package org.ichido.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationPasswordTest {
  private static final AppKey APP = OpensslMade.appKey();
  private static final String BOUND = ":" + APP.sha256();

  @Property
  void fourToEightDigitsArePasswordsOfAnIssueAndOfAnActivation(@ForAll("digits") String digits) {
    try (ActivationPassword issued = issued(digits).orElseThrow();
        ActivationPassword activated = activated(digits + BOUND).orElseThrow()) {
      assertThat(issued.ascii()).asString(StandardCharsets.US_ASCII).isEqualTo(digits);
      assertThat(issued).isEqualTo(activated).hasSameHashCodeAs(activated);
      assertThat(issued.length()).isEqualTo(digits.length());
    }
  }

  @Property
  void passwordsAreEqualIfTheirDigitsAre(
      @ForAll("digits") String one, @ForAll("digits") String other) {
    assertThat(issued(one).equals(issued(other))).isEqualTo(one.equals(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1", "123", "123456789", "12345678901", "12a4", "1234 ", " 1234", "+123", "-1234",
        "12.4", "1234\n", "1234\0", "\0\0\0\0", "１２３４", "٠١٢٣", "１2", "1234:", "123:", "12/4"
      })
  void whatIsNotFourToEightAsciiDigitsIsNoPassword(String text) {
    assertThat(issued(text)).isEmpty();
    assertThat(activated(text + BOUND)).isEmpty();
  }

  @Test
  void whatIsBoundToAnotherKeyIsNotAccepted() {
    char last = BOUND.charAt(BOUND.length() - 1);
    String almost = BOUND.substring(0, BOUND.length() - 1) + (last == '0' ? '1' : '0');
    for (String binding :
        new String[] {
          "",
          ":",
          almost,
          BOUND.substring(1),
          BOUND.substring(0, BOUND.length() - 1),
          BOUND + "0",
          BOUND + "\n",
          BOUND.toUpperCase(Locale.ROOT),
          BOUND.replace(':', ' '),
          ":" + BOUND,
          BOUND + BOUND
        }) {
      assertThat(activated("4711" + binding)).as(binding).isEmpty();
    }
    assertThat(activated("4711" + BOUND)).isPresent();
  }

  /** A captured field of one kind is worth nothing as the other. */
  @Test
  void thePlainTextsOfIssueAndActivationAreNeverTakenForEachOther() {
    assertThat(issued("4711" + BOUND)).isEmpty();
    assertThat(activated("4711")).isEmpty();
  }

  @Test
  void itPrintsItsLengthAlone() {
    assertThat(issued("4711")).contains(issued("4711").orElseThrow());
    assertThat(issued("4711").orElseThrow()).hasToString("ActivationPassword(4 digits)");
    assertThat(issued("4711").orElseThrow()).hasSameHashCodeAs(issued("471108").orElseThrow());
  }

  @Test
  void itIsACopyThatIsWipedWhenItIsClosed() {
    byte[] plain = "4711".getBytes(StandardCharsets.US_ASCII);
    ActivationPassword password = ActivationPassword.ofIssue(plain).orElseThrow();
    plain[0] = '9';
    assertThat(password).isEqualTo(issued("4711").orElseThrow());
    password.close();
    assertThat(password.ascii()).containsOnly(0);
    assertThat(password)
        .isNotEqualTo(issued("4711").orElseThrow())
        .isNotEqualTo(issued("0000").orElseThrow());
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(8);
  }

  static Optional<ActivationPassword> issued(String plain) {
    return ActivationPassword.ofIssue(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<ActivationPassword> activated(String plain) {
    return ActivationPassword.ofActivation(plain.getBytes(StandardCharsets.UTF_8), APP);
  }
}
