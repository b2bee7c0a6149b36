package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankNotServed;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopybookExchangeTest extends ExchangeFixture {
  @Test
  void aRequestInOrderIsJudgedForItsHolderUnderTheRequestersName() {
    HostRecord reply = answerTo(verify);
    assertThat(core.codes).containsExactly("123456");
    VerifyRequest judged = core.verified.get(0);
    assertThat(judged.key().requester().value()).isEqualTo("core");
    assertThat(judged.key().id().value()).isEqualTo("IB20261124000000042");
    assertThat(judged.holder()).hasToString("kinsan/C00000000815/TARO01");
    assertThat(reply.is("ICH-VERDICT-ACCEPTED")).isTrue();
    assertThat(reply.is("ICH-DONE")).isTrue();
  }

  @Test
  void theAnswerNamesTheKeyAndTheHolder() {
    Disposition.Answer answer =
        (Disposition.Answer) exchange.exchange(Samples.incoming(verify, Samples.EBCDIC));
    assertThat(answer.key())
        .map(RequestKey::id)
        .map(Object::toString)
        .contains("IB20261124000000042");
    assertThat(answer.subject().flatMap(Subject::holder))
        .map(Holder::toString)
        .contains("kinsan/C00000000815/TARO01");
    assertThat(answer.reply().ccsid()).isEqualTo(Samples.EBCDIC);
    assertThat(answer.reply().format()).isEqualTo(Replies.FORMAT);
  }

  /** T12: the code is wiped wherever it was written down. */
  @Test
  void theCodeIsWipedAfterTheAnswer() {
    answerTo(verify);
    assertThat(core.verified.get(0).code().ascii()).containsOnly(0);
    assertThat(core.contents.get(0)).containsOnly(0);
  }

  @Test
  void theOperatorIsHandedOverWithWhatTheRecordSays() {
    answerTo(Samples.request(RequestType.UNLOCK));
    assertThat(core.unlocked)
        .extracting(UnlockRequest::actor)
        .containsExactly(
            new Actor.Operator(
                "OP01",
                Optional.of("007"),
                Optional.of("OP02"),
                Optional.of("LOST"),
                Optional.of("P-2026-0815")));
    HostRecord bare =
        Samples.request(RequestType.UNLOCK)
            .with("ICH-REQUEST-ID", "ANOTHER")
            .with("ICH-BRANCH", "")
            .with("ICH-APPROVER", "")
            .with("ICH-ACT-REASON", "")
            .with("ICH-PAPER-NUMBER", "");
    answerTo(bare);
    Optional<String> none = Optional.empty();
    assertThat(core.unlocked.get(1).actor())
        .isEqualTo(new Actor.Operator("OP01", none, none, none, none));
  }

  /** C9, F13: the same bytes, one judgement, though the first answer would be another now. */
  @Test
  void aResendGetsTheFirstAnswerByteForByte() {
    Disposition first = exchange.exchange(Samples.incoming(verify, 939));
    core.verdict = new Verdict.Refused(Samples.DECIDED);
    HostRecord again =
        verify
            .set("ICH-SENT-AGAIN")
            .with("ICH-SENT-AT", "20261124101531000")
            .with("ICH-SERIAL-NUMBER", "43");
    Disposition second = exchange.exchange(Samples.incoming(again, 1208));
    assertThat(second).isEqualTo(first);
    assertThat(core.judged()).isOne();
  }

  /** F14. Of a question nothing is remembered. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NEXT", "INQUIRE", "ECHO", "DEBIT_REPLY"})
  void anIdUsedTwiceWithOtherContentIsABadRecord(RequestType type) {
    answerTo(Samples.request(type));
    HostRecord other = Samples.request(type).with("ICH-USER", "HANAKO");
    HostRecord reply = answerTo(other);
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo("8011");
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo("DUPLICATE_KEY_MISMATCH");
    assertThat(reply.get("ICH-USER")).isEqualTo("HANAKO");
    assertThat(core.judged()).isOne();
  }

  @Test
  void noAnswerIsNoReply() {
    core.storeIsDown = true;
    assertThatThrownBy(() -> exchange.exchange(Samples.incoming(verify, 939)))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void withoutCoreThereIsNoAnswer() {
    CopybookExchange alone = new CopybookExchange();
    alone.clock = Samples.CLOCK;
    assertThatThrownBy(() -> alone.exchange(Samples.incoming(verify, 939)))
        .isInstanceOf(BankNotServed.class);
  }
}
