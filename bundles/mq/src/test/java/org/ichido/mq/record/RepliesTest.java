package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Description;
import org.ichido.api.Lock;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RepliesTest {
  private final FakeCore core = new FakeCore();

  private HostRecord reply(RequestType type) {
    return Samples.read(
        type, core.exchange().exchange(Samples.incoming(Samples.request(type), 939)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void aReplyRepeatsTheHeaderButForWhatItAnswers(RequestType type) {
    HostRecord request = Samples.request(type);
    HostRecord reply = reply(type);
    List<String> changed =
        List.of(
            "ICH-RECORD-LENGTH",
            "ICH-KIND",
            "ICH-SOURCE",
            "ICH-DESTINATION",
            "ICH-SENT-AT",
            "ICH-RESPONSE-REASON");
    for (RecordField field : Samples.LAYOUTS.header().fields()) {
      if (!field.isFiller() && !changed.contains(field.name())) {
        assertThat(reply.get(field.name())).isEqualTo(request.get(field.name()));
      }
    }
    assertThat(reply.is("ICH-REPLY")).isTrue();
    assertThat(reply.get("ICH-SOURCE")).isEqualTo("ICHIDO");
    assertThat(reply.get("ICH-DESTINATION")).isEqualTo("IBCHAN");
    assertThat(reply.get("ICH-RECORD-LENGTH"))
        .isEqualTo("%05d".formatted(Samples.LAYOUTS.reply(type).length()));
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo("DONE");
  }

  @Test
  void anAcceptedCodeIsDated() {
    HostRecord reply = reply(RequestType.VERIFY);
    assertThat(reply.get("ICH-VERDICT")).isEqualTo("ACCEPTED");
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("0000");
    assertThat(reply.get("ICH-SENT-AT")).isEqualTo("20261124101530512");
  }

  /** "Refusals look alike": the reply has room for a cause, and says none. */
  @Test
  void aRefusedCodeHasNoCause() {
    core.verdict = new Verdict.Refused(Samples.DECIDED);
    HostRecord refused = reply(RequestType.VERIFY);
    assertThat(refused.get("ICH-VERDICT")).isEqualTo("REFUSED");
    assertThat(refused.get("ICH-RESPONSE-CODE")).isEqualTo("1000");
    assertThat(refused.get("ICH-RESPONSE-REASON")).isEqualTo("REFUSED");
    assertThat(refused.get("ICH-SENT-AT")).isEqualTo("20261124101530512");
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST_ID_REUSED, 8011, DUPLICATE_KEY_MISMATCH",
    "WRONG_LENGTH, 8105, ICH-CODE",
  })
  void aVerdictThatIsNoneIsNotProcessed(Verdict.NotProcessed.Why why, String code, String reason) {
    core.verdict = new Verdict.NotProcessed(why);
    HostRecord reply = reply(RequestType.VERIFY);
    assertThat(reply.get("ICH-VERDICT")).isEqualTo("NOT_PROCESSED");
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo(code);
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason);
  }

  /** T12. */
  @Test
  void noReplyRepeatsTheCode() {
    for (Verdict verdict :
        List.of(new Verdict.Accepted(Samples.NOW), new Verdict.Refused(Samples.NOW))) {
      core.verdict = verdict;
      assertThat(text(Samples.request(RequestType.VERIFY))).doesNotContain("123456");
    }
    assertThat(text(Samples.request(RequestType.VERIFY).with("ICH-USER", "")))
        .doesNotContain("123456");
  }

  private String text(HostRecord request) {
    Disposition found = new FakeCore().exchange().exchange(Samples.incoming(request, 1208));
    return new String(Samples.reply(found).bytes(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @MethodSource
  void anUnlockSaysWhatCameOfIt(Outcome outcome, String word, String code, String reason) {
    core.outcome = outcome;
    HostRecord reply = reply(RequestType.UNLOCK);
    assertThat(reply.get("ICH-OUTCOME")).isEqualTo(word);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo(code);
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason);
  }

  static Stream<Arguments> anUnlockSaysWhatCameOfIt() {
    Instant at = Samples.DECIDED;
    return Stream.of(
        arguments(Outcome.Done.at(at), "DONE", "0000", "DONE"),
        arguments(new Outcome.AwaitsApproval(at, at), "AWAITS_APPROVAL", "0001", "AWAITS_APPROVAL"),
        arguments(refused(Reason.NOT_LOCKED), "REFUSED", "1101", "NOT_LOCKED"),
        arguments(refused(Reason.NOT_FOUND), "REFUSED", "1102", "NOT_FOUND"),
        arguments(refused(Reason.FORBIDDEN), "REFUSED", "1103", "FORBIDDEN"),
        arguments(refused(Reason.APPROVER_MISSING), "REFUSED", "1129", "APPROVER_MISSING"),
        arguments(
            new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED),
            "NOT_PROCESSED",
            "8011",
            "DUPLICATE_KEY_MISMATCH"));
  }

  private static Outcome refused(Reason reason) {
    return new Outcome.Refused(Samples.DECIDED, reason);
  }

  @Test
  void aDescriptionTellsTheLockAndTheCause() {
    core.description = SampleRecordsTest.locked();
    HostRecord reply = reply(RequestType.DESCRIBE);
    assertThat(reply.get("ICH-AS-OF")).isEqualTo("20261124101530512");
    assertThat(reply.is("ICH-HAS-TOKEN")).isTrue();
    assertThat(reply.get("ICH-TOKEN-ID")).isEqualTo("TKN-0000000001");
    assertThat(reply.is("ICH-HARD")).isTrue();
    assertThat(reply.is("ICH-ACTIVE")).isTrue();
    assertThat(reply.is("ICH-IS-LOCKED")).isTrue();
    assertThat(reply.get("ICH-LOCKED-SINCE")).isEqualTo("20261124101401000");
    assertThat(reply.get("ICH-LOCKED-UNTIL")).isEqualTo("00000000000000000");
    assertThat(reply.get("ICH-FAILURES")).isEqualTo("0005");
    assertThat(reply.get("ICH-LAST-ACCEPTED-STEP")).isEqualTo("20261123090000000");
    assertThat(reply.get("ICH-EXPIRES-AT")).isEqualTo("20310401000000000");
    assertThat(reply.get("ICH-REGISTERED-AT")).isEqualTo("20260401093000000");
    assertThat(reply.get("ICH-LAST-ATTEMPT-AT")).isEqualTo("20261124101500000");
    assertThat(reply.is("ICH-LAST-REFUSED")).isTrue();
    assertThat(reply.is("ICH-CAUSE-LOCKED")).isTrue();
  }

  @Test
  void aDescriptionTellsWhatStandsBehindTheToken() {
    core.description = SampleRecordsTest.locked();
    HostRecord reply = reply(RequestType.DESCRIBE);
    assertThat(reply.is("ICH-IS-SUSPENDED")).isTrue();
    assertThat(reply.get("ICH-SUSPENDED-SINCE")).isEqualTo("20261124093000000");
    assertThat(reply.get("ICH-SUSPENDED-FOR")).isEqualTo("LOST");
    assertThat(reply.is("ICH-MAIL-SENT")).isTrue();
    assertThat(reply.get("ICH-ENROL-UNTIL")).isEqualTo("20261127120000000");
    assertThat(reply.is("ICH-ON-SMARTPHONE")).isTrue();
    assertThat(reply.is("ICH-IS-MASTER")).isTrue();
    assertThat(reply.is("ICH-METHOD-HARD")).isTrue();
    assertThat(reply.get("ICH-COOLDOWN-UNTIL")).isEqualTo("20261125090000000");
  }

  @Test
  void aUserWithoutATokenIsDescribedToo() {
    HostRecord reply = reply(RequestType.DESCRIBE);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("0000");
    assertThat(reply.is("ICH-NEVER-HAD-TOKEN")).isTrue();
    assertThat(reply.is("ICH-IS-NOT-LOCKED")).isTrue();
    assertThat(reply.get("ICH-TOKEN-ID")).isEmpty();
    assertThat(reply.get("ICH-LAST-ATTEMPT-AT")).isEqualTo("00000000000000000");
    assertThat(reply.is("ICH-IS-NOT-SUSPENDED")).isTrue();
    assertThat(reply.get("ICH-ROLE")).isEmpty();
    assertThat(reply.get("ICH-CONTRACT-METHOD")).isEmpty();
    assertThat(reply.get("ICH-COOLDOWN-UNTIL")).isEqualTo("00000000000000000");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "REFUSED", "REPLAYED"})
  void theLastAttemptIsTheLastCodeAndNotTheLastEntry(AuditEvent event) {
    AuditEntry attempt =
        AuditEntry.of(Samples.NOW, event, SampleRecordsTest.HOLDER, SampleRecordsTest.KEY);
    AuditEntry looked =
        AuditEntry.of(
            Samples.DECIDED, AuditEvent.DESCRIBED, SampleRecordsTest.HOLDER, SampleRecordsTest.KEY);
    boolean accepted = event == AuditEvent.ACCEPTED;
    AuditEntry caused = event == AuditEvent.REFUSED ? attempt.withCause(Cause.STALE) : attempt;
    core.description = new Description(Samples.DECIDED, Optional.empty(), List.of(looked, caused));
    HostRecord reply = reply(RequestType.DESCRIBE);
    assertThat(reply.get("ICH-LAST-ATTEMPT-AT")).isEqualTo("20261124101530500");
    assertThat(reply.is("ICH-LAST-ACCEPTED")).isEqualTo(accepted);
    assertThat(reply.is("ICH-LAST-REFUSED")).isNotEqualTo(accepted);
    assertThat(reply.get("ICH-LAST-CAUSE"))
        .isEqualTo(
            switch (event) {
              case REFUSED -> "STALE";
              case REPLAYED -> "USED";
              default -> "";
            });
  }

  @Test
  void aLockThatEndsByItselfSaysWhen() {
    Instant end = Samples.NOW.plusSeconds(600);
    core.description = SampleRecordsTest.locked(new Lock.Until(Samples.NOW, end), 12345);
    HostRecord reply = reply(RequestType.DESCRIBE);
    assertThat(reply.get("ICH-LOCKED-UNTIL")).isEqualTo("20261124102530500");
    assertThat(reply.get("ICH-FAILURES")).isEqualTo("9999");
  }
}
