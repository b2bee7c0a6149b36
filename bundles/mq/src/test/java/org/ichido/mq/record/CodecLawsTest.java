package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.charset.CharsetProviderICU;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;

/** What holds for every record of the copybooks in every CCSID, and for what is none. */
class CodecLawsTest {
  /** One for all tries: its bank of known requests does not matter to these laws. */
  private static final CopybookExchange EXCHANGE = new FakeCore().exchange();

  private record Damaged(AnyRecord of, Damage damage, int saidCcsid, long seed) {
    byte[] bytes() {
      return damage.to(of.bytes(), new Random(seed));
    }
  }

  @Example
  void everyRecordOfTheHouseIsAmongThem() {
    List<List<RecordField>> all = AnyRecord.LAYOUTS.stream().map(RecordLayout::fields).toList();
    assertThat(all).contains(Samples.LAYOUTS.header().fields());
    for (RequestType type : Samples.REQUESTS) {
      assertThat(all)
          .contains(Samples.LAYOUTS.request(type).fields(), Samples.LAYOUTS.reply(type).fields());
    }
    assertThat(all)
        .contains(
            Samples.LAYOUTS.event().fields(),
            Samples.LAYOUTS.debit().fields(),
            Samples.LAYOUTS.debitReply().fields());
    assertThat(HostCharacters.ccsids())
        .containsExactlyInAnyOrder(943, 930, 939, 1208, 819, 1390, 1399);
  }

  @Property(tries = 1000)
  void whatIsEncodedDecodesToTheSame(@ForAll("records") AnyRecord any) {
    HostRecord decoded =
        HostRecord.decode(any.record().layout(), any.bytes(), Samples.set(any.ccsid()));
    for (RecordField field : any.record().layout().fields()) {
      if (!field.isFiller()) {
        assertThat(decoded.get(field.name())).isEqualTo(any.record().get(field.name()));
      }
    }
    assertThat(any.bytes()).hasSize(any.record().layout().length());
  }

  @Property(tries = 2000)
  void whatDecodesEncodesToTheSame(@ForAll("damaged") Damaged damaged) {
    HostCharacters set = Samples.set(damaged.saidCcsid());
    Optional<HostRecord> decoded = decode(damaged.of().record().layout(), damaged.bytes(), set);
    decoded.ifPresent(record -> assertThat(record.encode(set)).isEqualTo(damaged.bytes()));
    Statistics.collect(decoded.isPresent());
    Statistics.coverage(seen -> seen.check(true).percentage(share -> share > 5));
  }

