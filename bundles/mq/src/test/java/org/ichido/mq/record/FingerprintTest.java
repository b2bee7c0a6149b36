package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.mq.record.RecordField.Picture;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;

/** What makes a request another request: every field but the three that a resend changes. */
class FingerprintTest {
  private static final Set<String> RESEND =
      Set.of("ICH-SENT-AT", "ICH-SERIAL-NUMBER", "ICH-RESEND");

  private static byte[] content(HostRecord record) {
    return record.content(Once.RESEND_CHANGES);
  }

  @Property(tries = 500)
  void exactlyThreeFieldsAreLeftOut(
      @ForAll("requests") RequestType type,
      @ForAll("texts") String text,
      @ForAll("numbers") String digits) {
    HostRecord record = Samples.request(type);
    for (RecordField field : record.layout().fields()) {
      if (field.isFiller()) {
        continue;
      }
      String value = field.picture() == Picture.X ? text : digits;
      String fitting = value.substring(0, Math.min(value.length(), field.length())).strip();
      HostRecord changed = record.with(field.name(), fitting);
      boolean same = changed.get(field.name()).equals(record.get(field.name()));
      if (RESEND.contains(field.name()) || same) {
        assertThat(content(changed)).as(field.name()).isEqualTo(content(record));
      } else {
        assertThat(content(changed)).as(field.name()).isNotEqualTo(content(record));
      }
    }
  }

  /** What two neighbours say together must not be said by others. */
  @Property(tries = 300)
  void aCharacterCannotMoveToTheNextField(@ForAll("texts") String contract) {
    String moved = contract.strip();
    Assume.that(moved.length() > 1 && moved.length() <= 12);
    HostRecord record = HostRecord.blank(Samples.LAYOUTS.request(RequestType.VERIFY));
    String head = moved.substring(0, moved.length() - 1).strip();
    String last = moved.substring(moved.length() - 1);
    Assume.that(!head.isEmpty());
    assertThat(content(record.with("ICH-CONTRACT", moved)))
        .isNotEqualTo(content(record.with("ICH-CONTRACT", head).with("ICH-CIF", last)));
  }

  /** Blank fields are left out, so the name says which field it is that holds a value. */
  @Property(tries = 100)
  void aValueCannotMoveToABlankField(@ForAll("texts") String text) {
    String value = text.substring(0, Math.min(text.length(), 8));
    Assume.that(!value.isEmpty());
    HostRecord record = HostRecord.blank(Samples.LAYOUTS.request(RequestType.VERIFY));
    assertThat(content(record.with("ICH-OPERATOR", value)))
        .isNotEqualTo(content(record.with("ICH-APPROVER", value)));
  }

  @Property(tries = 100)
  void theCcsidDoesNotMatter(
      @ForAll("requests") RequestType type, @ForAll("ccsid") int one, @ForAll("ccsid") int other) {
    Assume.that(!Set.of(RequestType.NEXT, RequestType.INQUIRE, RequestType.ECHO).contains(type));
    FakeCore core = new FakeCore();
    CopybookExchange exchange = core.exchange();
    HostRecord record = Samples.request(type);
    Disposition first = exchange.exchange(Samples.incoming(record, one));
    Disposition second = exchange.exchange(Samples.incoming(record, other));
    assertThat(Samples.reply(second)).isEqualTo(Samples.reply(first));
    assertThat(core.judged()).isOne();
  }

  @Property(tries = 50)
  void kanaIsTheSameInEveryCcsidThatHasIt(@ForAll("kana") String text) {
    HostRecord record = Samples.request(RequestType.VERIFY).with("ICH-TERMINAL", text);
    Set<List<Byte>> contents = new HashSet<>();
    for (int ccsid : new int[] {930, 939, 943, 1390, 1399}) {
      HostCharacters set = Samples.set(ccsid);
      byte[] content = content(HostRecord.decode(record.layout(), record.encode(set), set));
      contents.add(
          new java.util.AbstractList<>() {
            @Override
            public Byte get(int index) {
              return content[index];
            }

            @Override
            public int size() {
              return content.length;
            }
          });
    }
    assertThat(contents).hasSize(1);
  }

  /** A resend that meets the next version of the layout is still a resend. */
  @Test
  void aFieldAddedLaterAndLeftBlankChangesNothing() {
    RecordField old = new RecordField("ICH-A", Picture.X, 0, 4, Map.of());
    RecordField filler = new RecordField("FILLER", Picture.X, 4, 8, Map.of());
    RecordField added = new RecordField("ICH-B", Picture.NINE, 4, 4, Map.of());
    RecordField rest = new RecordField("FILLER", Picture.X, 8, 4, Map.of());
    RecordLayout before = RecordLayout.of("before", List.of(List.of(old, filler)));
    RecordLayout after = RecordLayout.of("after", List.of(List.of(old, added, rest)));
    byte[] said = content(HostRecord.blank(before).with("ICH-A", "x"));
    assertThat(content(HostRecord.blank(after).with("ICH-A", "x"))).isEqualTo(said);
    assertThat(content(HostRecord.blank(after).with("ICH-A", "x").with("ICH-B", "1")))
        .isNotEqualTo(said);
  }

  @Provide
  Arbitrary<RequestType> requests() {
    return Arbitraries.of(Samples.REQUESTS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('!', '~').ofMaxLength(32);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().numeric().ofMaxLength(17);
  }

  @Provide
  Arbitrary<String> kana() {
    return Arbitraries.strings().withCharRange('｡', 'ﾟ').ofMaxLength(8);
  }

  @Provide
  Arbitrary<Integer> ccsid() {
    return Arbitraries.of(HostCharacters.ccsids());
  }
}
