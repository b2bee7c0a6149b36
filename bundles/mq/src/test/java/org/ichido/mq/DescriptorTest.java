package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ichido.api.AuditEvent;
import org.ichido.api.ResendOutcome;
import org.ichido.queuemanager.TestMessage;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fields of the reply's message descriptor, as a host's program asks for them. */
class DescriptorTest extends IbmClientTestBase {
  private static final byte[] OWN_ID = "TWENTY-FOUR-BYTES-OF-IDS".getBytes(UTF_8);
  private static final byte[] CORRELATION = "MY-OWN-CORRELATION-ID-24".getBytes(UTF_8);

  @BeforeEach
  void serve() {
    serve(kinsan(TestBroker.CICS, REPLIES, CLOSED_REPLIES));
  }

  private MQMessage reply(MQMessage request) throws Exception {
    host.put(REQUESTS, request);
    return host.get(REPLIES);
  }

  private static MQMessage withReport(int options) throws Exception {
    MQMessage request = HostProgram.text("HELLO");
    request.report = options;
    request.messageId = OWN_ID;
    request.correlationId = CORRELATION;
    return request;
  }

  @Test
  void withoutAnyOptionTheRequestsIdIsTheRepliesCorrelation() throws Exception {
    MQMessage reply = reply(withReport(CMQC.MQRO_NONE));

    assertThat(reply.correlationId).isEqualTo(OWN_ID);
    assertThat(reply.messageId).isNotEqualTo(OWN_ID);
    assertThat(reply.messageType).isEqualTo(CMQC.MQMT_REPLY);
    assertThat(reply.report).isZero();
    assertThat(reply.replyToQueueName.strip()).isEmpty();
  }

  @Test
  void theCorrelationIsPassedOnIfItIsAskedFor() throws Exception {
    MQMessage reply = reply(withReport(CMQC.MQRO_PASS_CORREL_ID));

    assertThat(reply.correlationId).isEqualTo(CORRELATION);
    assertThat(reply.messageId).isNotEqualTo(OWN_ID);
  }

  @Test
  void theMessageIdIsPassedOnIfItIsAskedFor() throws Exception {
    MQMessage reply = reply(withReport(CMQC.MQRO_PASS_MSG_ID));
    assertThat(reply.messageId).isEqualTo(OWN_ID);
    assertThat(reply.correlationId).isEqualTo(OWN_ID);
    assertThat(reply.messageType).isEqualTo(CMQC.MQMT_REPLY);

    MQMessage both = reply(withReport(CMQC.MQRO_PASS_MSG_ID | CMQC.MQRO_PASS_CORREL_ID));
    assertThat(both.messageId).isEqualTo(OWN_ID);
    assertThat(both.correlationId).isEqualTo(CORRELATION);
  }

  @Test
  void aParkedReplyStillHasTheIdThatWasAskedFor() throws Exception {
    queueManager.closeQueue(CLOSED_REPLIES);
    MQMessage request = withReport(CMQC.MQRO_PASS_MSG_ID);
    request.replyToQueueName = CLOSED_REPLIES;
    host.put(REQUESTS, request);
    assertThat(audited.poll(20, TimeUnit.SECONDS).event()).isEqualTo(AuditEvent.REPLY_PARKED);
    queueManager.openQueues();

    assertThat(messages().resend(KINSAN, 1, Optional.empty(), VERA).kind())
        .isEqualTo(ResendOutcome.Kind.RESENT);
    assertThat(host.get(CLOSED_REPLIES).messageId).isEqualTo(OWN_ID);
  }

  @Test
  void aReplyIsAsPersistentAndAsUrgentAsItsRequest() throws Exception {
    for (int persistence : new int[] {CMQC.MQPER_PERSISTENT, CMQC.MQPER_NOT_PERSISTENT}) {
      MQMessage request = HostProgram.text("HELLO");
      request.persistence = persistence;
      request.priority = 3 + persistence;
      MQMessage reply = reply(request);
      assertThat(reply.persistence).isEqualTo(persistence);
      assertThat(reply.priority).isEqualTo(3 + persistence);
      assertThat(reply.expiry).as("MQEI_UNLIMITED").isEqualTo(-1);
    }
  }

  @Test
  void aReplyHasWhatIsLeftOfTheExpiry() throws Exception {
    MQMessage request = HostProgram.text("HELLO");
    request.expiry = 6000;

    assertThat(reply(request).expiry).isBetween(1, 6000);
  }

  /** A tenth of a second is the least that an expiry can say, and none is an error. */
  @Test
  void lessThanATenthOfASecondIsStillAnExpiry() throws Exception {
    exchange.behaviour =
        incoming -> {
          clock.advance(
              Duration.between(clock.instant(), incoming.expires().orElseThrow()).minusMillis(50));
          return FakeExchange.echo(incoming);
        };
    queueManager.queueManager.queue(REPLIES).inhibitGet(true);
    MQMessage request = HostProgram.text("HELLO");
    request.expiry = 600;
    host.put(REQUESTS, request);
    while (queueManager.queueManager.queue(REPLIES).messages().isEmpty()) {
      Thread.onSpinWait();
    }
    TestMessage reply = queueManager.queueManager.queue(REPLIES).messages().get(0);
    assertThat(reply.get(NumberField.EXPIRY)).isOne();
    assertThat(audited).isEmpty();
  }

