package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.RequestId;
import org.ichido.api.TokenId;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.CancelRequest.Original;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which earlier request a cancel means, and what core is told of it. */
class CancelRecordTest extends ExchangeFixture {
  private static final String ID = "IB20261124000000041";
  private static final TokenId TOKEN = new TokenId("TKN-0000000001");

  private static HostRecord earlier(RequestType type) {
    return Samples.request(type).with("ICH-REQUEST-ID", ID);
  }

  private void answered(RequestType type) {
    core.act =
        new Outcome.Done(Samples.DECIDED, Optional.of(TOKEN), Optional.empty(), Optional.empty());
    answerTo(earlier(type));
    core.act = Outcome.Done.at(Samples.DECIDED);
    core.acted.clear();
  }

  private Optional<Original> meant(HostRecord cancel) {
    answerTo(cancel);
    return ((CancelRequest) core.acted.get(0)).original();
  }

  @ParameterizedTest
  @EnumSource(names = {"ISSUE", "REISSUE"})
  void theTokenWhoseEnrolmentTheOriginalBeganIsNamed(RequestType type) {
    answered(type);
    assertThat(meant(Samples.request(RequestType.CANCEL)))
        .contains(new Original(new RequestId(ID), Optional.of(TOKEN)));
    assertThat(((CancelRequest) core.acted.get(0)).holder())
        .hasToString("kinsan/C00000000815/TARO01");
  }

  @Test
  void theOriginalMayBeNamedByItsDateAndSerialNumber() {
    answered(RequestType.ISSUE);
    HostRecord cancel =
        Samples.request(RequestType.CANCEL)
            .with("ICH-ORIG-REQUEST-ID", "")
            .with("ICH-ORIG-BUSINESS-DATE", "20261124")
            .with("ICH-ORIG-SERIAL-NUMBER", "42");
    assertThat(meant(cancel)).contains(new Original(new RequestId(ID), Optional.of(TOKEN)));
  }

  /** Its reply has no token, or one whose enrolment it did not begin. */
  @ParameterizedTest
  @EnumSource(names = {"VERIFY", "CONFIRM", "REVOKE_BY_USER", "UNLOCK_BY_USER"})
  void anotherActOrAVerdictBeganNoEnrolment(RequestType type) {
    answered(type);
    assertThat(meant(Samples.request(RequestType.CANCEL)))
        .contains(new Original(new RequestId(ID), Optional.empty()));
  }

  @Test
  void anIssueThatWasRefusedBeganNoEnrolment() {
    core.act = new Outcome.Refused(Samples.DECIDED, Reason.COOLDOWN);
    answerTo(earlier(RequestType.ISSUE));
    core.acted.clear();
    assertThat(meant(Samples.request(RequestType.CANCEL)))
        .contains(new Original(new RequestId(ID), Optional.empty()));
  }

  /** Whether a user has a token is nobody else's business. */
  @ParameterizedTest
  @CsvSource({"ICH-USER, HANAKO", "ICH-CONTRACT, C00000000816"})
  void anOriginalAboutSomebodyElseIsAsIfItHadNeverBeen(String field, String value) {
    answered(RequestType.ISSUE);
    assertThat(meant(Samples.request(RequestType.CANCEL).with(field, value))).isEmpty();
  }

  @Test
  void anOriginalThatIsNotThereIsEmpty() {
    assertThat(meant(Samples.request(RequestType.CANCEL))).isEmpty();
  }

  @Test
  void itIsSaidWhichOriginal() {
    HostRecord nothing = Samples.request(RequestType.CANCEL).with("ICH-ORIG-REQUEST-ID", "");
    refusedAct(answerTo(nothing), "8104", "ICH-ORIG-REQUEST-ID");
    refusedAct(
        answerTo(nothing.with("ICH-ORIG-BUSINESS-DATE", "20261131")),
        "8105",
        "ICH-ORIG-BUSINESS-DATE");
  }

  private void refusedAct(HostRecord reply, String code, String reason) {
    assertThat(reply.get("ICH-RESPONSE-CODE")).isEqualTo(code);
    assertThat(reply.get("ICH-RESPONSE-REASON")).isEqualTo(reason);
    assertThat(reply.is("ICH-ACT-NOT-PROCESSED")).isTrue();
    assertThat(core.judged()).isZero();
  }

  /** The answer stands, though the original has come meanwhile. */
  @Test
  void aCancelThatWasSentAgainGetsItsFirstAnswer() {
    core.act = new Outcome.Refused(Samples.DECIDED, Reason.NOT_FOUND);
    HostRecord cancel = Samples.request(RequestType.CANCEL);
    assertThat(answerTo(cancel).get("ICH-RESPONSE-CODE")).isEqualTo("1102");
    answered(RequestType.ISSUE);
    assertThat(answerTo(cancel.set("ICH-SENT-AGAIN")).get("ICH-RESPONSE-CODE")).isEqualTo("1102");
    assertThat(core.acted).isEmpty();
  }
}
