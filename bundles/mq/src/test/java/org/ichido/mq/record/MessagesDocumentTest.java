package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.api.Cause;
import org.ichido.api.MailDelivery;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.Stage;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What programmers read, what they compile, and what runs say the same. */
class MessagesDocumentTest {
  private final DocumentTables document = new DocumentTables();

  private List<List<String>> rows(String heading) {
    return document.rows(heading);
  }

  private static List<List<String>> documented(List<RecordField> fields) {
    return fields.stream()
        .map(
            field ->
                List.of(
                    Integer.toString(field.offset()),
                    Integer.toString(field.length()),
                    field.cobolPicture(),
                    field.name()))
        .toList();
  }

  private List<List<String>> firstFour(String heading) {
    return rows(heading).stream().map(row -> row.subList(0, 4)).toList();
  }

  @Test
  void theHeadersTableIsTheCopybook() {
    assertThat(firstFour("### ICHHDR")).isEqualTo(documented(Samples.LAYOUTS.header().fields()));
  }

  @TestFactory
  Stream<DynamicTest> theBodiesTablesAreTheCopybooks() throws IOException {
    return AnyRecord.LAYOUTS.stream()
        .filter(layout -> !layout.name().equals("ICHHDR.cpy"))
        .map(
            layout ->
                DynamicTest.dynamicTest(
                    layout.name(),
                    () -> {
                      int header = Samples.LAYOUTS.header().fields().size();
                      List<RecordField> fields = layout.fields();
                      assertThat(firstFour("### " + layout.name().replace(".cpy", "")))
                          .isEqualTo(documented(fields.subList(header, fields.size())));
                    }));
  }

