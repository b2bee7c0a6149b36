package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.JmsProgram.LONG;
import static org.ichido.queuemanager.JmsProgram.receive;

import com.ibm.mq.jms.MQQueue;
import com.ibm.msg.client.wmq.WMQConstants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import javax.jms.TemporaryQueue;
import javax.jms.TextMessage;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.queues.State;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("JMS 1.1, sessions")
@ExtendWith(SuiteEvidence.class)
class JmsTest {
  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm =
        QueueManager.named("QM1")
            .queue("A.QUEUE")
            .queue("B.QUEUE")
            .queue(
                QueueDefinition.local("POISONED")
                    .with(QueueAttribute.BOTHRESH, 2)
                    .withBackoutQueue("B.QUEUE"))
            .start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).noneMatch(surprise -> !surprise.startsWith("selector "));
  }

  @Test
  void whatIsSentIsReceived() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      program.send("A.QUEUE", "一度");
      assertThat(receive(program.consumer("A.QUEUE"), LONG)).isEqualTo("一度");
      assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
    }
  }

  @Test
  void aReceiveWithoutAMessageEndsWithNothing() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      assertThat(program.consumer("A.QUEUE").receive(50)).isNull();
      assertThat(program.consumer("A.QUEUE").receiveNoWait()).isNull();
    }
  }

  @Test
  void aTransactionIsOneForAllQueues() throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      program.send("A.QUEUE", "request");
      assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.PUT_UNCOMMITTED);
      program.session.commit();
      assertThat(receive(program.consumer("A.QUEUE"), LONG)).isEqualTo("request");
      program.send("B.QUEUE", "reply");
      program.session.rollback();
      assertThat(qm.queue("B.QUEUE").messages()).isEmpty();
      assertThat(qm.queue("A.QUEUE").messages()).hasSize(1);
    }
  }

  @Test
  void aMessageThatWasRolledBackSaysSo() throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      program.send("A.QUEUE", "request");
      program.session.commit();
      MessageConsumer consumer = program.consumer("A.QUEUE");
      Message first = consumer.receive(LONG);
      assertThat(first.getJMSRedelivered()).isFalse();
      program.session.rollback();
      Message second = consumer.receive(LONG);
      assertThat(second.getJMSRedelivered()).isTrue();
      assertThat(second.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
      program.session.commit();
    }
  }

  @Test
  void theClientMovesWhatWasBackedOutTooOften() throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      program.send("POISONED", "poison");
      program.session.commit();
      MessageConsumer consumer = program.consumer("POISONED");
      for (int n = 0; n < 2; n++) {
        assertThat(receive(consumer, LONG)).isEqualTo("poison");
        program.session.rollback();
      }
      assertThat(consumer.receive(50)).isNull();
      assertThat(qm.queue("POISONED").messages()).isEmpty();
      assertThat(qm.queue("B.QUEUE").messages()).hasSize(1);
    }
  }

  @Test
  void aReplyIsFoundByItsCorrelation() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      Message request = program.session.createTextMessage("request");
      request.setJMSReplyTo(program.queue("B.QUEUE"));
      program.session.createProducer(program.queue("A.QUEUE")).send(request);
      for (String noise : List.of("1", "2")) {
        program.send("B.QUEUE", noise);
      }
      Message received = program.consumer("A.QUEUE").receive(LONG);
      Message reply = program.session.createTextMessage("reply");
      reply.setJMSCorrelationID(received.getJMSMessageID());
      program.session.createProducer(received.getJMSReplyTo()).send(reply);

      String selector = "JMSCorrelationID = '" + request.getJMSMessageID() + "'";
      MessageConsumer replies = program.session.createConsumer(program.queue("B.QUEUE"), selector);
      assertThat(receive(replies, LONG)).isEqualTo("reply");
      assertThat(replies.receiveNoWait()).isNull();
      String byId = "JMSMessageID = '" + reply.getJMSMessageID() + "'";
      MessageConsumer gone = program.session.createConsumer(program.queue("B.QUEUE"), byId);
      assertThat(gone.receiveNoWait()).isNull();
      assertThat(qm.queue("B.QUEUE").depth()).isEqualTo(2);
    }
  }

  @Test
  void aBrowserSeesAllAndTakesNothing() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      for (String text : List.of("one", "two", "three")) {
        program.send("A.QUEUE", text);
      }
      List<String> seen = new ArrayList<>();
      Enumeration<?> browsed =
          program.session.createBrowser(program.queue("A.QUEUE")).getEnumeration();
      while (browsed.hasMoreElements()) {
        seen.add(((TextMessage) browsed.nextElement()).getText());
      }
      assertThat(seen).containsExactly("one", "two", "three");
      assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(3);
    }
  }

  @Test
  void aTemporaryQueueGoesWithItsConnection() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      TemporaryQueue own = program.session.createTemporaryQueue();
      program.session.createProducer(own).send(program.session.createTextMessage("for me"));
      assertThat(receive(program.session.createConsumer(own), LONG)).isEqualTo("for me");
      assertThat(qm.queueNames()).hasSize(4);
    }
    assertThat(qm.queueNames()).hasSize(3);
  }

  @Test
  void aLongMessageGoesAndComesInSegments() throws Exception {
    byte[] data = new byte[300_000];
    new Random(2).nextBytes(data);
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      BytesMessage message = program.session.createBytesMessage();
      message.writeBytes(data);
      program.session.createProducer(program.queue("A.QUEUE")).send(message);
      program.session.commit();
      BytesMessage got = (BytesMessage) program.consumer("A.QUEUE").receive(LONG);
      byte[] read = new byte[data.length];
      assertThat(got.readBytes(read)).isEqualTo(data.length);
      assertThat(read).isEqualTo(data);
    }
  }

  @Test
  void aMessageForAHostHasNoHeaderOfJms() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      MQQueue host = new MQQueue("A.QUEUE");
      host.setTargetClient(WMQConstants.WMQ_CLIENT_NONJMS_MQ);
      program.session.createProducer(host).send(program.session.createTextMessage("record"));
      assertThat(qm.queue("A.QUEUE").messages().get(0).data()).asString().isEqualTo("record");
      Message got = program.consumer("A.QUEUE").receive(LONG);
      assertThat(got.getStringProperty(WMQConstants.JMS_IBM_CHARACTER_SET)).isEqualTo("UTF-8");
    }
  }

  /** Events go so: by the name of the client's maker, and without a class of it. */
  @Test
  void theAddressOfAQueueCanSayThatAHostReadsIt() throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      assertThat(program.connection.getMetaData().getJMSProviderName()).startsWith("IBM");
      BytesMessage record = program.session.createBytesMessage();
      record.writeBytes("record".getBytes(StandardCharsets.US_ASCII));
      record.setIntProperty(WMQConstants.JMS_IBM_CHARACTER_SET, 819);
      program
          .session
          .createProducer(program.session.createQueue("queue:///A.QUEUE?targetClient=1"))
          .send(record);
      program.session.commit();
      assertThat(qm.queue("A.QUEUE").messages().get(0).data()).asString().isEqualTo("record");
    }
  }

  @Test
  void propertiesOfAMessageCome() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      Message message = program.session.createTextMessage("with properties");
      message.setStringProperty("bank", "9990");
      message.setIntProperty("tries", 3);
      MessageProducer producer = program.session.createProducer(program.queue("A.QUEUE"));
      producer.send(message, DeliveryMode.NON_PERSISTENT, 7, 0);
      Message got = program.consumer("A.QUEUE").receive(LONG);
      assertThat(got.getStringProperty("bank")).isEqualTo("9990");
      assertThat(got.getIntProperty("tries")).isEqualTo(3);
      assertThat(got.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
      assertThat(got.getJMSPriority()).isEqualTo(7);
    }
  }

  @Test
  void closingEndsAReceiveThatWaits() throws Exception {
    JmsProgram program = JmsProgram.automatic(qm);
    MessageConsumer consumer = program.consumer("A.QUEUE");
    Trouble soon = qm.troubles().at(Call.GET).delay(Duration.ZERO);
    CompletableFuture<Message> received =
        CompletableFuture.supplyAsync(() -> BaseProgram.unchecked(() -> consumer.receive(60_000)));
    assertThat(soon.awaitStruck(1, Duration.ofSeconds(10))).isTrue();
    program.close();
    assertThat(received.get(20, SECONDS)).isNull();
  }

  @Test
  void severalSessionsHaveTransactionsOfTheirOwn() throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      Session other = program.connection.createSession(true, Session.SESSION_TRANSACTED);
      program.send("A.QUEUE", "mine");
      other.createProducer(program.queue("A.QUEUE")).send(other.createTextMessage("yours"));
      other.commit();
      program.session.rollback();
      assertThat(qm.queue("A.QUEUE").messages()).hasSize(1);
      assertThat(receive(program.consumer("A.QUEUE"), LONG)).isEqualTo("yours");
    }
  }

  @Test
  void aCorrelationThatAProgramChoseIsFoundToo() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      for (String correlation : List.of("yours", "mine")) {
        Message message = program.session.createTextMessage("for " + correlation);
        message.setJMSCorrelationID(correlation);
        program.session.createProducer(program.queue("A.QUEUE")).send(message);
      }
      MessageConsumer mine =
          program.session.createConsumer(program.queue("A.QUEUE"), "JMSCorrelationID = 'mine'");
      assertThat(receive(mine, LONG)).isEqualTo("for mine");
      assertThat(mine.receiveNoWait()).isNull();
    }
  }

  @Test
  void aSelectorThatIsNotUnderstoodIsRefused() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      assertThat(
              JmsProgram.reasonOf(
                  () -> program.session.createConsumer(program.queue("A.QUEUE"), "bank = '9990'")))
          .isEqualTo(2298);
    }
    try (JmsProgram next = JmsProgram.automatic(qm)) {
      next.send("A.QUEUE", "all is well");
    }
    assertThat(qm.surprises()).containsExactly("selector bank = '9990'");
  }
}