  private static Optional<HostRecord> decode(
      RecordLayout layout, byte[] bytes, HostCharacters set) {
    try {
      return Optional.of(HostRecord.decode(layout, bytes, set));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /** ICU's converters stand for a queue manager's: the same bytes are the same characters. */
  @Property(tries = 500)
  void theBytesAreThoseOfTheCharacterSet(@ForAll("records") AnyRecord any) {
    Charset charset = converter(any.ccsid());
    String text = new String(any.bytes(), charset);
    assertThat(text.getBytes(charset)).isEqualTo(any.bytes());
    for (RecordField field : any.record().layout().fields()) {
      if (!field.isFiller()) {
        String slice = text.substring(field.offset(), field.offset() + field.length());
        assertThat(slice.stripTrailing()).isEqualTo(any.record().get(field.name()));
      }
    }
  }

  /** Also of the sets that come as bytes alone, whose bytes are taken from another set. */
  @Example
  void everyCharacterOfARecordHasTheByteThatAnotherLibraryGivesIt() {
    for (int ccsid : HostCharacters.ccsids()) {
      Charset charset = converter(ccsid);
      for (char c = ' '; c <= '\uff9f'; c++) {
        if (HostCharacters.any(c)) {
          byte[] bytes = Character.toString(c).getBytes(charset);
          boolean single = bytes.length == 1 && new String(bytes, charset).equals("" + c);
          assertThat(Samples.set(ccsid).has(c))
              .as("U+%04x in %d", (int) c, ccsid)
              .isEqualTo(single);
          if (single) {
            assertThat(Samples.set(ccsid).decode(bytes, 1)).containsExactly(c);
          }
        }
      }
    }
  }

  private static Charset converter(int ccsid) {
    String name =
        switch (ccsid) {
          case 819 -> "ISO-8859-1";
          case 930 -> "ibm-930_P120-1999";
          case 939 -> "ibm-939_P120-1999";
          case 943 -> "ibm-943_P15A-2003";
          case 1390 -> "ibm-1390_P110-2003";
          case 1399 -> "ibm-1399_P110-2003";
          case 1208 -> "UTF-8";
          default -> throw new IllegalArgumentException("no converter for " + ccsid);
        };
    return new CharsetProviderICU().charsetForName(name);
  }

  @Property(tries = 2000)
  void noBytesWhateverCrashTheExchange(@ForAll byte[] body, @ForAll("anyCcsid") int ccsid) {
    for (QueueRole queue : QueueRole.values()) {
      assertThat(EXCHANGE.exchange(Samples.incoming(body, ccsid, queue)))
          .isInstanceOf(Disposition.Unanswerable.class);
    }
  }

  /** Starts from good records, so that the checks behind the eye-catcher are reached. */
  @Property(tries = 5000)
  void noDamageToARequestCrashesTheExchange(
      @ForAll("requests") RequestType type,
      @ForAll QueueRole queue,
      @ForAll Damage damage,
      @ForAll("ccsid") int ccsid,
      @ForAll long seed) {
    byte[] body = damage.to(Samples.request(type).encode(Samples.set(ccsid)), new Random(seed));
    isDisposedOf(EXCHANGE.exchange(Samples.incoming(body, ccsid, queue)));
  }

  @Property(tries = 2000)
  void noRecordWhateverCrashesTheExchange(
      @ForAll("damaged") Damaged damaged, @ForAll QueueRole queue) {
    isDisposedOf(EXCHANGE.exchange(Samples.incoming(damaged.bytes(), damaged.saidCcsid(), queue)));
  }

  /** A reply is as well-formed as a request must be, and says one of the codes there are. */
  private static void isDisposedOf(Disposition found) {
    if (found instanceof Disposition.Answer answer) {
      byte[] bytes = answer.reply().bytes();
      HostCharacters set = Samples.set(answer.reply().ccsid());
      HostRecord header =
          HostRecord.decode(Samples.LAYOUTS.header(), Arrays.copyOf(bytes, 256), set);
      RecordLayout layout =
          bytes.length == Samples.LAYOUTS.header().length()
              ? Samples.LAYOUTS.header()
              : Samples.LAYOUTS.reply(Gate.type(header).orElseThrow());
      HostRecord reply = HostRecord.decode(layout, bytes, set);
      assertThat(reply.is("ICH-REPLY")).isTrue();
      int said = Integer.parseInt(reply.get("ICH-RESPONSE-CODE"));
      assertThat(ReasonCode.values()).anyMatch(code -> code.replied() && code.code() == said);
    } else {
      assertThat(found).isInstanceOf(Disposition.Unanswerable.class);
    }
  }

  @Provide
  Arbitrary<RequestType> requests() {
    return Arbitraries.of(Samples.REQUESTS);
  }

  @Provide
  Arbitrary<AnyRecord> records() {
    return AnyRecord.records();
  }

  @Provide
  Arbitrary<Damaged> damaged() {
    return Combinators.combine(
            AnyRecord.records(),
            Arbitraries.of(Damage.class),
            Arbitraries.integers().between(0, 4),
            ccsid(),
            Arbitraries.longs())
        .as(
            (any, damage, lie, other, seed) ->
                new Damaged(any, damage, lie == 0 ? other : any.ccsid(), seed));
  }

  @Provide
  Arbitrary<Integer> ccsid() {
    return Arbitraries.of(HostCharacters.ccsids());
  }

  @Provide
  Arbitrary<Integer> anyCcsid() {
    return Arbitraries.of(819, 930, 939, 943, 1208, 1390, 1399, 0, -1, 65535);
  }
}
