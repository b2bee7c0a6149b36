package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.ParkedReply;
import org.ichido.api.QueuesUnavailable;
import org.ichido.api.ResendOutcome;
import org.ichido.api.StoreUnavailable;
import org.junit.jupiter.api.Test;

class ParkedDeliveryTest extends SetAsideTestBase {
  private static final Optional<String> WHERE_IT_WAS_TO_GO = Optional.empty();

  /** A reply that was parked, and the message id of its request. */
  private String parked(Message request, Duration timeToLive) throws Exception {
    broker.closeQueue(CLOSED_REPLIES);
    serve(kinsan(1));
    request.setJMSReplyTo(cics.queue(CLOSED_REPLIES));
    String id = cics.send(REQUESTS, request, DeliveryMode.PERSISTENT, timeToLive);
    AuditEntry entry = audited.poll(20, TimeUnit.SECONDS);
    assertThat(entry).isNotNull();
    return id;
  }

  private ParkedReply listed() {
    return messages().parked(KINSAN, 100).get(0);
  }

  private ResendOutcome resend(Optional<String> queue) {
    return messages().resend(KINSAN, listed().number(), queue, VERA);
  }

  @Test
  void aListSaysWhatIsKeptAndNeverTheBytes() throws Exception {
    parked(cics.text("SECRET"), Duration.ofHours(1));

    ParkedReply reply = listed();

    assertThat(reply.requester()).hasToString("core");
    assertThat(reply.request()).isPresent();
    assertThat(reply.holder()).contains(FakeExchange.HOLDER);
    assertThat(reply.queue()).isEqualTo(CLOSED_REPLIES);
    assertThat(reply.why()).contains("MQRC_NOT_AUTHORIZED");
    assertThat(reply.expires()).isPresent();
    assertThat(reply.toString()).doesNotContain("SECRET");
  }

