package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("JMS 1.1, listeners")
@ExtendWith(SuiteEvidence.class)
class ListenerTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm =
        QueueManager.named("QM1")
            .queue(
                QueueDefinition.local("A.QUEUE")
                    .with(QueueAttribute.BOTHRESH, 2)
                    .withBackoutQueue("B.QUEUE"))
            .queue("B.QUEUE")
            .start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private void hear(Message message) {
    try {
      heard.add(((TextMessage) message).getText());
    } catch (JMSException e) {
      heard.add(e.toString());
    }
  }

  @Test
  void aListenerHearsWhatIsThereAndWhatComes() throws Exception {
    try (JmsProgram sender = JmsProgram.automatic(qm);
        JmsProgram program = JmsProgram.automatic(qm)) {
      sender.send("A.QUEUE", "one");
      program.consumer("A.QUEUE").setMessageListener(this::hear);
      assertThat(heard.poll(20, SECONDS)).isEqualTo("one");
      sender.send("A.QUEUE", "two");
      sender.send("A.QUEUE", "three");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("two");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("three");
    }
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aListenerMayRollBackUntilTheClientMovesTheMessage() throws Exception {
    try (JmsProgram sender = JmsProgram.automatic(qm);
        JmsProgram program = JmsProgram.transacted(qm)) {
      List<Integer> counts = new ArrayList<>();
      program
          .consumer("A.QUEUE")
          .setMessageListener(
              message -> {
                try {
                  counts.add(message.getIntProperty("JMSXDeliveryCount"));
                  if (((TextMessage) message).getText().equals("poison")) {
                    program.session.rollback();
                  } else {
                    program.session.commit();
                    hear(message);
                  }
                } catch (JMSException e) {
                  heard.add(e.toString());
                }
              });
      sender.send("A.QUEUE", "poison");
      sender.send("A.QUEUE", "good");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("good");
      assertThat(counts).containsExactly(1, 2, 1);
    }
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
    assertThat(qm.queue("B.QUEUE").messages()).hasSize(1);
  }

  @Test
  void aStoppedConnectionHearsNothing() throws Exception {
    try (JmsProgram sender = JmsProgram.automatic(qm);
        JmsProgram program = JmsProgram.automatic(qm)) {
      program.consumer("A.QUEUE").setMessageListener(this::hear);
      sender.send("A.QUEUE", "one");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("one");
      program.connection.stop();
      sender.send("A.QUEUE", "two");
      assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
      program.connection.start();
      assertThat(heard.poll(20, SECONDS)).isEqualTo("two");
    }
  }

  @Test
  void aLongMessageComesInSegments() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm);
        JmsProgram sender = JmsProgram.automatic(qm)) {
      BlockingQueue<Long> lengths = new LinkedBlockingQueue<>();
      program
          .consumer("A.QUEUE")
          .setMessageListener(
              message ->
                  BaseProgram.unchecked(
                      () -> lengths.add(((BytesMessage) message).getBodyLength())));
      BytesMessage message = sender.session.createBytesMessage();
      message.writeBytes(new byte[200_000]);
      sender.session.createProducer(sender.queue("A.QUEUE")).send(message);
      assertThat(lengths.poll(20, SECONDS)).isEqualTo(200_000L);
    }
  }

  @Test
  void aListenerHearsOnlyWhatItSelects() throws Exception {
    try (JmsProgram sender = JmsProgram.automatic(qm);
        JmsProgram program = JmsProgram.automatic(qm)) {
      String selector = "JMSCorrelationID = 'mine'";
      program
          .session
          .createConsumer(program.queue("A.QUEUE"), selector)
          .setMessageListener(this::hear);
      for (String correlation : List.of("yours", "mine", "theirs")) {
        Message message = sender.session.createTextMessage("for " + correlation);
        message.setJMSCorrelationID(correlation);
        sender.session.createProducer(sender.queue("A.QUEUE")).send(message);
      }
      assertThat(heard.poll(20, SECONDS)).isEqualTo("for mine");
    }
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(2);
  }

  @Test
  void severalSessionsListenSideBySide() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      CountDownLatch bothAreIn = new CountDownLatch(2);
      for (int n = 0; n < 2; n++) {
        Session session = program.connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue("A.QUEUE"));
        consumer.setMessageListener(
            message ->
                BaseProgram.unchecked(
                    () -> {
                      bothAreIn.countDown();
                      bothAreIn.await(20, SECONDS);
                      session.commit();
                      return heard.add("done");
                    }));
      }
      try (JmsProgram sender = JmsProgram.automatic(qm)) {
        sender.send("A.QUEUE", "one");
        sender.send("A.QUEUE", "two");
      }
      assertThat(bothAreIn.await(20, SECONDS)).isTrue();
      assertThat(heard.poll(20, SECONDS)).isEqualTo("done");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("done");
    }
  }

  @Test
  void aMessageWhoseConnectionIsLostBeforeTheCommitComesAgain() throws Exception {
    BlockingQueue<JMSException> trouble = new LinkedBlockingQueue<>();
    JmsProgram program = JmsProgram.transacted(qm);
    program.connection.setExceptionListener(trouble::add);
    Trouble lost = qm.troubles().at(Call.DELIVER).onQueue("A.QUEUE").cut(Cut.AFTER);
    program.consumer("A.QUEUE").setMessageListener(message -> {});
    qm.queue("A.QUEUE").put(new byte[10]);
    assertThat(lost.awaitStruck(1, Duration.ofSeconds(20))).isTrue();
    assertThat(trouble.poll(20, SECONDS)).isNotNull();
    try (JmsProgram next = JmsProgram.transacted(qm)) {
      Message again = next.consumer("A.QUEUE").receive(JmsProgram.LONG);
      assertThat(again.getJMSRedelivered()).isTrue();
    }
  }
}