  @Test
  void textIsAnsweredByTextAndBytesByBytesInTheSetOfTheRequest() throws Exception {
    for (int ccsid : new int[] {819, 939, 943, 930, 1208}) {
      byte[] data = "HELLO".getBytes(org.ichido.mq.record.Ccsid.charset(ccsid).orElseThrow());
      MQMessage text = reply(HostProgram.request(CMQC.MQFMT_STRING, ccsid, data));
      assertThat(text.format).isEqualTo(CMQC.MQFMT_STRING);
      assertThat(text.characterSet).isEqualTo(ccsid);
      assertThat(HostProgram.data(text)).endsWith(data).hasSize(data.length + 3);
      MQMessage bytes = reply(HostProgram.request(CMQC.MQFMT_NONE, ccsid, data));
      assertThat(bytes.format).isEqualTo(CMQC.MQFMT_NONE);
      assertThat(bytes.characterSet).isEqualTo(ccsid);
      assertThat(HostProgram.data(bytes)).endsWith(data).hasSize(data.length + 3);
    }
  }

  @Test
  void whoSendsAHeaderGetsOneAndNothingOfTheOwnComesBack() throws Exception {
    byte[] data =
        HostProgram.rfh2(
            "MQSTR   ",
            819,
            "<mcd><Msd>jms_text</Msd></mcd><usr><branch>001</branch></usr>",
            0,
            "HELLO");
    queueManager.queueManager.queue(REPLIES).inhibitGet(true);
    host.put(REQUESTS, HostProgram.request(CMQC.MQFMT_RF_HEADER_2, 819, data));
    while (queueManager.queueManager.queue(REPLIES).messages().isEmpty()) {
      Thread.onSpinWait();
    }

    TestMessage reply = queueManager.queueManager.queue(REPLIES).messages().get(0);
    assertThat(reply.get(TextField.FORMAT)).isEqualTo("MQHRF2");
    assertThat(reply.get(NumberField.TYPE)).isEqualTo(CMQC.MQMT_REPLY);
    String said = reply.text(ISO_8859_1);
    assertThat(said).startsWith("RFH ").endsWith("re:HELLO").contains("jms_text");
    assertThat(said).doesNotContain("branch", "001");
  }

  /** The queue manager tells of the request's arrival and delivery on the same queue. */
  @Test
  void reportsThatAreAskedForDoNoHarm() throws Exception {
    MQMessage reply =
        reply(
            withReport(
                CMQC.MQRO_COA_WITH_FULL_DATA
                    | CMQC.MQRO_COD_WITH_FULL_DATA
                    | CMQC.MQRO_EXCEPTION_WITH_FULL_DATA
                    | CMQC.MQRO_EXPIRATION_WITH_FULL_DATA
                    | CMQC.MQRO_NAN
                    | CMQC.MQRO_PAN
                    | CMQC.MQRO_DISCARD_MSG));
    for (int reports = 0; reports < 2 && reply.messageType == CMQC.MQMT_REPORT; reports++) {
      reply = host.get(REPLIES);
    }

    assertThat(reply.report).as("none is asked for by us").isZero();
    assertThat(reply.messageType).isEqualTo(CMQC.MQMT_REPLY);
    assertThat(new String(HostProgram.data(reply), ISO_8859_1)).isEqualTo("re:HELLO");
  }

  /** Its reports would be put by our authority, where the requester may put nothing. */
  @Test
  void whatIsBackedOutHasNoReportPutInOurName() throws Exception {
    serve(kinsan(1));
    MQMessage request =
        withReport(
            CMQC.MQRO_COA
                | CMQC.MQRO_COD
                | CMQC.MQRO_EXCEPTION_WITH_FULL_DATA
                | CMQC.MQRO_EXPIRATION_WITH_FULL_DATA
                | CMQC.MQRO_PASS_CORREL_ID);
    request.replyToQueueName = "KINSAN.DEBIT";
    request.expiry = 20;
    host.put(REQUESTS, request);
    theNextGoodOneIsAnswered();

    TestMessage moved = queueManager.queueManager.queue(BACKOUT).messages().get(0);
    assertThat(moved.get(NumberField.REPORT)).isEqualTo(CMQC.MQRO_PASS_CORREL_ID);
  }

  @Test
  void aReportIsNoRequestWhateverItHolds() throws Exception {
    for (int feedback : new int[] {CMQC.MQFB_COA, CMQC.MQFB_EXPIRATION, 2085}) {
      MQMessage report = HostProgram.text("HELLO");
      report.messageType = CMQC.MQMT_REPORT;
      report.feedback = feedback;
      host.put(REQUESTS, report);
      assertThat(operator.receive(BACKOUT).getStringProperty("ICHIDO_REASON"))
          .isEqualTo("NOT_A_REQUEST");
    }
    assertThat(exchange.seen).isEmpty();
    theNextGoodOneIsAnswered();
  }

  /** Groups and segments: each message is one record, whatever it says of others. */
  @Test
  void aMessageOfAGroupIsARequestLikeAnyOther() throws Exception {
    MQMessage request = HostProgram.text("HELLO");
    request.setVersion(CMQC.MQMD_VERSION_2);
    request.groupId = OWN_ID;
    request.messageSequenceNumber = 2;
    request.messageFlags = CMQC.MQMF_MSG_IN_GROUP;

    MQMessage reply = reply(request);

    assertThat(reply.messageFlags & CMQC.MQMF_MSG_IN_GROUP).isZero();
    assertThat(exchange.seen).hasSize(1);
    assertThat(List.of(new String(HostProgram.data(reply), ISO_8859_1)))
        .containsExactly("re:HELLO");
  }
}
