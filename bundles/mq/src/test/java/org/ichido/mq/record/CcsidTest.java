package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CcsidTest {
  @ParameterizedTest
  @CsvSource({
    "939, 939",
    "x-IBM939, 939",
    "Cp930, 930",
    "x-IBM943C, 943",
    "x-IBM943, 943",
    "UTF-8, 1208",
    "ISO-8859-1, 819",
    "ISO8859_1, 819",
    "1399, 1399",
  })
  void aPropertySaysTheSetByNumberOrByName(String property, int ccsid) {
    assertThat(Ccsid.parse(property)).contains(ccsid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no such set", "-1", "123456", "UTF-16"})
  void whatIsNoSetOfOursIsNone(String property) {
    assertThat(Ccsid.parse(property)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1208, 819, 930, 939, 943})
  void lettersAndDigitsSurviveEverySet(int ccsid) throws Exception {
    Charset charset = Ccsid.charset(ccsid).orElseThrow();
    String text = "ABCXYZ0123456789~\\";
    byte[] bytes = Ccsid.encode(text, charset);
    assertThat(bytes).hasSize(text.length());
    assertThat(Ccsid.decode(bytes, charset)).isEqualTo(text);
  }

  @Test
  void setsThatTheJdkHasNotAreNone() {
    assertThat(Ccsid.charset(1399)).isEmpty();
    assertThat(Ccsid.charset(0)).isEmpty();
  }

  @Test
  void nothingIsReplaced() {
    Charset latin = Ccsid.charset(819).orElseThrow();
    Charset utf8 = Ccsid.charset(1208).orElseThrow();
    assertThatThrownBy(() -> Ccsid.encode("\u65e5", latin))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> Ccsid.decode(new byte[] {(byte) 0xc3, 0x28}, utf8))
        .isInstanceOf(CharacterCodingException.class);
  }
}
