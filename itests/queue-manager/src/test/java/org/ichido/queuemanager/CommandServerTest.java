package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.mq.constants.CMQC;
import com.ibm.mq.constants.CMQCFC;
import com.ibm.mq.headers.pcf.PCFException;
import com.ibm.mq.headers.pcf.PCFMessage;
import com.ibm.mq.headers.pcf.PCFMessageAgent;
import com.ibm.msg.client.wmq.WMQConstants;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.jms.BytesMessage;
import javax.jms.MessageConsumer;
import javax.jms.Queue;
import javax.jms.TemporaryQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("command server")
@ExtendWith(SuiteEvidence.class)
class CommandServerTest {
  private static final String QUEUES =
      """
      DEFINE QLOCAL(A.REQUEST) BOTHRESH(400) BOQNAME(A.BACKOUT) HARDENBO MAXDEPTH(7) MAXMSGL(1000)
      DEFINE QLOCAL(A.BACKOUT)
      DEFINE QLOCAL(B.HIDDEN)
      DEFINE CHANNEL(A.CHANNEL) CHLTYPE(SVRCONN) MCAUSER('ichido')
      SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('ichido') AUTHADD(CONNECT,INQ,DSP)
      SET AUTHREC PROFILE('A.**') OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(DSP,PUT)
      SET AUTHREC PROFILE(SYSTEM.ADMIN.COMMAND.QUEUE) OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(PUT,INQ)
      SET AUTHREC PROFILE(SYSTEM.DEFAULT.MODEL.QUEUE) OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(GET,PUT,INQ,DSP)
      """;

  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm = QueueManager.named("QM1").mqsc(QUEUES).start();
  }

  @AfterEach
  void end() throws Exception {
    qm.close();
  }

  private PCFMessage[] ask(PCFMessage command) throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      PCFMessageAgent agent = new PCFMessageAgent(program.connection);
      try {
        return agent.send(command);
      } finally {
        agent.disconnect();
      }
    }
  }

  private static PCFMessage inquire(String queue, int... attributes) {
    PCFMessage command = new PCFMessage(CMQCFC.MQCMD_INQUIRE_Q);
    command.addParameter(CMQC.MQCA_Q_NAME, queue);
    if (attributes.length > 0) {
      command.addParameter(CMQCFC.MQIACF_Q_ATTRS, attributes);
    }
    return command;
  }

  private int reasonOf(PCFMessage command) throws Exception {
    try {
      ask(command);
      return 0;
    } catch (PCFException e) {
      return e.getReason();
    }
  }

  @Test
  void theBackoutThresholdAndQueueAreAnswered() throws Exception {
    PCFMessage[] answers =
        ask(inquire("A.REQUEST", CMQC.MQIA_BACKOUT_THRESHOLD, CMQC.MQCA_BACKOUT_REQ_Q_NAME));
    assertThat(answers).hasSize(1);
    assertThat(answers[0].getStringParameterValue(CMQC.MQCA_Q_NAME).strip()).isEqualTo("A.REQUEST");
    assertThat(answers[0].getIntParameterValue(CMQC.MQIA_BACKOUT_THRESHOLD)).isEqualTo(400);
    assertThat(answers[0].getStringParameterValue(CMQC.MQCA_BACKOUT_REQ_Q_NAME).strip())
        .isEqualTo("A.BACKOUT");
    assertThat(answers[0].getParameterCount()).isEqualTo(4);
    assertThat(qm.surprises()).isEmpty();
  }

  @Test
  void allAttributesAreAnsweredWhereNoneIsNamed() throws Exception {
    qm.queue("A.REQUEST").put("one".getBytes(ISO_8859_1));
    PCFMessage answer = ask(inquire("A.REQUEST"))[0];
    assertThat(answer.getIntParameterValue(CMQC.MQIA_CURRENT_Q_DEPTH)).isEqualTo(1);
    assertThat(answer.getIntParameterValue(CMQC.MQIA_MAX_Q_DEPTH)).isEqualTo(7);
    assertThat(answer.getIntParameterValue(CMQC.MQIA_MAX_MSG_LENGTH)).isEqualTo(1000);
    assertThat(answer.getIntParameterValue(CMQC.MQIA_HARDEN_GET_BACKOUT)).isEqualTo(1);
    assertThat(answer.getIntParameterValue(CMQC.MQIA_Q_TYPE)).isEqualTo(CMQC.MQQT_LOCAL);
  }

  @Test
  void aGenericNameIsAnsweredWithAllThatTheUserMayDisplay() throws Exception {
    List<String> names =
        Arrays.stream(ask(inquire("*")))
            .map(answer -> String.valueOf(answer.getParameterValue(CMQC.MQCA_Q_NAME)).strip())
            .toList();
    assertThat(names).containsExactly("A.BACKOUT", "A.REQUEST");
  }

  @Test
  void anUnknownQueueIs2085AndAHiddenOneIs2035() throws Exception {
    assertThat(reasonOf(inquire("A.MISSING"))).isEqualTo(CMQC.MQRC_UNKNOWN_OBJECT_NAME);
    assertThat(reasonOf(inquire("B.HIDDEN"))).isEqualTo(CMQC.MQRC_NOT_AUTHORIZED);
    assertThat(qm.denied()).containsExactly("ichido has no [DSP] on B.HIDDEN");
  }

  @Test
  void whoMayNotPutCommandsIsToldSo() throws Exception {
    qm.close();
    String none = QUEUES + "SET AUTHREC PROFILE(SYSTEM.ADMIN.COMMAND.QUEUE) OBJTYPE(QUEUE) ";
    qm = QueueManager.named("QM1").mqsc(none + "PRINCIPAL('ichido') AUTHRMV(ALL)").start();
    assertThatThrownBy(() -> ask(inquire("A.REQUEST"))).hasMessageContaining("2035");
  }

  @Test
  void aCommandWithoutANameIsRefused() throws Exception {
    assertThat(reasonOf(new PCFMessage(CMQCFC.MQCMD_INQUIRE_Q)))
        .isEqualTo(CMQCFC.MQRCCF_PARM_MISSING);
    assertThat(reasonOf(new PCFMessage(CMQCFC.MQCMD_PING_Q_MGR))).isZero();
  }

  @Test
  void anUnknownCommandIsRefusedAndNoted() throws Exception {
    assertThat(reasonOf(new PCFMessage(CMQCFC.MQCMD_ESCAPE)))
        .isEqualTo(CMQCFC.MQRCCF_CFH_COMMAND_ERROR);
    assertThat(qm.surprises()).containsExactly("administration command 38");
  }

  /** As a program does that has JMS alone. */
  @Test
  void aBytesMessageOfJmsIsAnsweredToo() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      ByteBuffer data = ByteBuffer.allocate(36 + 32);
      data.putInt(1).putInt(36).putInt(1).putInt(CMQCFC.MQCMD_INQUIRE_Q).putInt(1).putInt(1);
      data.putInt(0).putInt(0).putInt(1);
      data.putInt(4).putInt(32).putInt(CMQC.MQCA_Q_NAME).putInt(819).putInt(9);
      data.put("A.REQUEST".getBytes(ISO_8859_1));
      ByteBuffer answer = ByteBuffer.wrap(ask(program, data.array()));
      assertThat(answer.getInt(12)).isEqualTo(CMQCFC.MQCMD_INQUIRE_Q);
      assertThat(answer.getInt(20)).isEqualTo(CMQCFC.MQCFC_LAST);
      assertThat(answer.getInt(28)).isZero();
      assertThat(new String(answer.array(), ISO_8859_1)).contains("A.BACKOUT");
    }
  }

  @Test
  void whatIsNoCommandIsAnsweredWithAReason() throws Exception {
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      byte[] half = new byte[20];
      assertThat(ByteBuffer.wrap(ask(program, half)).getInt(28))
          .isEqualTo(CMQCFC.MQRCCF_CFH_LENGTH_ERROR);
      byte[] broken = ByteBuffer.allocate(60).putInt(1).putInt(36).putInt(32, 3).array();
      assertThat(ByteBuffer.wrap(ask(program, broken)).getInt(28))
          .isEqualTo(CMQCFC.MQRCCF_CF_STRUC_ERROR);
    }
  }

  @Test
  void commandsWaitWhileTheServerIsStopped() throws Exception {
    qm.stopCommandServer();
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      TemporaryQueue replies = program.session.createTemporaryQueue();
      MessageConsumer consumer = program.session.createConsumer(replies);
      command(program, new byte[20], replies);
      assertThat(consumer.receiveNoWait()).isNull();
      assertThat(qm.queue("SYSTEM.ADMIN.COMMAND.QUEUE").depth()).isEqualTo(1);
      qm.startCommandServer();
      assertThat(consumer.receive(JmsProgram.LONG)).isNotNull();
    }
  }

  private static byte[] ask(JmsProgram program, byte[] data) throws Exception {
    TemporaryQueue replies = program.session.createTemporaryQueue();
    MessageConsumer consumer = program.session.createConsumer(replies);
    command(program, data, replies);
    BytesMessage answer = (BytesMessage) consumer.receive(JmsProgram.LONG);
    byte[] body = new byte[(int) answer.getBodyLength()];
    answer.readBytes(body);
    return body;
  }

  private static void command(JmsProgram program, byte[] data, Queue replies) throws Exception {
    BytesMessage command = program.session.createBytesMessage();
    command.writeBytes(data);
    command.setStringProperty(WMQConstants.JMS_IBM_FORMAT, "MQADMIN");
    command.setJMSReplyTo(replies);
    Queue queue = program.session.createQueue("queue:///SYSTEM.ADMIN.COMMAND.QUEUE?targetClient=1");
    program.session.createProducer(queue).send(command);
  }
}
