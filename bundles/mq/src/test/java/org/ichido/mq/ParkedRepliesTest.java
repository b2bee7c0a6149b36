package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.TextMessage;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestId;
import org.ichido.spi.store.StoredReply;
import org.junit.jupiter.api.Test;

class ParkedRepliesTest extends QueueListenersTestBase {
  private TextMessage toTheClosedQueue() throws Exception {
    TextMessage request = cics.text("HELLO");
    request.setJMSReplyTo(cics.queue(CLOSED_REPLIES));
    return request;
  }

  @Test
  void aReplyThatWeMayNotDeliverIsParkedAndItsRequestIsDone() throws Exception {
    broker.closeQueue(CLOSED_REPLIES);
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, toTheClosedQueue());

    AuditEntry entry = audited.poll(20, TimeUnit.SECONDS);
    assertThat(entry).isNotNull();
    assertThat(entry.event()).isEqualTo(AuditEvent.REPLY_PARKED);
    assertThat(entry.detail()).contains(CLOSED_REPLIES).contains("MQRC_NOT_AUTHORIZED");
    assertThat(entry.request()).isPresent();
    assertThat(entry.contract()).contains(FakeExchange.HOLDER.contract());

    cics.send(REQUESTS, cics.text("NEXT"));
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:NEXT");
    assertThat(exchange.seen).hasSize(2);
    assertThat(listeners.health())
        .filteredOn(health -> health.part().contains(REQUESTS))
        .singleElement()
        .satisfies(health -> assertThat(health.lines().toString()).contains("parked replies 1"));
    listeners.deactivate();
    assertThat(operator.left(REQUESTS)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
    assertThat(audited).isEmpty();
  }

  @Test
  void aReplyThatCannotBeTextIsParkedForATextRequest() throws Exception {
    exchange.behaviour =
        incoming ->
            exchange.seen.size() == 1
                ? FakeExchange.answer(
                    incoming, new StoredReply(new byte[] {(byte) 0xc3, 0x28}, 1208, 1))
                : FakeExchange.answer(
                    incoming, new StoredReply("fine".getBytes(ISO_8859_1), 1208, 1));
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("HELLO"));
    cics.send(REQUESTS, cics.text("HELLO"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("fine");
    assertThat(audited)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo(AuditEvent.REPLY_PARKED);
              assertThat(entry.detail()).contains("CCSID 1208");
            });
  }

  /** How a reply in 1399 names its set. */
  String saidOf1399() {
    return "1399";
  }

  /** First asked as bytes in 1399, resent as text in 939: the stored reply is in 1399. */
  @Test
  void aReplyInASetThatIsBytesAloneIsBytesAlsoForATextRequest() throws Exception {
    byte[] stored = {(byte) 0xc9, (byte) 0xc3, (byte) 0xc8, (byte) 0xc9};
    exchange.behaviour =
        incoming -> FakeExchange.answer(incoming, new StoredReply(stored, 1399, 1));
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("HELLO"));

    BytesMessage reply = (BytesMessage) cics.receive(REPLIES);
    byte[] bytes = new byte[4];
    assertThat(reply.getBodyLength()).isEqualTo(reply.readBytes(bytes));
    assertThat(bytes).isEqualTo(stored);
    assertThat(reply.getStringProperty("JMS_IBM_Character_Set")).endsWith(saidOf1399());
    assertThat(audited).isEmpty();
  }

  @Test
  void everythingThatSendingItNeedsIsKept() throws Exception {
    broker.closeQueue(CLOSED_REPLIES);
    listeners.served(List.of(kinsan(1)));
    TextMessage request = toTheClosedQueue();
    String id = cics.send(REQUESTS, request, DeliveryMode.PERSISTENT, Duration.ofHours(1));
    assertThat(audited.poll(20, TimeUnit.SECONDS)).isNotNull();

    assertThat(parked.kept)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.requester()).hasToString("core");
              assertThat(row.request()).contains(new RequestId("R1"));
              assertThat(row.holder()).contains(FakeExchange.HOLDER);
              assertThat(row.messageId()).isEqualTo(id);
              assertThat(QueueName.bare(row.queue())).isEqualTo(CLOSED_REPLIES);
              assertThat(row.correlationId()).isEqualTo(id);
              assertThat(row.persistent()).isTrue();
              assertThat(row.priority()).isEqualTo(7);
              assertThat(row.expires().orElseThrow().toEpochMilli())
                  .isEqualTo(request.getJMSExpiration());
              assertThat(row.text()).isTrue();
              assertThat(new String(row.reply().bytes(), ISO_8859_1)).isEqualTo("re:HELLO");
              assertThat(row.why()).contains("MQRC_NOT_AUTHORIZED");
            });
  }

  @Test
  void whatCannotBeKeptIsNotAcknowledged() throws Exception {
    parked.failures.set(2);
    broker.closeQueue(CLOSED_REPLIES);
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, toTheClosedQueue());

    assertThat(audited.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(exchange.seen).hasSize(3);
  }
}
