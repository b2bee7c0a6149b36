package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.JmsProgram.receive;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the client's own reconnecting, which Ichido does not need and a bank may switch on. */
@DisplayName("reconnecting clients")
@ExtendWith(SuiteEvidence.class)
class ReconnectTest {
  /** The client waits longer from try to try. */
  private static final long RECONNECTED = 90_000;

  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm = QueueManager.named("QM1").queue("A.QUEUE").start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private JmsProgram reconnecting(boolean transacted) throws JMSException {
    MQConnectionFactory factory = JmsProgram.factory(qm);
    factory.setClientReconnectOptions(WMQConstants.WMQ_CLIENT_RECONNECT);
    factory.setClientReconnectTimeout(90);
    return JmsProgram.start(factory.createConnection(), transacted);
  }

  @Test
  void aReceiverGoesOnAfterACut() throws Exception {
    try (JmsProgram program = reconnecting(true)) {
      MessageConsumer consumer = program.consumer("A.QUEUE");
      program.send("A.QUEUE", "one");
      program.session.commit();
      assertThat(receive(consumer, RECONNECTED)).isEqualTo("one");
      program.session.commit();
      qm.cutAllSockets();
      try (JmsProgram other = JmsProgram.automatic(qm)) {
        other.send("A.QUEUE", "two");
      }
      assertThat(receive(consumer, RECONNECTED)).isEqualTo("two");
      program.session.commit();
    }
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aUnitThatWasCutIsBackedOutAndTheProgramToldSo() throws Exception {
    try (JmsProgram program = reconnecting(true)) {
      program.send("A.QUEUE", "lost");
      qm.cutAllSockets();
      int reason = JmsProgram.reasonOf(program.session::commit);
      // Backed out, if the client has seen the cut; interrupted, if it meets it in the commit.
      assertThat(reason).isIn(2003, 2549);
      assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
      program.send("A.QUEUE", "kept");
      program.session.commit();
    }
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
  }
}
