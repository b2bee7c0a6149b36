package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import com.ibm.mq.headers.MQXQH;
import java.util.Map;
import javax.jms.Queue;
import javax.jms.TextMessage;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("queues on another queue manager")
@ExtendWith(SuiteEvidence.class)
class RemoteQueuesTest {
  private static final String QUEUES =
      """
      DEFINE QLOCAL(QM2) USAGE(XMITQ)
      DEFINE QLOCAL(QM3)
      """;

  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm = QueueManager.named("QM1").mqsc(QUEUES).start();
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private MQMessage inTransit() throws Exception {
    try (BaseProgram mover = BaseProgram.connect(qm)) {
      MQMessage message = new MQMessage();
      mover.open("QM2").get(message);
      assertThat(message.format.strip()).isEqualTo(CMQC.MQFMT_XMIT_Q_HEADER.strip());
      return message;
    }
  }

  /** IBM's own class reads the header. */
  @Test
  void whatIsSentThereWaitsWithItsAddress() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      Queue far = program.session.createQueue("queue://QM2/B.QUEUE?targetClient=1");
      TextMessage message = program.session.createTextMessage("for the other one");
      message.setJMSCorrelationID("ID:" + "0".repeat(46) + "07");
      program.session.createProducer(far).send(message);
    }
    MQMessage waiting = inTransit();
    MQXQH header = new MQXQH(waiting, waiting.encoding, waiting.characterSet);
    assertThat(header.getRemoteQName().strip()).isEqualTo("B.QUEUE");
    assertThat(header.getRemoteQMgrName().strip()).isEqualTo("QM2");
    assertThat(header.getMsgDesc().getFormat().strip()).isEqualTo(CMQC.MQFMT_STRING.strip());
    assertThat(header.getMsgDesc().getCorrelId()[23]).isEqualTo((byte) 7);
    assertThat(header.getMsgDesc().getMsgId()).isNotEqualTo(waiting.messageId);
    assertThat(waiting.readStringOfByteLength(waiting.getDataLength()))
        .isEqualTo("for the other one");
  }

  @Test
  void aPutThatOpensAndAPutOnAHandleGoTheSameWay() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      program.connection.put("B.QUEUE", "QM2", text("one"));
      far(program, "QM2", BaseProgram.OUTPUT).put(text("two"));
      assertThat(qm.queue("QM2").depth()).isEqualTo(2);
      assertThat(new MQXQH(inTransit()).getRemoteQName().strip()).isEqualTo("B.QUEUE");
      assertThat(new MQXQH(inTransit()).getRemoteQMgrName().strip()).isEqualTo("QM2");
    }
  }

  @Test
  void aUnitThatIsBackedOutSendsNothing() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue far = far(program, "QM2", BaseProgram.OUTPUT);
      MQMessage message = text("one");
      far.put(message, putOptions(CMQC.MQPMO_SYNCPOINT));
      assertThat(qm.queue("QM2").messages().get(0).get(IdField.MESSAGE))
          .isNotEqualTo(message.messageId);
      program.connection.backout();
      assertThat(qm.queue("QM2").messages()).isEmpty();
    }
  }

  @Test
  void onlyATransmissionQueueLeadsThere() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> far(program, "QM9", BaseProgram.OUTPUT))).isEqualTo(2087);
      assertThat(reasonOf(() -> far(program, "QM3", BaseProgram.OUTPUT))).isEqualTo(2092);
      assertThat(reasonOf(() -> far(program, "QM2", BaseProgram.INPUT))).isEqualTo(2045);
      assertThat(reasonOf(() -> program.connection.put("B.QUEUE", "QM9", text("x"))))
          .isEqualTo(2087);
    }
    try (BaseProgram program = BaseProgram.connect(qm)) {
      program.connection.put("QM3", "QM1", text("our own name is here"));
      assertThat(qm.queue("QM3").depth()).isEqualTo(1);
    }
  }

  private static MQQueue far(BaseProgram program, String queueManager, int options)
      throws Exception {
    return program.connection.accessQueue("B.QUEUE", options, queueManager, null, null);
  }

  @Test
  void theRightToTheTransmissionQueueIsNeeded() throws Exception {
    qm.close();
    qm =
        QueueManager.named("QM1")
            .mqsc(QUEUES)
            .mqsc("DEFINE CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) MCAUSER('one')")
            .mqsc("DEFINE CHANNEL(B.CHANNEL) CHLTYPE(SVRCONN) MCAUSER('two')")
            .mqsc("SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('one') AUTHADD(CONNECT,INQ)")
            .mqsc("SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('two') AUTHADD(CONNECT,INQ)")
            .mqsc("SET AUTHREC PROFILE(QM2) OBJTYPE(QUEUE) PRINCIPAL('one') AUTHADD(PUT)")
            .start();
    Map<String, String> other = Map.of(CMQC.CHANNEL_PROPERTY, "B.CHANNEL");
    try (BaseProgram one = BaseProgram.connect(qm);
        BaseProgram two = BaseProgram.connect(qm.port(), "QM1", other)) {
      one.connection.put("B.QUEUE", "QM2", text("x"));
      assertThat(reasonOf(() -> two.connection.put("B.QUEUE", "QM2", text("x")))).isEqualTo(2035);
    }
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      Queue far = program.session.createQueue("queue://QM2/B.QUEUE");
      program.session.createProducer(far).send(program.session.createTextMessage("x"));
    }
    assertThat(qm.denied()).containsExactly("two has no [PUT] on QM2");
  }
}
