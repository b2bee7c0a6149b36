package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.JmsProgram.LONG;
import static org.ichido.queuemanager.JmsProgram.reasonOf;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jms.JMSConsumer;
import javax.jms.JMSContext;
import javax.jms.Queue;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.wire.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("JMS 2.0, contexts")
@ExtendWith(SuiteEvidence.class)
class JmsContextTest {
  private QueueManager qm;
  private JMSContext context;
  private Queue queue;

  @BeforeEach
  void start() throws Exception {
    qm = QueueManager.named("QM1").queue("A.QUEUE").start();
    context = JmsProgram.factory(qm).createContext(JMSContext.SESSION_TRANSACTED);
    queue = context.createQueue("queue:///A.QUEUE");
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    context.close();
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  @Test
  void aContextSendsWithoutWaitingForAnswersAndReceives() {
    for (int n = 1; n <= 20; n++) {
      context.createProducer().setProperty("n", n).send(queue, "number " + n);
    }
    context.commit();
    JMSConsumer consumer = context.createConsumer(queue);
    for (int n = 1; n <= 20; n++) {
      assertThat(consumer.receiveBody(String.class, LONG)).isEqualTo("number " + n);
    }
    context.commit();
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void whatWasNotCommittedIsRolledBack() {
    context.createProducer().send(queue, "one");
    context.rollback();
    context.createProducer().send(queue, "two");
    context.commit();
    JMSConsumer consumer = context.createConsumer(queue);
    assertThat(consumer.receiveBody(String.class, LONG)).isEqualTo("two");
    context.rollback();
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
  }

  @Test
  void aSendThatFailedUnseenFailsTheCommit() throws Exception {
    qm.queue("A.QUEUE").set(QueueAttribute.MAXDEPTH, 2);
    for (int n = 1; n <= 3; n++) {
      context.createProducer().send(queue, "number " + n);
    }
    assertThat(reasonOf(context::commit)).isEqualTo(2053);
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void troubleAlsoStrikesWhereNobodyWaitsForAnAnswer() throws Exception {
    qm.troubles().at(Call.PUT1).nth(2).refuse(Reason.PUT_INHIBITED);
    context.createProducer().send(queue, "one");
    context.createProducer().send(queue, "two");
    assertThat(reasonOf(context::commit)).isEqualTo(2051);
    context.createProducer().send(queue, "three");
    context.commit();
    assertThat(qm.queue("A.QUEUE").messages()).hasSize(1);
  }

  @Test
  void aSecondContextListens() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (JMSContext second = context.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      second
          .createConsumer(queue)
          .setMessageListener(
              message -> heard.add(BaseProgram.unchecked(() -> message.getBody(String.class))));
      context.createProducer().send(queue, "one");
      context.commit();
      assertThat(heard.poll(20, SECONDS)).isEqualTo("one");
    }
  }

  @Test
  void aSharedContextBrowses() throws Exception {
    context.createProducer().send(queue, "one");
    context.commit();
    assertThat(context.createBrowser(queue).getEnumeration().hasMoreElements()).isTrue();
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
  }
}
