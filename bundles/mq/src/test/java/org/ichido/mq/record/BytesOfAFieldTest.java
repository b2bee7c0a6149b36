package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program may leave in a field by mistake, byte by byte. */
class BytesOfAFieldTest {
  private final FakeCore core = new FakeCore();

  private HostRecord answer(int ccsid, String field, int... bytes) {
    HostRecord request = Samples.request(RequestType.VERIFY);
    byte[] body = request.encode(Samples.set(ccsid));
    RecordField place =
        field.equals("FILLER")
            ? request.layout().fields().get(request.layout().fields().size() - 1)
            : request.layout().field(field);
    for (int i = 0; i < bytes.length; i++) {
      body[place.offset() + i] = (byte) bytes[i];
    }
    return Samples.read(
        RequestType.VERIFY,
        core.exchange().exchange(Samples.incoming(body, ccsid, QueueRole.REQUEST)));
  }

  private void refused(HostRecord reply, ReasonCode code, String field) {
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(field);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo(Integer.toString(code.code()));
    assertThat(core.judged()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {819, 930, 939, 943, 1208})
  void lowValuesAndHighValues(int ccsid) {
    for (String field : new String[] {"ICH-TERMINAL", "ICH-USER", "ICH-CODE", "FILLER"}) {
      refused(answer(ccsid, field, 0x00), ReasonCode.FIELD_CHARACTERS, field);
      refused(answer(ccsid, field, 0xff), ReasonCode.FIELD_CHARACTERS, field);
    }
    refused(
        answer(ccsid, "ICH-SERIAL-NUMBER", 0, 0), ReasonCode.FIELD_CHARACTERS, "ICH-SERIAL-NUMBER");
  }

  /** A shift character would take the fields behind it along when the record is converted. */
  @ParameterizedTest
  @CsvSource({"930, 14", "939, 14", "930, 15", "939, 15", "943, 14", "1208, 14", "819, 15"})
  void shiftOutWithoutShiftInAndTheReverse(int ccsid, int shift) {
    refused(answer(ccsid, "ICH-USER", shift), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
    refused(answer(ccsid, "FILLER", shift), ReasonCode.FIELD_CHARACTERS, "FILLER");
  }

  @Test
  void fullWidthDigitsAreNoCode() {
    int[] ebcdic = unsigned("１２３".getBytes(Charset.forName("x-IBM939")));
    assertThat(ebcdic).hasSize(8);
    refused(answer(939, "ICH-CODE", ebcdic), ReasonCode.FIELD_CHARACTERS, "ICH-CODE");
    int[] shiftJis = unsigned("１２３４".getBytes(Charset.forName("x-IBM943C")));
    assertThat(shiftJis).hasSize(8);
    refused(answer(943, "ICH-CODE", shiftJis), ReasonCode.FIELD_CHARACTERS, "ICH-CODE");
    int[] utf8 = unsigned("１２".getBytes(StandardCharsets.UTF_8));
    refused(answer(1208, "ICH-CODE", utf8), ReasonCode.FIELD_CHARACTERS, "ICH-CODE");
  }

  @Test
  void arabicDigitsYenAndKanaAreNoAscii() {
    refused(
        answer(1208, "ICH-USER", unsigned("ﾀﾛｳ".getBytes(StandardCharsets.UTF_8))),
        ReasonCode.FIELD_CHARACTERS,
        "ICH-USER");
    refused(answer(819, "ICH-USER", 0xa5), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
    refused(answer(939, "ICH-USER", 0xb2), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
  }

  /** A kana is a character of a record, but of no identifier. */
  @Test
  void aUserInKanaIsNotWellFormed() {
    refused(answer(943, "ICH-USER", 0xc0, 0xdb), ReasonCode.FIELD_VALUE, "ICH-USER");
  }

  @Test
  void controlsSpacesAndLetters() {
    refused(answer(1208, "ICH-USER", '\t'), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
    refused(answer(1208, "ICH-USER", 0x7f), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
    refused(answer(939, "ICH-USER", 0x25), ReasonCode.FIELD_CHARACTERS, "ICH-USER");
    refused(answer(1208, "ICH-USER", ' '), ReasonCode.FIELD_NOT_JUSTIFIED, "ICH-USER");
    refused(answer(1208, "ICH-CODE", ' '), ReasonCode.FIELD_NOT_JUSTIFIED, "ICH-CODE");
    refused(
        answer(1208, "ICH-SERIAL-NUMBER", ' '), ReasonCode.FIELD_NOT_NUMERIC, "ICH-SERIAL-NUMBER");
    refused(
        answer(1208, "ICH-ORIG-SERIAL-NUMBER", '1', 'A'),
        ReasonCode.FIELD_NOT_NUMERIC,
        "ICH-ORIG-SERIAL-NUMBER");
    refused(answer(1208, "FILLER", 'x'), ReasonCode.FIELD_VALUE, "FILLER");
  }

  /** A ninth digit would stand in the FILLER behind the code. */
  @Test
  void aCodeOfNineDigits() {
    refused(
        answer(1208, "ICH-CODE", '1', '2', '3', '4', '5', '6', '7', '8', '9'),
        ReasonCode.FIELD_VALUE,
        "ICH-OPERATION");
  }

  @Test
  void aBadFieldIsBlankInTheReplyAndTheOthersAreEchoed() {
    HostRecord reply = answer(939, "ICH-TERMINAL", 0x0e, 0x42, 0x43);
    assertThat(reply.get("ICH-TERMINAL")).isEmpty();
    assertThat(reply.get("ICH-USER")).isEqualTo("TARO01");
    assertThat(reply.get("ICH-REQUEST-ID")).isEqualTo("IB20261124000000042");
  }

  private static int[] unsigned(byte[] bytes) {
    int[] values = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 0xff;
    }
    return values;
  }
}