  @Test
  void theListOfRecordsHasTheirLengthsTypesAndQueues() {
    List<List<String>> expected = new ArrayList<>();
    for (RequestType type : Samples.REQUESTS) {
      HostRecord request = Samples.LAYOUTS.newRequest(type);
      String code = request.get("ICH-RECORD-TYPE");
      RecordLayout reply = Samples.LAYOUTS.reply(type);
      String queue =
          Stream.of(QueueRole.values())
              .filter(type::comesBy)
              .map(QueueRole::plainName)
              .collect(Collectors.joining(", "));
      String length = Integer.toString(request.layout().length());
      expected.add(List.of(request.layout().name(), code, "Q", queue, length));
      expected.add(
          List.of(reply.name(), code, "R", "your reply-to", Integer.toString(reply.length())));
    }
    for (RecordLayout debit : List.of(Samples.LAYOUTS.debit(), Samples.LAYOUTS.debitReply())) {
      boolean ours = debit.name().endsWith("request");
      expected.add(
          List.of(
              debit.name(),
              "DBIT, RFND, DINQ",
              ours ? "Q" : "R",
              ours ? "debit, from us" : QueueRole.DEBIT_REPLY.plainName(),
              Integer.toString(debit.length())));
    }
    List<List<String>> found =
        rows("## The records").stream()
            .map(row -> List.of(row.get(0), row.get(2), row.get(3), row.get(4), row.get(5)))
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void everyCodeIsDocumentedWithItsMeaningAndWhatToDo() {
    List<List<String>> expected =
        Stream.of(ReasonCode.values())
            .map(code -> List.of("%04d".formatted(code.code()), code.name(), code.meaning()))
            .toList();
    List<List<String>> found = rows("## Response codes");
    assertThat(found.stream().map(row -> row.subList(0, 3)).toList()).isEqualTo(expected);
    assertThat(found).allSatisfy(row -> assertThat(row.get(3)).isNotBlank());
  }

  @Test
  void everyCodeOfAReplyHasItsConditionInTheCopybook() {
    Map<String, String> expected =
        Stream.of(ReasonCode.values())
            .filter(ReasonCode::replied)
            .collect(
                Collectors.toMap(
                    code -> "ICH-" + code.name().replace('_', '-'),
                    code -> Integer.toString(code.code())));
    assertThat(Samples.LAYOUTS.header().field("ICH-RESPONSE-CODE").values()).isEqualTo(expected);
    assertThat(Stream.of(ReasonCode.values()).map(ReasonCode::code)).doesNotHaveDuplicates();
  }

  @Test
  void theValuesOfTheBodiesAreThoseOfTheApi() {
    RecordLayout verify = Samples.LAYOUTS.reply(RequestType.VERIFY);
    RecordLayout act = Samples.LAYOUTS.reply(RequestType.UNLOCK);
    RecordLayout next = Samples.LAYOUTS.reply(RequestType.NEXT);
    RecordLayout event = Samples.LAYOUTS.event();
    RecordLayout describe = Samples.LAYOUTS.reply(RequestType.DESCRIBE);
    values(verify, "ICH-VERDICT", Verdict.Kind.values());
    values(act, "ICH-OUTCOME", Outcome.Kind.values());
    values(next, "ICH-DEMAND", Demand.Kind.values());
    values(next, "ICH-NEXT-STEP", NextStep.values());
    values(event, "ICH-EVENT-TYPE", OutboxRow.Type.values());
    values(
        Samples.LAYOUTS.request(RequestType.OPEN_CONTRACT), "ICH-CONTRACT-METHOD", Method.values());
    values(Samples.LAYOUTS.request(RequestType.ADD_USER), "ICH-ROLE", Role.values());
    values(Samples.LAYOUTS.request(RequestType.VERIFY), "ICH-STAGE", Stage.values());
    values(Samples.LAYOUTS.request(RequestType.ACTIVATE), "ICH-DEVICE-CLASS", DeviceClass.values());
    values(Samples.LAYOUTS.request(RequestType.PLACE_ORDER), "ICH-ORDER-KIND", OrderKind.values());
    values(Samples.LAYOUTS.debit(), "ICH-FEE-SUBJECT", DebitMessage.Subject.values());
    values(Samples.LAYOUTS.debitReply(), "ICH-FEE-REPLY-SUBJECT", DebitMessage.Subject.values());
    values(Samples.LAYOUTS.debitReply(), "ICH-FEE-RESULT", DebitReply.Result.values());
    values(describe, "ICH-TOKEN-KIND", TokenKind.values());
    values(describe, "ICH-TOKEN-STATE", TokenState.values());
    values(describe, "ICH-LAST-CAUSE", Cause.values());
    values(describe, "ICH-MAIL-STATE", MailDelivery.values());
    values(describe, "ICH-DEVICE-CLASS", DeviceClass.values());
    values(describe, "ICH-ROLE", Role.values());
    values(describe, "ICH-CONTRACT-METHOD", Method.values());
  }

  private static void values(RecordLayout layout, String field, Enum<?>[] constants) {
    assertThat(layout.field(field).values().values())
        .containsExactlyInAnyOrderElementsOf(Stream.of(constants).map(Enum::name).toList());
  }

  @Test
  void theSampleIsShownByteByByte() throws IOException {
    byte[] sample = Files.readAllBytes(SampleRecordsTest.SAMPLES.resolve("VRFY-Q.txt"));
    List<List<String>> expected = new ArrayList<>();
    for (RecordField field : Samples.LAYOUTS.request(RequestType.VERIFY).fields()) {
      byte[] bytes = Arrays.copyOfRange(sample, field.offset(), field.offset() + field.length());
      String text = new String(bytes, StandardCharsets.US_ASCII).stripTrailing();
      expected.add(
          List.of(
              Integer.toString(field.offset()),
              field.name(),
              text.isEmpty() ? "" : "`" + text + "`",
              dump(bytes)));
    }
    assertThat(rows("## A sample, byte by byte")).isEqualTo(expected);
  }

  @Test
  void theSampleIsShownIn939() throws IOException {
    List<String> dump = Files.readAllLines(SampleRecordsTest.SAMPLES.resolve("VRFY-Q.939.hex"));
    assertThat(document.lines()).containsSequence(dump);
  }

  /** More than three equal bytes are counted. */
  private static String dump(byte[] bytes) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int end = at;
      while (end < bytes.length && bytes[end] == bytes[at]) {
        end++;
      }
      String hex = "%02X".formatted(bytes[at]);
      if (end - at > 3) {
        words.add(hex + " ×" + (end - at));
      } else {
        words.addAll(java.util.Collections.nCopies(end - at, hex));
      }
      at = end;
    }
    return String.join(" ", words);
  }
}
