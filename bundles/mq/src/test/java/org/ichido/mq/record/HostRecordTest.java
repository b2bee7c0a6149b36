package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRecordTest {
  private static final RecordLayout VERIFY = Samples.LAYOUTS.request(RequestType.VERIFY);

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 37, 932, 1200, 5035, 65535})
  void anUnknownCcsidHasNoCharacters(int ccsid) {
    assertThat(HostCharacters.of(ccsid)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {930, 939, 943, 1390, 1399})
  void halfWidthKanaIsOneByteInJapaneseSets(int ccsid) {
    HostRecord record = HostRecord.blank(VERIFY).with("ICH-TERMINAL", "ﾎﾝﾃﾝ");
    byte[] bytes = record.encode(Samples.set(ccsid));
    assertThat(HostRecord.decode(VERIFY, bytes, Samples.set(ccsid)).get("ICH-TERMINAL"))
        .isEqualTo("ﾎﾝﾃﾝ");
  }

  @ParameterizedTest
  @ValueSource(ints = {819, 1208})
  void halfWidthKanaIsNoCharacterOfOtherSets(int ccsid) {
    HostRecord record = HostRecord.blank(VERIFY).with("ICH-TERMINAL", "ﾎﾝﾃﾝ");
    assertThatThrownBy(() -> record.encode(Samples.set(ccsid)))
        .hasMessageContaining("CCSID " + ccsid);
  }

  /** The JDK's plain x-IBM943 has other characters at these two places. */
  @Test
  void tildeAndBackslashSurvive943() {
    HostRecord record = HostRecord.blank(VERIFY).with("ICH-USER", "a~b\\c");
    byte[] bytes = record.encode(Samples.set(943));
    int offset = VERIFY.field("ICH-USER").offset();
    assertThat(Arrays.copyOfRange(bytes, offset, offset + 5))
        .isEqualTo("a~b\\c".getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICH-USER|123456789012345678901",
        "ICH-USER| a",
        "ICH-USER|全角",
        "ICH-USER|é",
        "ICH-USER|a\tb",
        "ICH-USER|\u0000",
        "ICH-FAILURES|1",
        "ICH-SERIAL-NUMBER|1234567890",
        "ICH-SERIAL-NUMBER|-1",
        "ICH-SERIAL-NUMBER|+1",
        "ICH-SERIAL-NUMBER| 1",
        "ICH-SERIAL-NUMBER|１"
      })
  void aValueThatDoesNotFitItsFieldIsRefusedByName(String fieldAndValue) {
    int bar = fieldAndValue.indexOf('|');
    String field = fieldAndValue.substring(0, bar);
    String value = fieldAndValue.substring(bar + 1);
    assertThatThrownBy(() -> HostRecord.blank(VERIFY).with(field, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field);
  }

  @Test
  void aRecordOfAnotherLengthIsNotDecoded() {
    assertThatThrownBy(() -> HostRecord.decode(VERIFY, new byte[383], Samples.set(1208)))
        .hasMessageContaining("384");
  }

  @Test
  void aRecordPrintsNoContentAndIsWiped() {
    HostRecord record = Samples.request(RequestType.VERIFY);
    assertThat(record.toString()).doesNotContain("123456", "TARO");
    record.close();
    assertThat(record.get("ICH-CODE")).isEmpty();
  }
}