  @Test
  void onceTheQueueIsOpenTheReplyGoesOutAsItWouldHaveGone() throws Exception {
    String id = parked(cics.text("HELLO"), Duration.ofHours(1));
    broker.openQueues();

    assertThat(resend(WHERE_IT_WAS_TO_GO))
        .isEqualTo(new ResendOutcome(ResendOutcome.Kind.RESENT, "to " + CLOSED_REPLIES));

    TextMessage reply = (TextMessage) cics.receive(CLOSED_REPLIES);
    assertThat(reply.getText()).isEqualTo("re:HELLO");
    assertThat(reply.getJMSCorrelationID()).isEqualTo(id);
    assertThat(reply.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
    assertThat(reply.getJMSPriority()).isEqualTo(7);
    assertThat(reply.getJMSExpiration()).isPositive();
    assertThat(messages().parked(KINSAN, 100)).isEmpty();
    assertThat(exchange.seen).as("nothing is decided anew").hasSize(1);
    AuditEntry entry = audited.remove();
    assertThat(entry.event()).isEqualTo(AuditEvent.REPLY_RESENT);
    assertThat(entry.actor()).contains(VERA);
    assertThat(entry.request()).isPresent();
    assertThat(entry.user()).contains(FakeExchange.HOLDER.user());
  }

  @Test
  void bytesStayBytesInTheirCharacterSet() throws Exception {
    BytesMessage request = cics.session.createBytesMessage();
    request.writeBytes("HELLO".getBytes("x-IBM939"));
    request.setIntProperty("JMS_IBM_Character_Set", 939);
    parked(request, Duration.ZERO);
    broker.openQueues();

    resend(WHERE_IT_WAS_TO_GO);

    BytesMessage reply = (BytesMessage) cics.receive(CLOSED_REPLIES);
    byte[] bytes = new byte[(int) reply.getBodyLength()];
    reply.readBytes(bytes);
    assertThat(new String(bytes, "x-IBM939")).isEqualTo("re:HELLO");
    assertThat(Peer.ccsid(reply)).isEqualTo(939);
    assertThat(reply.getJMSExpiration()).isZero();
  }

  @Test
  void itMayGoToAnotherQueueOfItsRequesterAndToNoOther() throws Exception {
    parked(cics.text("HELLO"), Duration.ZERO);

    for (String queue :
        new String[] {
          "SOMEBODY.ELSE", BACKOUT, REQUESTS, "queue://QM2/" + REPLIES, REPLIES + "?targetClient=1"
        }) {
      assertThat(resend(Optional.of(queue)).kind())
          .as(queue)
          .isEqualTo(ResendOutcome.Kind.NOT_ALLOWED);
    }
    assertThat(resend(Optional.of(REPLIES)).kind()).isEqualTo(ResendOutcome.Kind.RESENT);
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:HELLO");
  }

  @Test
  void aQueueThatIsNoLongerTheRequestersGetsNothing() throws Exception {
    parked(cics.text("HELLO"), Duration.ZERO);
    broker.openQueues();
    serve(kinsan(TestBroker.CICS, REPLIES));

    assertThat(resend(WHERE_IT_WAS_TO_GO).kind()).isEqualTo(ResendOutcome.Kind.NOT_ALLOWED);
    assertThat(cics.left(CLOSED_REPLIES)).isNull();
  }

  @Test
  void whileTheQueueIsClosedItStaysParked() throws Exception {
    parked(cics.text("HELLO"), Duration.ZERO);

    ResendOutcome outcome = resend(WHERE_IT_WAS_TO_GO);

    assertThat(outcome.kind()).isEqualTo(ResendOutcome.Kind.NOT_DELIVERED);
    assertThat(outcome.detail()).contains("MQRC_NOT_AUTHORIZED");
    assertThat(messages().parked(KINSAN, 100)).hasSize(1);
    assertThat(audited).isEmpty();
  }

  @Test
  void aQueueManagerThatIsAwayIsSaidToBeAndItStaysParked() throws Exception {
    parked(cics.text("HELLO"), Duration.ZERO);
    broker.openQueues();
    broker.fillQueue(CLOSED_REPLIES);

    assertThatThrownBy(() -> resend(WHERE_IT_WAS_TO_GO))
        .isInstanceOf(QueuesUnavailable.class)
        .hasMessageContaining("2053");
    assertThat(messages().parked(KINSAN, 100)).hasSize(1);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsDroppedAndAudited() throws Exception {
    parked(cics.text("HELLO"), Duration.ofHours(1));
    broker.openQueues();
    clock.advance(Duration.ofHours(2));

    assertThat(resend(WHERE_IT_WAS_TO_GO).kind()).isEqualTo(ResendOutcome.Kind.EXPIRED);
    assertThat(audited.remove().event()).isEqualTo(AuditEvent.REPLY_DROPPED);
    assertThat(messages().parked(KINSAN, 100)).isEmpty();
    assertThat(cics.left(CLOSED_REPLIES)).isNull();
  }

  @Test
  void whatWasSentAndCouldNotBeRecordedIsListedStill() throws Exception {
    parked(cics.text("HELLO"), Duration.ZERO);
    broker.openQueues();
    parked.failures.set(1);

    assertThatThrownBy(() -> resend(WHERE_IT_WAS_TO_GO))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("was sent to " + CLOSED_REPLIES)
        .hasMessageContaining("listed still");
    assertThat(messages().parked(KINSAN, 100)).hasSize(1);
    assertThat(((TextMessage) cics.receive(CLOSED_REPLIES)).getText()).isEqualTo("re:HELLO");
  }

  @Test
  void anUnknownNumberIsNotFound() throws Exception {
    serve(kinsan(1));

    assertThat(messages().resend(KINSAN, 99, WHERE_IT_WAS_TO_GO, VERA).kind())
        .isEqualTo(ResendOutcome.Kind.NOT_FOUND);
  }
}
