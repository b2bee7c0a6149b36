package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordTypeTest {
  private static final Path SAMPLES = Path.of("../../config/copybooks/samples");

  private static byte[] sample(String name) throws Exception {
    String hex = Files.readString(SAMPLES.resolve(name + ".939.hex"));
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  /** What the bank's programmers compare their own records with. */
  @ParameterizedTest
  @EnumSource
  void requestAndReplyOfEachTypeAreReadAndWrittenByteForByte(RecordType type) throws Exception {
    byte[] asked = sample(type.code() + "-Q");
    HostRecord request = HostRecord.of(type.requestBody(), asked, HostProgram.EBCDIC);
    assertThat(request.get("ICH-RECORD-TYPE")).isEqualTo(type.code());
    assertThat(request.number("ICH-RECORD-LENGTH")).isEqualTo(request.length());
    assertThat(request.bytes(HostProgram.EBCDIC)).isEqualTo(asked);

    byte[] answered = sample(type.code() + "-R");
    HostRecord reply = request.reply(answered, HostProgram.EBCDIC);
    assertThat(reply.get("ICH-KIND")).isEqualTo("R");
    assertThat(reply.number("ICH-RECORD-LENGTH")).isEqualTo(reply.length());
    assertThat(reply.bytes(HostProgram.EBCDIC)).isEqualTo(answered);
  }

  @Test
  void anotherTypeIsNone() {
    assertThatThrownBy(() -> RecordType.of("XXXX")).hasMessage("no record type XXXX");
  }
}
