package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that is too old, too new or expired is not judged. */
class RecordInTimeTest extends ExchangeFixture {
  /** A code or the pair of an app speaks for itself; a question needs nobody. */
  private static final Set<RequestType> WITHOUT_ACTOR =
      EnumSet.of(
          RequestType.VERIFY,
          RequestType.CONFIRM,
          RequestType.ACTIVATE,
          RequestType.RENAME,
          RequestType.RENEW,
          RequestType.NEXT,
          RequestType.INQUIRE,
          RequestType.ECHO);

  /**
   * The answer to a record that was received as early as the skew allows is forgotten a horizon
   * after that, so the record must be refused from then on.
   */
  @Test
  void aRecordIsRefusedBeforeItsAnswerMayBeForgotten() {
    Instant oldest = Samples.NOW.minus(Samples.HORIZON).plus(Samples.SKEW);
    refused(
        answerTo(verify.with("ICH-SENT-AT", JapanTime.format(oldest.minusMillis(1)))),
        ReasonCode.REQUEST_TOO_OLD);
    answerTo(verify.with("ICH-SENT-AT", JapanTime.format(oldest)));
    assertThat(core.judged()).isOne();
  }

  @Test
  void aRecordMayBeSentALittleAheadOfOurClock() {
    Instant latest = Samples.NOW.plus(Samples.SKEW);
    refused(
        answerTo(verify.with("ICH-SENT-AT", JapanTime.format(latest.plusMillis(1)))),
        ReasonCode.SENT_IN_FUTURE);
    answerTo(verify.with("ICH-SENT-AT", JapanTime.format(latest)));
    assertThat(core.judged()).isOne();
  }

  /** T2: its answer may be lost with a database that was replaced by a backup. */
  @Test
  void aRecordThatMayHaveBeenAnsweredBeforeABackupWasPutBackIsRefused() {
    core.memoryBegins = Samples.NOW.minus(Duration.ofMinutes(30));
    Instant first = core.memoryBegins.plus(Samples.SKEW);
    refused(
        answerTo(verify.with("ICH-SENT-AT", JapanTime.format(first.minusMillis(1)))),
        ReasonCode.REQUEST_TOO_OLD);
    assertThat(core.judged()).isZero();
    answerTo(verify.with("ICH-SENT-AT", JapanTime.format(first)));
    assertThat(core.judged()).isOne();
  }

  /** An honest resend has a new sent-at: what it says of itself counts, as long as it matters. */
  @Test
  void aResendOfWhatMayBeForgottenIsRefusedUnlessItsAnswerIsThere() {
    core.memoryBegins = Samples.NOW.minus(Duration.ofMinutes(30));
    refused(answerTo(verify.with("ICH-RESEND", "Y")), ReasonCode.REQUEST_TOO_OLD);
    assertThat(core.judged()).isZero();
    answerTo(verify);
    assertThat(core.judged()).isOne();
    assertThat(answerTo(verify.with("ICH-RESEND", "Y")).get("ICH-VERDICT")).isEqualTo("ACCEPTED");
    assertThat(core.judged()).isOne();
    core.memoryBegins = Samples.NOW.minus(Samples.HORIZON).minus(Samples.SKEW);
    answerTo(verify.with("ICH-RESEND", "Y").with("ICH-REQUEST-ID", "ANOTHER"));
    assertThat(core.judged()).isEqualTo(2);
  }

  /** F15. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEBIT_REPLY")
  void anExpiredRequestIsAuditedAndNotJudged(RequestType type) {
    for (Duration past : new Duration[] {Duration.ZERO, Duration.ofMillis(1)}) {
      core.audit.clear();
      assertThat(exchange.exchange(expiring(type, Samples.NOW.minus(past))))
          .isEqualTo(new Disposition.Dropped("REQUEST_EXPIRED"));
      assertThat(core.judged()).isZero();
      assertThat(core.audit)
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.event()).isEqualTo(AuditEvent.REQUEST_EXPIRED);
                assertThat(entry.at()).isEqualTo(Samples.NOW);
                assertThat(entry.user()).map(Object::toString).contains("TARO01");
                assertThat(entry.request()).isPresent();
                assertThat(entry.actor().isPresent()).isNotEqualTo(WITHOUT_ACTOR.contains(type));
                assertThat(entry.toString()).doesNotContain("123456");
              });
    }
  }

  /** Judged, then a crash before the reply, then expired: the verdict stands. */
  @Test
  void anExpiredRequestThatWasJudgedLosesItsReplyAndTheAuditSaysSo() {
    exchange.exchange(expiring(RequestType.VERIFY, Samples.NOW.plusMillis(1)));
    core.audit.clear();
    assertThat(exchange.exchange(expiring(RequestType.VERIFY, Samples.NOW)))
        .isEqualTo(new Disposition.Dropped("REPLY_DROPPED"));
    assertThat(core.audit).extracting(AuditEntry::event).containsExactly(AuditEvent.REPLY_DROPPED);
    assertThat(core.judged()).isOne();
  }

  @Test
  void aRequestThatExpiresLaterIsJudged() {
    exchange.exchange(expiring(RequestType.VERIFY, Samples.NOW.plusMillis(1)));
    assertThat(core.judged()).isOne();
    assertThat(core.audit).isEmpty();
  }

  private static Incoming expiring(RequestType type, Instant expires) {
    return new Incoming(
        Samples.bank(true),
        Samples.queueOf(type),
        Samples.REQUESTER,
        Samples.request(type).encode(Samples.set(939)),
        939,
        Optional.of(expires));
  }
}
