package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.ichido.mq.record.RecordField.Picture;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every field of every request, filled as it must not be: one answer, and nothing judged. */
class EveryFieldTest {
  /** By these a record is known for what it is: a wrong one has a code of its own. */
  private static final Set<String> WHAT_IT_IS =
      Set.of(
          "ICH-EYECATCHER",
          "ICH-VERSION",
          "ICH-RECORD-LENGTH",
          "ICH-RECORD-TYPE",
          "ICH-KIND",
          "ICH-ENVIRONMENT",
          "ICH-BANK");

  /** These say nothing in a request, whatever stands in them. */
  private static final Set<String> OF_A_REPLY = Set.of("ICH-RESPONSE-CODE", "ICH-RESPONSE-REASON");

  private static final Set<String> IN_EVERY_RECORD =
      Set.of("ICH-SOURCE", "ICH-BUSINESS-DATE", "ICH-SENT-AT", "ICH-REQUEST-ID", "ICH-RESEND");

  private static final Charset EBCDIC = Charset.forName("x-IBM939");
  private static final int SHIFT_OUT = 0x0e;

  /** One for all: it reads every copybook. */
  private static final CopybookExchange EXCHANGE = new FakeCore().exchange();

  private final DocumentTables document = new DocumentTables();

  private static Stream<DynamicTest> each(BiConsumer<RequestType, RecordField> test) {
    return Samples.REQUESTS.stream()
        .flatMap(
            type ->
                Samples.request(type).layout().fields().stream()
                    .filter(field -> !field.isFiller() && !WHAT_IT_IS.contains(field.name()))
                    .map(
                        field ->
                            dynamicTest(
                                type + " " + field.name(), () -> test.accept(type, field))));
  }

  /** Puts bytes where a field begins. */
  private static HostRecord answerToBytes(
      FakeCore core, RequestType type, RecordField field, byte[] bytes) {
    byte[] body = Samples.request(type).encode(Samples.set(Samples.EBCDIC));
    System.arraycopy(bytes, 0, body, field.offset(), Math.min(bytes.length, field.length()));
    return answer(core, type, body, Samples.EBCDIC);
  }

  private static HostRecord answer(FakeCore core, RequestType type, byte[] body, int ccsid) {
    return Samples.read(
        type, over(core).exchange(Samples.incoming(body, ccsid, Samples.queueOf(type))));
  }

  private static HostRecord answer(FakeCore core, HostRecord request) {
    return Samples.read(
        Gate.type(request).orElseThrow(),
        over(core).exchange(Samples.incoming(request, Samples.EBCDIC)));
  }

  private static CopybookExchange over(FakeCore core) {
    EXCHANGE.decisions = core;
    EXCHANGE.onceOnly = core;
    EXCHANGE.auditTrail = core;
    return EXCHANGE;
  }

