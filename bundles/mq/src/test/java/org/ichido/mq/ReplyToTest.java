package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ichido.api.AuditEvent;
import org.ichido.api.ResendOutcome;
import org.ichido.queuemanager.wire.Reason;
import org.junit.jupiter.api.Test;

/** ReplyToQ and ReplyToQMgr: IBM MQ names itself where a program names no queue manager. */
class ReplyToTest extends IbmClientTestBase {
  private MQMessage requestWithReplyAt(String replyQueueManager) throws Exception {
    MQMessage request = HostProgram.text("HELLO");
    request.replyToQueueManagerName = replyQueueManager;
    return request;
  }

  private void isRefused() throws Exception {
    cicsReads();
    assertThat(operator.receive(BACKOUT).getStringProperty("ICHIDO_REASON"))
        .isEqualTo("REPLY_TO_REFUSED");
    assertThat(exchange.seen).isEmpty();
  }

  /** Nothing of ours reads the replies. */
  private void cicsReads() throws Exception {
    assertThat(cics.left(REPLIES)).isNull();
  }

  @Test
  void aNameAloneOnTheListIsTheQueueManagerFromWhichTheRequestWasGot() throws Exception {
    listeners.served(List.of(kinsan(TestBroker.CICS, REPLIES)));
    host.put(REQUESTS, requestWithReplyAt(""));
    assertThat(new String(HostProgram.data(host.get(REPLIES)), ISO_8859_1)).isEqualTo("re:HELLO");

    host.put(REQUESTS, requestWithReplyAt(TestQueueManager.NAME));
    assertThat(new String(HostProgram.data(host.get(REPLIES)), ISO_8859_1)).isEqualTo("re:HELLO");
    assertThat(listeners.health())
        .anySatisfy(
            health ->
                assertThat(health.lines().get(0)).contains("at queue manager QM1 as user ICHIDO"));
  }

  @Test
  void anotherQueueManagerIsRefusedUnlessItIsOnTheList() throws Exception {
    listeners.served(List.of(kinsan(TestBroker.CICS, REPLIES)));
    host.put(REQUESTS, requestWithReplyAt("QM7"));

    isRefused();
    theNextGoodOneIsAnswered();
  }

  @Test
  void aNameAtAQueueManagerIsThatOneAlone() throws Exception {
    listeners.served(List.of(kinsan(TestBroker.CICS, REPLIES + "@QM7")));
    host.put(REQUESTS, requestWithReplyAt(""));

    isRefused();
  }

  @Test
  void aReplyForAQueueManagerThatNobodyKnowsIsParked() throws Exception {
    serve(kinsan(TestBroker.CICS, REPLIES, REPLIES + "@QM7"));
    host.put(REQUESTS, requestWithReplyAt("QM7"));

    assertThat(audited.poll(20, TimeUnit.SECONDS).event()).isEqualTo(AuditEvent.REPLY_PARKED);
    assertThat(parked.kept.get(0).why()).startsWith("2087 MQRC_UNKNOWN_REMOTE_Q_MGR");
    assertThat(parked.kept.get(0).queue()).startsWith("queue://QM7/CORE.REPLY");
    theNextGoodOneIsAnswered();
  }

  /** Another queue manager of the same kind, as after a failure of the first. */
  @Test
  void aRequestAfterTheFailoverIsAnsweredWhereItWasGot() throws Exception {
    listeners.served(List.of(kinsan(TestBroker.CICS, REPLIES)));
    theNextGoodOneIsAnswered();
    try (TestQueueManager second = new TestQueueManager("QM2");
        HostProgram there = new HostProgram(second, TestBroker.CICS)) {
      listeners.bindConnectionFactory(second.factory(TestBroker.OURSELVES));
      there.put(REQUESTS, HostProgram.text("HELLO"));
      assertThat(new String(HostProgram.data(there.get(REPLIES)), ISO_8859_1))
          .isEqualTo("re:HELLO");

      there.put(REQUESTS, requestWithReplyAt(TestQueueManager.NAME));
      assertThat(there.get(BACKOUT).getStringProperty("ICHIDO_REASON"))
          .isEqualTo("REPLY_TO_REFUSED");
      listeners.deactivate();
    }
  }

  @Test
  void aParkedReplyForgetsWhichQueueManagerItWasAndGoesToTheNextOne() throws Exception {
    queueManager.refuse(REPLIES, Reason.UNKNOWN_OBJECT_NAME);
    serve(kinsan(TestBroker.CICS, REPLIES));
    MQMessage request = host.put(REQUESTS, requestWithReplyAt(""));
    assertThat(audited.poll(20, TimeUnit.SECONDS).event()).isEqualTo(AuditEvent.REPLY_PARKED);
    assertThat(parked.kept.get(0).queue()).isEqualTo("queue:///CORE.REPLY?targetClient=1");

    try (TestQueueManager second = new TestQueueManager("QM2");
        HostProgram there = new HostProgram(second, TestBroker.CICS)) {
      listeners.bindConnectionFactory(second.factory(TestBroker.OURSELVES));
      listeners.banks().inHand(KINSAN, Duration.ofSeconds(20));
      assertThat(messages().resend(KINSAN, 1, Optional.empty(), VERA).kind())
          .isEqualTo(ResendOutcome.Kind.RESENT);
      MQMessage reply = there.get(REPLIES);
      assertThat(new String(HostProgram.data(reply), ISO_8859_1)).isEqualTo("re:HELLO");
      assertThat(reply.correlationId).isEqualTo(request.messageId);
      listeners.deactivate();
    }
  }

  @Test
  void aParkedReplyForANamedQueueManagerIsResentToThatOne() throws Exception {
    queueManager.refuse(REPLIES, Reason.NOT_AUTHORIZED);
    serve(kinsan(TestBroker.CICS, REPLIES + "@" + TestQueueManager.NAME));
    host.put(REQUESTS, requestWithReplyAt(""));
    assertThat(audited.poll(20, TimeUnit.SECONDS).event()).isEqualTo(AuditEvent.REPLY_PARKED);
    queueManager.openQueues();

    assertThat(messages().resend(KINSAN, 1, Optional.empty(), VERA).kind())
        .isEqualTo(ResendOutcome.Kind.RESENT);
    assertThat(new String(HostProgram.data(host.get(REPLIES)), ISO_8859_1)).isEqualTo("re:HELLO");
  }
}
