package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.mq.record.RecordField.Picture;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRecordTest {
  /** One for all tries: its bank of known requests does not matter to these laws. */
  private static final FakeCore CORE = new FakeCore();

  private static final CopybookExchange EXCHANGE = CORE.exchange();

  private static final RecordLayout VERIFY = Samples.LAYOUTS.request(RequestType.VERIFY);

  /** A valid record of any layout, with any characters its CCSID allows. */
  record Case(HostRecord record, int ccsid) {
    @Override
    public String toString() {
      return record + " in " + ccsid;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(HostCharacters.ccsids()),
            Arbitraries.of(RequestType.values()),
            Arbitraries.of(true, false))
        .flatAs(
            (ccsid, type, request) -> {
              RecordLayout layout =
                  request ? Samples.LAYOUTS.request(type) : Samples.LAYOUTS.reply(type);
              Arbitrary<HostRecord> records = Arbitraries.just(HostRecord.blank(layout));
              for (RecordField field : layout.fields()) {
                if (!field.isFiller()) {
                  records =
                      Combinators.combine(records, values(field, ccsid))
                          .as((record, value) -> record.with(field.name(), value));
                }
              }
              return records.map(record -> new Case(record, ccsid));
            });
  }

  private static Arbitrary<String> values(RecordField field, int ccsid) {
    if (field.picture() == Picture.NINE) {
      return Arbitraries.strings().numeric().ofMaxLength(field.length());
    }
    HostCharacters set = Samples.set(ccsid);
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange(set.has('ｱ') ? '｡' : ' ', set.has('ｱ') ? 'ﾟ' : '~')
        .ofMaxLength(field.length())
        .map(text -> text.strip());
  }

  @Property(tries = 100)
  void whatIsEncodedDecodesToTheSame(@ForAll("cases") Case c) {
    HostCharacters set = Samples.set(c.ccsid());
    byte[] bytes = c.record().encode(set);
    HostRecord decoded = HostRecord.decode(c.record().layout(), bytes, set);
    for (RecordField field : c.record().layout().fields()) {
      if (!field.isFiller()) {
        assertThat(decoded.get(field.name())).isEqualTo(c.record().get(field.name()));
      }
    }
    assertThat(decoded.encode(set)).isEqualTo(bytes);
    assertThat(bytes).hasSize(c.record().layout().length());
  }

  /** The table agrees with the JDK's converter, which a queue manager's stands for here. */
  @Property(tries = 100)
  void theBytesAreThoseOfTheCharacterSet(@ForAll("cases") Case c) {
    String name =
        switch (c.ccsid()) {
          case 819 -> "ISO-8859-1";
          case 930 -> "x-IBM930";
          case 939 -> "x-IBM939";
          case 943 -> "x-IBM943C";
          default -> "UTF-8";
        };
    byte[] bytes = c.record().encode(Samples.set(c.ccsid()));
    String text = new String(bytes, Charset.forName(name));
    assertThat(text.getBytes(Charset.forName(name))).isEqualTo(bytes);
    for (RecordField field : c.record().layout().fields()) {
      if (!field.isFiller()) {
        String slice = text.substring(field.offset(), field.offset() + field.length());
        assertThat(slice.stripTrailing()).isEqualTo(c.record().get(field.name()));
      }
    }
  }

  @Property(tries = 1000)
  void noBytesWhateverCrashTheExchange(@ForAll byte[] body, @ForAll("anyCcsid") int ccsid) {
    Disposition found = EXCHANGE.exchange(Samples.incoming(body, ccsid, QueueRole.REQUEST));
    assertThat(found).isInstanceOf(Disposition.Unanswerable.class);
  }

  /** Starts from a good record, so that the checks behind the eye-catcher are reached. */
  @Property(tries = 1000)
  void noDamageToARequestCrashesTheExchange(
      @ForAll("damages") byte[] damage, @ForAll("place") int at, @ForAll("ccsid") int ccsid) {
    byte[] body = Samples.request(RequestType.VERIFY).encode(Samples.set(ccsid));
    System.arraycopy(damage, 0, body, at, Math.min(damage.length, body.length - at));
    Disposition found = EXCHANGE.exchange(Samples.incoming(body, ccsid, QueueRole.REQUEST));
    if (found instanceof Disposition.Answer answer) {
      int length = answer.reply().bytes().length;
      RecordLayout layout =
          length == VERIFY.length()
              ? Samples.LAYOUTS.reply(RequestType.VERIFY)
              : length == 640
                  ? Samples.LAYOUTS.reply(RequestType.DESCRIBE)
                  : Samples.LAYOUTS.header();
      HostRecord reply = HostRecord.decode(layout, answer.reply().bytes(), Samples.set(ccsid));
      assertThat(reply.is("ICH-REPLY")).isTrue();
    } else {
      assertThat(found).isInstanceOf(Disposition.Unanswerable.class);
    }
  }

  @Provide
  Arbitrary<byte[]> damages() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<Integer> place() {
    return Arbitraries.integers().between(4, VERIFY.length() - 1);
  }

  @Provide
  Arbitrary<Integer> ccsid() {
    return Arbitraries.of(HostCharacters.ccsids());
  }

  @Provide
  Arbitrary<Integer> anyCcsid() {
    return Arbitraries.of(819, 930, 939, 943, 1208, 1390, 1399, 0, -1, 65535);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 37, 932, 1200, 1390, 1399, 5035, 65535})
  void anUnknownCcsidHasNoCharacters(int ccsid) {
    assertThat(HostCharacters.of(ccsid)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {930, 939, 943})
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
