package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.TextMessage;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.QueuesUnavailable;
import org.ichido.api.RetryOutcome;
import org.ichido.api.StoreUnavailable;
import org.ichido.mq.record.Disposition;
import org.junit.jupiter.api.Test;

class BackoutRetryTest extends SetAsideTestBase {
  private static final String NEW_REPLIES = "CORE.REPLY.NEW";

  /** A request whose reply-to the profile does not know yet, backed out; and its first id. */
  private String backedOut(String body, Duration timeToLive) throws Exception {
    serve(kinsan(1));
    TextMessage request = cics.text(body);
    request.setJMSReplyTo(cics.queue(NEW_REPLIES));
    String id = cics.send(REQUESTS, request, DeliveryMode.PERSISTENT, timeToLive);
    cics.send(REQUESTS, cics.text("NEXT"));
    cics.receive(REPLIES);
    exchange.seen.clear();
    return id;
  }

  private BackedOutMessage listed() {
    return messages().backedOut(KINSAN, 100).get(0);
  }

  private RetryOutcome retry(String messageId) {
    return messages().retry(KINSAN, messageId, VERA);
  }

  private RetryOutcome.Kind retry() {
    return retry(listed().messageId()).kind();
  }

  @Test
  void aListSaysWhatIsThereAndNeverTheBody() throws Exception {
    backedOut("SECRET", Duration.ofHours(1));

    List<BackedOutMessage> list = messages().backedOut(KINSAN, 100);

    assertThat(list)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.reason()).isEqualTo("REPLY_TO_REFUSED");
              assertThat(message.fromQueue()).isEqualTo(REQUESTS);
              assertThat(message.user()).isEqualTo(TestBroker.CICS);
              assertThat(message.putBy()).isEqualTo(TestBroker.OURSELVES);
              assertThat(message.length()).contains(6L);
              assertThat(message.expires()).isPresent();
              assertThat(message.toString()).doesNotContain("SECRET");
            });
    assertThat(messages().backedOut(KINSAN, 100)).as("nothing was taken").isEqualTo(list);
  }

  @Test
  void onceTheProfileIsMendedTheSenderGetsItsAnswerUnderItsOwnMessageId() throws Exception {
    String id = backedOut("HELLO", Duration.ofHours(1));
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));

    assertThat(retry()).isEqualTo(RetryOutcome.Kind.ANSWERED);

    TextMessage reply = (TextMessage) cics.receive(NEW_REPLIES);
    assertThat(reply.getText()).isEqualTo("re:HELLO");
    assertThat(reply.getJMSCorrelationID()).isEqualTo(id);
    assertThat(reply.getJMSPriority()).isEqualTo(7);
    assertThat(reply.getJMSExpiration()).isPositive();
    assertThat(exchange.seen.get(0).requester().name()).hasToString("core");
    assertThat(messages().backedOut(KINSAN, 100)).isEmpty();
    AuditEntry entry = audited.remove();
    assertThat(entry.event()).isEqualTo(AuditEvent.BACKOUT_RETRIED);
    assertThat(entry.actor()).contains(VERA);
    assertThat(entry.user()).contains(FakeExchange.HOLDER.user());
    assertThat(entry.detail()).startsWith("ANSWERED").contains(id);
  }

  @Test
  void bytesInTheirOwnCharacterSetAreRetriedAsTheyCame() throws Exception {
    serve(kinsan(1));
    byte[] ebcdic = "HELLO".getBytes("x-IBM939");
    BytesMessage request = cics.session.createBytesMessage();
    request.writeBytes(ebcdic);
    request.setIntProperty("JMS_IBM_Character_Set", 939);
    request.setJMSReplyTo(cics.queue(NEW_REPLIES));
    cics.send(REQUESTS, request);
    cics.send(REQUESTS, cics.text("NEXT"));
    cics.receive(REPLIES);
    exchange.seen.clear();
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));

    assertThat(retry()).isEqualTo(RetryOutcome.Kind.ANSWERED);
    assertThat(exchange.seen.get(0).body()).isEqualTo(ebcdic);
    assertThat(exchange.seen.get(0).ccsid()).isEqualTo(939);
  }

  @Test
  void whatStillCannotBeAnsweredStaysAndTheReasonIsSaid() throws Exception {
    backedOut("HELLO", Duration.ZERO);

    RetryOutcome outcome = retry(listed().messageId());

    assertThat(outcome).isEqualTo(new RetryOutcome(RetryOutcome.Kind.STAYS, "REPLY_TO_REFUSED"));
    assertThat(messages().backedOut(KINSAN, 100)).hasSize(1);
    assertThat(audited.remove().detail()).startsWith("stays: REPLY_TO_REFUSED");
    assertThat(exchange.seen).isEmpty();

    exchange.behaviour = incoming -> new Disposition.Unanswerable("NOT_A_RECORD");
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));
    assertThat(retry(listed().messageId()).detail()).isEqualTo("NOT_A_RECORD");
    assertThat(messages().backedOut(KINSAN, 100)).hasSize(1);
  }

  /** Whoever may write to the backout queue must not become anybody by it. */
  @Test
  void whoeverForgesAMessageIsNotTakenForItsUser() throws Exception {
    serve(kinsan(1));
    try (Peer stranger = new Peer(broker, TestBroker.STRANGER)) {
      TextMessage forged = stranger.text("FORGED");
      forged.setStringProperty("ICHIDO_REASON", "REPLY_TO_REFUSED\nINFO all is well");
      forged.setStringProperty("ICHIDO_QUEUE", REQUESTS);
      forged.setStringProperty("ICHIDO_USER", TestBroker.CICS);
      forged.setStringProperty("ICHIDO_MESSAGE_ID", "ID:1");
      forged.setStringProperty("JMSXUserID", TestBroker.OURSELVES);
      stranger.send(BACKOUT, forged);
    }

    RetryOutcome outcome = retry(listed().messageId());

    assertThat(outcome.kind()).isEqualTo(RetryOutcome.Kind.STAYS);
    assertThat(outcome.detail()).contains("put there by 'STRANGER' and not by us");
    assertThat(exchange.seen).isEmpty();
    assertThat(listed().putBy()).isEqualTo(TestBroker.STRANGER);
    assertThat(listed().reason()).isEqualTo("REPLY_TO_REFUSED INFO all is well");
    assertThat(operator.left(REPLIES)).isNull();
  }

  @Test
  void aQueueThatIsNoLongerTheBanksIsNoWayIn() throws Exception {
    serve(kinsan(1));
    TextMessage message = operator.text("HELLO");
    message.setStringProperty("ICHIDO_QUEUE", "OLD.REQUEST");
    message.setStringProperty("ICHIDO_USER", TestBroker.CICS);
    operator.send(BACKOUT, message);

    assertThat(retry(listed().messageId()).detail())
        .isEqualTo("came from OLD.REQUEST, no queue of the bank's now");
  }

  @Test
  void aDrainedBanksMessageIsRetriedAllTheSame() throws Exception {
    backedOut("HELLO", Duration.ZERO);
    drain(kinsan(TestBroker.CICS, NEW_REPLIES));

    assertThat(retry()).isEqualTo(RetryOutcome.Kind.ANSWERED);
  }

  @Test
  void whileNothingCanBeDecidedItStaysAndIsNotLost() throws Exception {
    backedOut("HELLO", Duration.ZERO);
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));
    exchange.behaviour =
        incoming -> {
          throw new StoreUnavailable("down on purpose");
        };

    assertThatThrownBy(this::retry).isInstanceOf(StoreUnavailable.class);

    exchange.behaviour = FakeExchange::echo;
    assertThat(retry()).isEqualTo(RetryOutcome.Kind.ANSWERED);
  }

  @Test
  void aReplyThatCannotBeDeliveredIsParked() throws Exception {
    backedOut("HELLO", Duration.ZERO);
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));
    broker.closeQueue(NEW_REPLIES);

    assertThat(retry()).isEqualTo(RetryOutcome.Kind.PARKED);
    assertThat(parked.kept).hasSize(1);
    assertThat(messages().backedOut(KINSAN, 100)).isEmpty();
  }

  @Test
  void whatComesTooLateIsDropped() throws Exception {
    backedOut("HELLO", Duration.ofHours(1));
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));
    clock.advance(Duration.ofHours(2));

    assertThat(retry()).isEqualTo(RetryOutcome.Kind.DROPPED);
    assertThat(messages().backedOut(KINSAN, 100)).isEmpty();
  }

  @Test
  void anUnknownIdIsNotFound() throws Exception {
    backedOut("HELLO", Duration.ZERO);
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));
    String unknown = "ID:414d5120514d312020202020202020201a20365e1d000004";

    assertThat(retry(unknown).kind()).isEqualTo(RetryOutcome.Kind.NOT_FOUND);
  }

  @Test
  void anIdThatTriesToSelectMoreFindsNothing() throws Exception {
    backedOut("HELLO", Duration.ZERO);
    serve(kinsan(TestBroker.CICS, NEW_REPLIES));

    assertThat(retry("x' OR 'a' = 'a").kind()).isEqualTo(RetryOutcome.Kind.NOT_FOUND);
  }

  @Test
  void withoutAQueueManagerOrABankTheReasonIsSaid() throws Exception {
    serve(kinsan(1));
    broker.stop();
    try {
      assertThatThrownBy(() -> messages().backedOut(KINSAN, 1))
          .isInstanceOf(QueuesUnavailable.class)
          .hasMessageContaining(BACKOUT);
    } finally {
      broker.start();
    }
    assertThatThrownBy(() -> messages().backedOut(new BankId("other"), 1))
        .isInstanceOf(BankNotServed.class);
    listeners.unbindConnectionFactory(factory);
    assertThatThrownBy(() -> messages().backedOut(KINSAN, 1))
        .isInstanceOf(QueuesUnavailable.class)
        .hasMessageContaining("connectionFactory.target");
    assertThat(messages().inHand(KINSAN, Duration.ofSeconds(20))).isZero();
  }
}
