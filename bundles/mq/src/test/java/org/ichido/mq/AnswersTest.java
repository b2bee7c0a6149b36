package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.api.AuditEvent;
import org.ichido.spi.transport.QueueRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest extends QueueListenersTestBase {
  @Test
  void aTextIsAnsweredByATextThatNamesItsRequest() throws Exception {
    listeners.served(List.of(kinsan(1)));
    TextMessage request = cics.text("HELLO");
    request.setJMSCorrelationID("mine");
    String id = cics.send(REQUESTS, request);

    TextMessage reply = (TextMessage) cics.receive(REPLIES);

    assertThat(reply.getText()).isEqualTo("re:HELLO");
    assertThat(reply.getJMSCorrelationID()).isEqualTo(id);
    assertThat(Peer.ccsid(reply)).isEqualTo(exchange.seen.get(0).ccsid());
    assertThat(reply.getIntProperty("JMS_IBM_MsgType")).as("MQMT_REPLY").isEqualTo(2);
    assertThat(reply.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
    assertThat(reply.getJMSPriority()).isEqualTo(7);
    assertThat(reply.getJMSExpiration()).isZero();
  }

  @Test
  void bytesAreAnsweredByBytesInTheSetThatTheyCameIn() throws Exception {
    listeners.served(List.of(kinsan(1)));
    byte[] ebcdic = "HELLO".getBytes("x-IBM939");
    BytesMessage request = cics.session.createBytesMessage();
    request.writeBytes(ebcdic);
    request.setIntProperty("JMS_IBM_Character_Set", 939);
    request.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, request, DeliveryMode.NON_PERSISTENT, Duration.ZERO);

    BytesMessage reply = (BytesMessage) cics.receive(REPLIES);

    byte[] bytes = new byte[(int) reply.getBodyLength()];
    reply.readBytes(bytes);
    assertThat(new String(bytes, "x-IBM939")).isEqualTo("re:HELLO");
    assertThat(Peer.ccsid(reply)).isEqualTo(939);
    assertThat(reply.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
    assertThat(exchange.seen.get(0).body()).isEqualTo(ebcdic);
    assertThat(exchange.seen.get(0).ccsid()).isEqualTo(939);
  }

  @ParameterizedTest
  @ValueSource(strings = {"939", "x-IBM939", "Cp939"})
  void aCharacterSetMayBeSaidInDigitsOrByItsJavaName(String set) throws Exception {
    listeners.served(List.of(kinsan(1)));
    TextMessage request = cics.text("HELLO");
    request.setStringProperty("JMS_IBM_Character_Set", set);
    cics.send(REQUESTS, request);

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:HELLO");
    assertThat(exchange.seen.get(0).body()).isEqualTo("HELLO".getBytes("x-IBM939"));
  }

  @Test
  void theCorrelationIdIsPassedOnIfTheRequestAsksForIt() throws Exception {
    listeners.served(List.of(kinsan(1)));
    TextMessage request = cics.text("HELLO");
    request.setJMSCorrelationID("mine");
    request.setIntProperty("JMS_IBM_Report_Pass_Correl_ID", 64);
    cics.send(REQUESTS, request);

    assertThat(cics.receive(REPLIES).getJMSCorrelationID()).isEqualTo("mine");
  }

  @Test
  void theExchangeLearnsWhoAskedByWhichQueueAndUntilWhen() throws Exception {
    listeners.served(List.of(kinsan(1)));
    TextMessage request = cics.text("HELLO");
    cics.send(OPERATORS, request, DeliveryMode.PERSISTENT, Duration.ofMinutes(1));
    cics.receive(REPLIES);

    assertThat(exchange.seen)
        .singleElement()
        .satisfies(
            incoming -> {
              assertThat(incoming.requester().name()).hasToString("core");
              assertThat(incoming.queue()).isEqualTo(QueueRole.OPERATOR);
              assertThat(incoming.bank()).isEqualTo(kinsan(1));
              assertThat(incoming.body()).isEqualTo("HELLO".getBytes(ISO_8859_1));
              assertThat(incoming.expires().orElseThrow().toEpochMilli())
                  .isEqualTo(request.getJMSExpiration());
            });
  }

  @Test
  void aReplyExpiresWithItsRequest() throws Exception {
    exchange.behaviour =
        incoming -> {
          clock.advance(Duration.ofMinutes(50));
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(1)));
    TextMessage request = cics.text("HELLO");
    cics.send(REQUESTS, request, DeliveryMode.PERSISTENT, Duration.ofHours(1));

    Message reply = cics.receive(REPLIES);

    assertThat(reply.getJMSExpiration())
        .isPositive()
        .isLessThan(request.getJMSExpiration() - Duration.ofMinutes(45).toMillis());
  }

  @Test
  void aReplyPastItsRequestsExpiryIsDroppedAndAudited() throws Exception {
    exchange.behaviour =
        incoming -> {
          clock.advance(Duration.ofMinutes(1));
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("LATE"), DeliveryMode.PERSISTENT, Duration.ofMinutes(1));
    cics.send(REQUESTS, cics.text("NO HURRY"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:NO HURRY");
    assertThat(audited)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo(AuditEvent.REPLY_DROPPED);
              assertThat(entry.user()).contains(FakeExchange.HOLDER.user());
              assertThat(entry.request()).isPresent();
              assertThat(entry.detail()).contains(REPLIES);
            });
    assertThat(exchange.seen).hasSize(2);
  }

  @Test
  void eightSessionsGiveExactlyOneReplyToEachRequest() throws Exception {
    int requests = 200;
    CountDownLatch atOnce = new CountDownLatch(8);
    exchange.behaviour =
        incoming -> {
          atOnce.countDown();
          try {
            assertThat(atOnce.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(8)));
    Set<String> sent = new HashSet<>();
    for (int i = 0; i < requests; i++) {
      sent.add(cics.send(REQUESTS, cics.text("N" + i)));
    }
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < requests; i++) {
      answered.add(cics.receive(REPLIES).getJMSCorrelationID());
    }
    listeners.deactivate();

    assertThat(answered).isEqualTo(sent);
    assertThat(cics.left(REPLIES)).isNull();
    assertThat(cics.left(REQUESTS)).isNull();
    assertThat(exchange.seen).hasSize(requests);
  }
}
