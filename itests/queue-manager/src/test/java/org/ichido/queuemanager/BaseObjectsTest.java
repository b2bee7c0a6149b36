package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;
import static org.ichido.queuemanager.queues.QueueAttribute.BOTHRESH;
import static org.ichido.queuemanager.queues.QueueAttribute.DEFPRTY;
import static org.ichido.queuemanager.queues.QueueAttribute.DEFPSIST;
import static org.ichido.queuemanager.queues.QueueAttribute.MAXDEPTH;
import static org.ichido.queuemanager.queues.QueueAttribute.MAXMSGL;
import static org.ichido.queuemanager.queues.QueueAttribute.MSGDLVSQ;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.queues.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("base classes, objects")
@ExtendWith(SuiteEvidence.class)
class BaseObjectsTest {
  private QueueManager qm;
  private BaseProgram program;

  @BeforeEach
  void connect() throws Exception {
    qm = QueueManager.named("QM1").queue("A.QUEUE").start();
    program = BaseProgram.connect(qm);
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    program.close();
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  @Test
  void anInquiryTellsWhatIsDefinedAndWhatIsThere() throws Exception {
    qm.define(
        QueueDefinition.local("B.QUEUE")
            .with(MAXDEPTH, 12)
            .with(BOTHRESH, 3)
            .with(MAXMSGL, 1000)
            .withBackoutQueue("A.QUEUE"));
    MQQueue queue = program.open("B.QUEUE");
    queue.put(text("one"));
    assertThat(queue.getCurrentDepth()).isEqualTo(1);
    assertThat(queue.getMaximumDepth()).isEqualTo(12);
    assertThat(queue.getMaximumMessageLength()).isEqualTo(1000);
    assertThat(queue.getOpenInputCount()).isEqualTo(1);
    assertThat(queue.getOpenOutputCount()).isEqualTo(1);
    assertThat(queue.getInhibitGet()).isEqualTo(CMQC.MQQA_GET_ALLOWED);
    int[] numbers = new int[1];
    byte[] texts = new byte[48];
    queue.inquire(
        new int[] {CMQC.MQIA_BACKOUT_THRESHOLD, CMQC.MQCA_BACKOUT_REQ_Q_NAME}, numbers, texts);
    assertThat(numbers).containsExactly(3);
    assertThat(new String(texts, UTF_8).trim()).isEqualTo("A.QUEUE");
  }

  @Test
  void aPutWithoutAnOpenArrives() throws Exception {
    program.connection.put("A.QUEUE", text("put1"));
    assertThat(qm.queue("A.QUEUE").messages().get(0).text(UTF_8)).isEqualTo("put1");
  }

  @Test
  void aDynamicQueueLivesAsLongAsItsHandle() throws Exception {
    MQQueue queue =
        program.connection.accessQueue(
            "SYSTEM.DEFAULT.MODEL.QUEUE", BaseProgram.BOTH, "", "REPLY.*", "");
    String name = queue.getName().trim();
    assertThat(name).startsWith("REPLY.").hasSize(22);
    program.open(name, BaseProgram.OUTPUT).put(text("answer"));
    assertThat(get(queue)).isEqualTo("answer");
    queue.close();
    assertThat(qm.queueNames()).containsExactly("A.QUEUE");
  }

  @Test
  void aQueueThatOneHasAloneIsInUseForOthers() throws Exception {
    MQQueue alone = program.open("A.QUEUE", CMQC.MQOO_INPUT_EXCLUSIVE);
    try (BaseProgram other = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> other.open("A.QUEUE"))).isEqualTo(2042);
      alone.close();
      other.open("A.QUEUE");
    }
  }

  @Test
  void severalConnectionsShareASocket() throws Exception {
    try (BaseProgram second = BaseProgram.connect(qm);
        BaseProgram third = BaseProgram.connect(qm)) {
      assertThat(qm.users()).hasSize(3);
      assertThat(qm.sockets()).isEqualTo(1);
      second.open("A.QUEUE").put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
      third.connection.commit();
      assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.PUT_UNCOMMITTED);
    }
  }

  @Test
  void whatThePutLeavesOpenTheQueueDecides() throws Exception {
    QueueDefinition own =
        QueueDefinition.local("ITS.OWN").with(DEFPSIST, 1).with(DEFPRTY, 7).with(MSGDLVSQ, 1);
    qm.define(own);
    MQMessage asQueue = text("as the queue says");
    asQueue.persistence = CMQC.MQPER_PERSISTENCE_AS_Q_DEF;
    asQueue.priority = CMQC.MQPRI_PRIORITY_AS_Q_DEF;
    MQMessage higher = text("higher, but later");
    higher.priority = 9;
    MQQueue queue = program.open("ITS.OWN");
    queue.put(asQueue);
    queue.put(higher);
    MQMessage got = new MQMessage();
    queue.get(got);
    assertThat(got.persistence).isEqualTo(CMQC.MQPER_PERSISTENT);
    assertThat(got.priority).isEqualTo(7);
  }

  @Test
  void higherPrioritiesAreFirst() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    for (int priority : new int[] {1, 9, 1, 5}) {
      MQMessage message = text("priority " + priority);
      message.priority = priority;
      queue.put(message);
    }
    assertThat(get(queue)).isEqualTo("priority 9");
    assertThat(get(queue)).isEqualTo("priority 5");
    assertThat(get(queue)).isEqualTo("priority 1");
  }
}