  private static void refused(FakeCore core, HostRecord reply, ReasonCode code, String reason) {
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("%04d".formatted(code.code()));
    assertThat(core.judged()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> controlsAndShiftsAreNoCharacters() {
    return each(
        (type, field) -> {
          for (int wrong : new int[] {0x00, 0xff, SHIFT_OUT, 0x25}) {
            FakeCore core = new FakeCore();
            byte[] bytes = {(byte) wrong};
            refused(
                core,
                answerToBytes(core, type, field, bytes),
                ReasonCode.FIELD_CHARACTERS,
                field.name());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> fullWidthDigitsAreNoDigits() {
    byte[] digits = "\uff11\uff12\uff13".getBytes(EBCDIC);
    return each(
        (type, field) -> {
          FakeCore core = new FakeCore();
          refused(
              core,
              answerToBytes(core, type, field, digits),
              ReasonCode.FIELD_CHARACTERS,
              field.name());
        });
  }

  @TestFactory
  Stream<DynamicTest> anotherPictureIsNotTaken() {
    return each(
        (type, field) -> {
          FakeCore core = new FakeCore();
          boolean nine = field.picture() == Picture.NINE;
          if (!nine && field.length() < 2) {
            return;
          }
          byte[] bytes = (nine ? "A" : " A").getBytes(EBCDIC);
          refused(
              core,
              answerToBytes(core, type, field, bytes),
              nine ? ReasonCode.FIELD_NOT_NUMERIC : ReasonCode.FIELD_NOT_JUSTIFIED,
              field.name());
        });
  }

  /** The document says which fields must be filled, and no other needs to be. */
  @TestFactory
  Stream<DynamicTest> whatIsBlankIsMissingWhereTheDocumentSaysSo() {
    return each(
        (type, field) -> {
          if (IN_EVERY_RECORD.contains(field.name())) {
            return;
          }
          FakeCore core = new FakeCore();
          HostRecord request = Samples.request(type);
          HostRecord reply = answer(core, request.with(field.name(), ""));
          if (document.required(request.get("ICH-RECORD-TYPE")).contains(field.name())) {
            refused(core, reply, ReasonCode.FIELD_MISSING, field.name());
          } else {
            assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("0000");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void theDocumentNamesFieldsThatThereAre(RequestType type) {
    HostRecord request = Samples.request(type);
    Set<String> fields = new HashSet<>();
    request.layout().fields().forEach(field -> fields.add(field.name()));
    assertThat(fields).containsAll(document.required(request.get("ICH-RECORD-TYPE")));
  }

  @TestFactory
  Stream<DynamicTest> aWordThatIsNotOneOfTheFieldsWordsIsNotTaken() {
    return each(
        (type, field) -> {
          if (field.values().isEmpty() || OF_A_REPLY.contains(field.name())) {
            return;
          }
          FakeCore core = new FakeCore();
          HostRecord request = Samples.request(type).with(field.name(), "?");
          // What is not said by this type is not read.
          boolean said = !Samples.request(type).get(field.name()).isEmpty();
          if (said) {
            refused(core, answer(core, request), ReasonCode.FIELD_VALUE, field.name());
          } else {
            assertThat(answer(core, request).get("ICH-RESPONSE-CODE")).isEqualTo("0000");
          }
        });
  }

  /** Taken, or refused by the name of the very field; never a failure, which would come again. */
  @TestFactory
  Stream<DynamicTest> whateverStandsInAFieldItIsTakenOrNamed() {
    List<String> texts = List.of("a b", "-", "\uff71\uff72", "=", "A".repeat(800), "0-1", "x\\");
    List<String> numbers = List.of("9".repeat(17), "20261131", "00000001");
    return each(
        (type, field) -> {
          for (String value : field.picture() == Picture.X ? texts : numbers) {
            FakeCore core = new FakeCore();
            String fitting = value.substring(0, Math.min(value.length(), field.length())).strip();
            HostRecord reply = answer(core, Samples.request(type).with(field.name(), fitting));
            int code = Integer.parseInt(reply.get("ICH-RESPONSE-CODE"));
            if (code != 0 && !field.name().equals("ICH-SENT-AT")) {
              // A range is wrong at its end.
              boolean range = field.name().equals("ICH-FROM-EVENT");
              refused(core, reply, ReasonCode.FIELD_VALUE, range ? "ICH-TO-EVENT" : field.name());
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void aRecordThatIsTooLongOrTooShortIsNotJudged(RequestType type) {
    byte[] body = Samples.request(type).encode(Samples.set(1208));
    for (int length : new int[] {256, body.length - 1, body.length + 1}) {
      FakeCore core = new FakeCore();
      byte[] other = Arrays.copyOf(body, length);
      Arrays.fill(other, Math.min(length, body.length), length, (byte) ' ');
      refused(core, answer(core, type, other, 1208), ReasonCode.LENGTH_MISMATCH, "LENGTH_MISMATCH");
    }
  }

  /** There is one spelling of the bytes. */
  @ParameterizedTest
  @CsvSource({"QQ", "QR==", "Q_Q=", "QQ=", "QQ==Q"})
  void base64HasOneSpelling(String text) {
    FakeCore core = new FakeCore();
    refused(
        core,
        answer(core, Samples.request(RequestType.RENAME).with("ICH-NAME", text)),
        ReasonCode.FIELD_VALUE,
        "ICH-NAME");
    String ciphertext = Samples.request(RequestType.ISSUE).get("ICH-PASSWORD");
    String other = ciphertext.substring(0, 504) + text;
    refused(
        core,
        answer(core, Samples.request(RequestType.ISSUE).with("ICH-PASSWORD", other)),
        ReasonCode.FIELD_VALUE,
        "ICH-PASSWORD");
  }

  /** UTF-8 that is none, and half a character of three bytes. */
  @ParameterizedTest
  @CsvSource({"/w==", "57WM55CG6YM=", "wIA="})
  void aNameThatIsNoUtf8IsNotTaken(String base64) {
    FakeCore core = new FakeCore();
    refused(
        core,
        answer(core, Samples.request(RequestType.RENAME).with("ICH-NAME", base64)),
        ReasonCode.FIELD_VALUE,
        "ICH-NAME");
  }

  /** Of a part of an account nothing is made, and nothing of it is passed over. */
  @ParameterizedTest
  @CsvSource({"ICH-ACCOUNT-BRANCH", "ICH-ACCOUNT-TYPE", "ICH-ACCOUNT-NUMBER", "ICH-ACCOUNT-NAME"})
  void anAccountIsWholeOrThereIsNone(String alone) {
    HostRecord whole = Samples.request(RequestType.OPEN_CONTRACT);
    HostRecord none = whole;
    for (RecordField field : whole.layout().fields()) {
      if (field.name().startsWith("ICH-ACCOUNT")) {
        none = none.with(field.name(), "");
      }
    }
    FakeCore core = new FakeCore();
    HostRecord reply = answer(core, none.with(alone, whole.get(alone)));
    assertThat(reply.get("ICH-RESPONSE-CODE"))
        .isEqualTo(Integer.toString(ReasonCode.FIELD_MISSING.code()));
    assertThat(core.judged()).isZero();
    assertThat(answer(core, none).is("ICH-DONE")).isTrue();
  }
}
