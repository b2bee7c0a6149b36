package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyPasswordTest extends OwnerOnlyFileFixture {
  @Test
  void aPasswordIs24BytesOfTheRandomnessGivenAndNeverMadeAnew() throws IOException {
    byte[] expected = new byte[24];
    new Random(4711).nextBytes(expected);

    assertThat(file.createPassword(new Random(4711))).isTrue();

    String password = file.readPassword();
    assertThat(password).matches("[A-Za-z0-9_-]{32}");
    assertThat(Base64.getUrlDecoder().decode(password)).isEqualTo(expected);
    assertThat(path).hasContent(password);
    assertThat(permissions(path)).isEqualTo("rw-------");

    assertThat(file.createPassword(new Random(4712))).isFalse();
    assertThat(file.readPassword()).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, SECRET + "\n", "\t" + SECRET + " \r\n"})
  void anOperatorsPasswordIsReadWithoutTheWhiteSpaceAroundIt(String text) throws IOException {
    put(text);
    assertThat(file.readPassword()).isEqualTo(SECRET);
    assertThat(file.createPassword(new Random(1))).isFalse();
    assertThat(path).hasContent(text);
  }

  @Test
  void aPasswordOfOtherCharactersIsRefusedAndNotRepeated() throws IOException {
    put("p\u00e4ssword");
    assertUnusable(file::readPassword, path + " must hold a password of ASCII characters alone");
  }
}
