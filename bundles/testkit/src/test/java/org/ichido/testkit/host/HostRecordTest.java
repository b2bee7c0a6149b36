package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HostRecordTest {
  private static final Path SAMPLES = Path.of("../../config/copybooks/samples");
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

  private final BankHost bank = new BankHost("0417", () -> NOON);

  private static byte[] sample(String name) throws Exception {
    String hex = Files.readString(SAMPLES.resolve(name + ".939.hex"));
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  @Test
  void textStandsToTheLeftAndDigitsToTheRight() {
    HostRecord record = new HostRecord("ICHVFQ").move("ICH-USER", "TARO").move("ICH-USER", "JO");
    assertThat(record.get("ICH-USER")).isEqualTo("JO");

    record.move("ICH-SERIAL-NUMBER", "42");
    assertThat(record.get("ICH-SERIAL-NUMBER")).matches("0+42");
  }

  @Test
  void whatIsTooLongOrUnknownIsRefused() {
    HostRecord record = new HostRecord("ICHVFQ");
    assertThatThrownBy(() -> record.move("ICH-BANK", "04170"))
        .hasMessage("ICH-BANK holds 4 characters, not 5");
    assertThatThrownBy(() -> record.get("ICH-BNAK")).hasMessageStartingWith("no field ICH-BNAK");
    assertThatThrownBy(() -> new HostRecord("ICHXXX")).hasMessage("no copybook ICHXXX");
  }

  @Test
  void aMessageOfAnotherLengthIsNoRecord() throws Exception {
    byte[] reply = sample("VRFY-R");
    assertThatThrownBy(() -> HostRecord.of("ICHDSR", reply, HostProgram.EBCDIC))
        .hasMessageContaining("characters, but");
  }

  @Test
  void theReplyToARequestIsReadByItsOwnCopybook() throws Exception {
    HostRecord reply =
        bank.verify("one", "C0001", "taro", "123456").reply(sample("VRFY-R"), HostProgram.EBCDIC);
    assertThat(reply.get("ICH-VERDICT")).isEqualTo("ACCEPTED");

    assertThatThrownBy(() -> reply.reply(sample("VRFY-R"), HostProgram.EBCDIC))
        .hasMessage("ICHVFR is the copybook of no request");
  }

  @Test
  void aHostFillsTheHeaderWithItsBankAndItsTime() {
    HostRecord record = bank.verify("one", "C0001", "taro", "123456");

    assertThat(record.get("ICH-BANK")).isEqualTo("0417");
    assertThat(record.get("ICH-BUSINESS-DATE")).isEqualTo("20270401");
    assertThat(record.get("ICH-SENT-AT")).isEqualTo("20270401120000000");
    assertThat(record.get("ICH-RECORD-TYPE")).isEqualTo("VRFY");
    assertThat(record.get("ICH-REQUEST-ID")).isEqualTo("one");
    assertThat(record.get("ICH-CONTRACT")).isEqualTo("C0001");
    assertThat(record.get("ICH-USER")).isEqualTo("taro");
    assertThat(record.get("ICH-CODE")).isEqualTo("123456");
  }
}
