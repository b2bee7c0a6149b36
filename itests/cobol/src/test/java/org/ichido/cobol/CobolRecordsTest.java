package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ichido.evidence.Check;
import org.ichido.mq.record.HostRecord;
import org.ichido.mq.record.RecordField;
import org.ichido.mq.record.RecordLayout;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.RecordType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The programs build and read the very records that the codec reads and builds. */
@Tag("peers")
class CobolRecordsTest {
  private static final int UTF_8 = 1208;
  private static final HostCharacters[] HOSTS = {
    HostCharacters.LATIN_EBCDIC, HostCharacters.KATAKANA_EBCDIC, HostCharacters.SHIFT_JIS
  };
  private static Probe probe;

  @BeforeAll
  static void compile() throws Exception {
    probe = Probe.run();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, CobolProgram.NATIVE);
  }

  @Test
  void everyFieldOfEverySampleIsShownAsItIs() throws Exception {
    Check check = CobolEvidence.check("a field of a sample is shown as it stands there");
    for (String sample : Sources.samples()) {
      String body = CodecLayouts.bodyOf(sample);
      byte[] record = Sources.sample(sample);
      RecordLayout layout = CodecLayouts.byCopybook().get(body);
      check.equal(sample, layout.length(), record.length);
      Map<String, String> shown = new LinkedHashMap<>(probe.show(Probe.HEADER, record));
      shown.putAll(probe.show(body, record));
      for (RecordField field : layout.fields()) {
        if (!field.isFiller()) {
          check.equal(
              sample + " " + field.name(),
              text(record).substring(field.offset(), field.offset() + field.length()),
              shown.get(field.name()));
        }
      }
    }
    check.done();
  }

  @Test
  void everyRequestIsBuiltByteForByteAsItsSample() throws Exception {
    Check check = CobolEvidence.check("a request that COBOL builds is the sample, byte for byte");
    for (RequestType type : CodecLayouts.REQUESTS) {
      RecordType books = RecordType.valueOf(type.name());
      byte[] sample = Sources.sample(books.code() + "-Q");
      byte[] built =
          build(
              org.ichido.testkit.host.HostRecord.of(
                  books.requestBody(), sample, StandardCharsets.US_ASCII));
      check.equal(type.name(), text(sample), text(built));
    }
    check.done();
  }

  private static byte[] build(org.ichido.testkit.host.HostRecord request) throws Exception {
    RecordType type = RecordType.of(request.get("ICH-RECORD-TYPE"));
    try (CobolProgram program = CobolProgram.run(Programs.asking(type))) {
      return program.ask(type.code(), Cards.of(request));
    }
  }

  @Test
  void convertedFieldByFieldItIsTheSampleIn939() throws Exception {
    Check check = CobolEvidence.check("a sample converted by copybook is the sample in 939");
    for (String sample : Sources.samples()) {
      String hex = Files.readString(Sources.SAMPLES.resolve(sample + ".939.hex"));
      byte[] expected = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
      byte[] converted =
          probe
              .shapes
              .get(CodecLayouts.bodyOf(sample))
              .convert(
                  Sources.sample(sample),
                  CobolProgram.NATIVE,
                  HostCharacters.LATIN_EBCDIC.charset());
      check.equal(sample, HexFormat.of().formatHex(expected), HexFormat.of().formatHex(converted));
    }
    check.done();
  }

  @Test
  void thereAndBackNothingIsLost() throws Exception {
    Check check = CobolEvidence.check("a sample comes back from 939, 930 and 943 as it went");
    for (String sample : Sources.samples()) {
      Shape shape = probe.shapes.get(CodecLayouts.bodyOf(sample));
      byte[] record = Sources.sample(sample);
      for (HostCharacters host : HOSTS) {
        byte[] there = shape.convert(record, CobolProgram.NATIVE, host.charset());
        byte[] back = shape.convert(there, host.charset(), CobolProgram.NATIVE);
        check.equal(sample + " " + host, text(record), text(back));
      }
    }
    check.done();
  }

  /** Half-width kana, with a voiced mark of its own and a bracket as banks write it. */
  @Test
  void halfWidthKanaIsTheSameForCobolAndForTheCodec() throws Exception {
    Check check = CobolEvidence.check("half-width kana from COBOL is kana for the codec");
    String name = "\uff76)\uff8c\uff9e\uff97\uff9d\uff81 \uff70\uff65\uff61\uff9f";
    byte[] sample = Sources.sample("CTRA-Q");
    org.ichido.testkit.host.HostRecord request =
        org.ichido.testkit.host.HostRecord.of("ICHCTQ", sample, StandardCharsets.US_ASCII)
            .move("ICH-ACCOUNT-NAME", name);
    byte[] built = build(request);
    assertThat(built).hasSameSizeAs(sample);
    Shape shape = probe.shapes.get("ICHCTQ");
    for (HostCharacters host : HOSTS) {
      Charset charset = host.charset();
      HostRecord read =
          HostRecord.decode(
              CodecLayouts.CODEC.request(RequestType.CHANGE_ACCOUNT),
              shape.convert(built, CobolProgram.NATIVE, charset),
              CodecLayouts.characters(host.ccsid()));
      check.equal(host.name(), name, read.get("ICH-ACCOUNT-NAME"));
    }
    check.equal("shown", name, probe.show("ICHCTQ", built).get("ICH-ACCOUNT-NAME").strip());
    check.done();
  }

  /** What the codec makes of a record by its own field names, COBOL shows by its own. */
  @Test
  void whatTheCodecFillsCobolShows() throws Exception {
    Check check = CobolEvidence.check("a field that the codec fills is shown by COBOL, it alone");
    for (Map.Entry<String, RecordLayout> entry : CodecLayouts.byCopybook().entrySet()) {
      RecordLayout layout = entry.getValue();
      HostRecord record = HostRecord.blank(layout);
      int number = 1;
      for (RecordField field : layout.fields()) {
        if (!field.isFiller()) {
          record = record.with(field.name(), distinct(number++, field.length()));
        }
      }
      byte[] bytes = record.encode(CodecLayouts.characters(UTF_8));
      Map<String, String> shown = new LinkedHashMap<>(probe.show(Probe.HEADER, bytes));
      shown.putAll(probe.show(entry.getKey(), bytes));
      number = 1;
      for (RecordField field : layout.fields()) {
        if (!field.isFiller()) {
          check.equal(
              entry.getKey() + " " + field.name(),
              distinct(number++, field.length()),
              shown.get(field.name()));
        }
      }
    }
    check.done();
  }

  /** Digits that no other field of that length has, if it has room for them. */
  private static String distinct(int number, int length) {
    String digits = "%03d".formatted(number).repeat(length / 3 + 1);
    return digits.substring(digits.length() - length);
  }
}
