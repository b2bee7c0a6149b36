package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jms.BytesMessage;
import javax.jms.MapMessage;
import javax.jms.Message;
import javax.jms.ObjectMessage;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.api.Health;
import org.ichido.mq.record.Disposition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackoutTest extends QueueListenersTestBase {
  /** Says so if anybody makes one of bytes. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    static final AtomicBoolean MADE = new AtomicBoolean();

    private void readObject(java.io.ObjectInputStream in) {
      MADE.set(true);
    }
  }

  @BeforeEach
  void serve() {
    listeners.served(List.of(kinsan(1)));
  }

  private Message backedOut(String reason) throws Exception {
    Message message = operator.receive(BACKOUT);
    assertThat(message.getStringProperty("ICHIDO_REASON")).isEqualTo(reason);
    assertThat(message.getStringProperty("ICHIDO_QUEUE")).isEqualTo(REQUESTS);
    return message;
  }

  private void theNextGoodOneIsAnswered() throws Exception {
    cics.send(REQUESTS, cics.text("GOOD"));
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:GOOD");
    assertThat(exchange.seen).hasSize(1);
  }

  @Test
  void anObjectIsNeverMade() throws Exception {
    if (factory instanceof ActiveMQConnectionFactory trusting) {
      trusting.setTrustAllPackages(true);
    }
    ObjectMessage message = cics.session.createObjectMessage(new Gadget());
    message.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, message);

    assertThat(backedOut("NOT_TEXT_OR_BYTES")).isInstanceOf(ObjectMessage.class);
    assertThat(Gadget.MADE).isFalse();
    theNextGoodOneIsAnswered();
  }

  @Test
  void aMapIsBackedOutWithItsBodyAndProperties() throws Exception {
    MapMessage message = cics.session.createMapMessage();
    message.setString("key", "value");
    message.setStringProperty("branch", "001");
    message.setIntProperty("JMS_IBM_Character_Set", 939);
    message.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, message);

    MapMessage moved = (MapMessage) backedOut("NOT_TEXT_OR_BYTES");
    assertThat(moved.getStringProperty("ICHIDO_USER")).isEqualTo(TestBroker.CICS);
    assertThat(moved.getStringProperty("ICHIDO_MESSAGE_ID")).isEqualTo(message.getJMSMessageID());
    assertThat(moved.getString("key")).isEqualTo("value");
    assertThat(moved.getStringProperty("branch")).isEqualTo("001");
    assertThat(Peer.ccsid(moved)).isEqualTo(939);
    theNextGoodOneIsAnswered();
  }

  @Test
  void aMessageWithoutBodyIsBackedOut() throws Exception {
    Message message = cics.session.createMessage();
    message.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, message);

    backedOut("NOT_TEXT_OR_BYTES");
    theNextGoodOneIsAnswered();
  }

  @Test
  void anEmptyTextIsNoBytesForTheRecords() throws Exception {
    exchange.behaviour =
        incoming ->
            incoming.body().length == 0
                ? new Disposition.Unanswerable("NOT_A_RECORD")
                : FakeExchange.echo(incoming);
    cics.send(REQUESTS, cics.text(null));

    backedOut("NOT_A_RECORD");
  }

  @Test
  void whatIsLargerThanAnyRecordIsBackedOut() throws Exception {
    BytesMessage bytes = cics.session.createBytesMessage();
    bytes.writeBytes(new byte[64 * 1024 + 1]);
    bytes.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, bytes);
    assertThat(((BytesMessage) backedOut("TOO_LARGE")).getBodyLength()).isEqualTo(64 * 1024 + 1);

    cics.send(REQUESTS, cics.text("x".repeat(64 * 1024 + 1)));
    backedOut("TOO_LARGE");

    TextMessage wide = cics.text("\u00e9".repeat(40 * 1024));
    wide.setIntProperty("JMS_IBM_Character_Set", 1208);
    cics.send(REQUESTS, wide);
    backedOut("TOO_LARGE");
    theNextGoodOneIsAnswered();
  }

  @Test
  void theLargestBytesAreLetIn() throws Exception {
    BytesMessage bytes = cics.session.createBytesMessage();
    bytes.writeBytes(new byte[64 * 1024]);
    bytes.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(REQUESTS, bytes);

    cics.receive(REPLIES);
    assertThat(exchange.seen.get(0).body()).hasSize(64 * 1024);
  }

  @Test
  void aTextThatItsCharacterSetCannotSayIsBackedOut() throws Exception {
    cics.send(REQUESTS, cics.text("\u65e5\u672c"));

    assertThat(((TextMessage) backedOut("BAD_CHARACTERS")).getText()).isEqualTo("\u65e5\u672c");
    theNextGoodOneIsAnswered();
  }

  @Test
  void aTextInAnUnknownCharacterSetIsBackedOut() throws Exception {
    TextMessage number = cics.text("HELLO");
    number.setIntProperty("JMS_IBM_Character_Set", 1399);
    cics.send(REQUESTS, number);
    backedOut("UNSUPPORTED_CCSID");
    theNextGoodOneIsAnswered();
  }

  @Test
  void aTextInACharacterSetThatNobodyHasIsBackedOut() throws Exception {
    TextMessage words = cics.text("HELLO");
    words.setStringProperty("JMS_IBM_Character_Set", "no such set");
    cics.send(REQUESTS, words);

    backedOut("UNSUPPORTED_CCSID");
    theNextGoodOneIsAnswered();
  }

  @Test
  void aStrangerIsNotServedWhateverHeWritesIntoTheMessage() throws Exception {
    try (Peer stranger = new Peer(broker, TestBroker.STRANGER)) {
      TextMessage message = stranger.text("HELLO");
      message.setStringProperty("JMSXUserID", TestBroker.CICS);
      stranger.send(REQUESTS, message);
    }

    backedOut("REQUESTER_UNKNOWN");
    theNextGoodOneIsAnswered();
  }

  @Test
  void withoutAReplyToNobodyCanBeAnswered() throws Exception {
    TextMessage message = cics.text("HELLO");
    message.setJMSReplyTo(null);
    cics.send(REQUESTS, message);

    backedOut("NO_REPLY_TO");
    theNextGoodOneIsAnswered();
  }

  @Test
  void aReplyToThatTheProfileDoesNotNameIsRefused() throws Exception {
    TextMessage queue = cics.text("HELLO");
    queue.setJMSReplyTo(cics.queue("SOMEBODY.ELSE"));
    cics.send(REQUESTS, queue);
    backedOut("REPLY_TO_REFUSED");

    TextMessage elsewhere = cics.text("HELLO");
    elsewhere.setJMSReplyTo(cics.queue("queue://QM2/" + REPLIES));
    cics.send(REQUESTS, elsewhere);
    backedOut("REPLY_TO_REFUSED");

    TextMessage topic = cics.text("HELLO");
    topic.setJMSReplyTo(cics.session.createTopic(REPLIES));
    cics.send(REQUESTS, topic);
    backedOut("REPLY_TO_REFUSED");
    theNextGoodOneIsAnswered();
  }

  @Test
  void noReplyGoesToAQueueOfOursOrOfAnyOtherBank() throws Exception {
    listeners.served(List.of(kinsan(1), bank("ginsan", "GINSAN", 1)));
    listeners.served(List.of(kinsan(1)));

    for (String own : List.of(OTHER_BANKS_REQUESTS, BACKOUT, "KINSAN.EVENT")) {
      TextMessage message = cics.text("HELLO");
      message.setJMSReplyTo(cics.queue(own));
      cics.send(REQUESTS, message);
      backedOut("REPLY_TO_REFUSED");
    }
    theNextGoodOneIsAnswered();
  }

  @Test
  void whatIsDroppedIsGone() throws Exception {
    exchange.behaviour =
        incoming ->
            exchange.seen.size() == 1
                ? new Disposition.Dropped("REQUEST_EXPIRED")
                : FakeExchange.echo(incoming);
    cics.send(REQUESTS, cics.text("OLD"));
    cics.send(REQUESTS, cics.text("NEW"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:NEW");
    listeners.deactivate();
    assertThat(operator.left(REQUESTS)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
  }

  @Test
  void aMessageThatBreaksEveryTimeIsBackedOutAtLast() throws Exception {
    exchange.behaviour =
        incoming -> {
          if (incoming.body().length == "POISON".length()) {
            throw new IllegalStateException("breaks on purpose");
          }
          return FakeExchange.echo(incoming);
        };
    cics.send(REQUESTS, cics.text("POISON"));

    backedOut("BACKOUT_THRESHOLD");
    assertThat(exchange.seen).hasSize(20);
    cics.send(REQUESTS, cics.text("GOOD"));
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:GOOD");
  }

  @Test
  void aBackoutQueueThatCannotBeWrittenStopsTheListenerAndKeepsTheRequest() throws Exception {
    broker.closeQueue(BACKOUT);
    TextMessage message = cics.text("HELLO");
    message.setJMSReplyTo(null);
    cics.send(REQUESTS, message);

    for (int attempt = 0; attempt < 25; attempt++) {
      assertThat(broker.refusal()).isEqualTo(BACKOUT);
    }
    assertThat(listeners.health())
        .allSatisfy(health -> assertThat(health.level()).isEqualTo(Health.Level.DOWN))
        .anySatisfy(health -> assertThat(health.lines().toString()).contains(BACKOUT));

    broker.openQueues();
    backedOut("NO_REPLY_TO");
    theNextGoodOneIsAnswered();
  }
}
