package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.getOptions;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQPutMessageOptions;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import javax.jms.BytesMessage;
import javax.jms.Message;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.ichido.testkit.clock.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("message descriptor")
@ExtendWith(SuiteEvidence.class)
class MessagesAreKeptTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:34:56.780Z");

  private final DrivenClock clock = new DrivenClock(NOON);
  private QueueManager qm;
  private BaseProgram program;
  private MQQueue queue;

  @BeforeEach
  void connect() throws Exception {
    qm = QueueManager.named("QM1").queue("A.QUEUE").clock(clock).start();
    program =
        BaseProgram.connect(qm.port(), "QM1", Map.of(CMQC.APPNAME_PROPERTY, "a program's name"));
    queue = program.open("A.QUEUE", BaseProgram.BOTH | CMQC.MQOO_SET_ALL_CONTEXT);
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    program.close();
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private MQMessage roundTrip(MQMessage message) throws Exception {
    queue.put(message);
    MQMessage got = new MQMessage();
    queue.get(got, getOptions(CMQC.MQGMO_NO_SYNCPOINT));
    return got;
  }

  @Test
  void dataCcsidEncodingAndFormatAreKeptAsPut() throws Exception {
    MQMessage message = new MQMessage();
    message.characterSet = 939;
    message.encoding = 785;
    message.format = "ICHIDO";
    message.write("ワンタイム".getBytes(Charset.forName("x-IBM939")));
    MQMessage got = roundTrip(message);
    assertThat(got.characterSet).isEqualTo(939);
    assertThat(got.encoding).isEqualTo(785);
    assertThat(got.format).isEqualTo("ICHIDO  ");
    byte[] data = new byte[got.getDataLength()];
    got.readFully(data);
    assertThat(new String(data, Charset.forName("x-IBM939"))).isEqualTo("ワンタイム");
  }

  @Test
  void aRequestKeepsItsTypeReportsAndReplyQueue() throws Exception {
    MQMessage request = text("request");
    request.messageType = CMQC.MQMT_REQUEST;
    request.report = CMQC.MQRO_PASS_CORREL_ID | CMQC.MQRO_COD | CMQC.MQRO_EXPIRATION;
    request.replyToQueueName = "HOST.REPLY";
    request.feedback = CMQC.MQFB_NONE;
    request.correlationId = Arrays.copyOf("correlation".getBytes(UTF_8), 24);
    MQMessage got = roundTrip(request);
    assertThat(got.messageType).isEqualTo(CMQC.MQMT_REQUEST);
    assertThat(got.report).isEqualTo(request.report);
    assertThat(got.replyToQueueName.trim()).isEqualTo("HOST.REPLY");
    assertThat(got.replyToQueueManagerName.trim()).isEqualTo("QM1");
    assertThat(got.correlationId).isEqualTo(request.correlationId);
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void groupSequenceAndOffsetAreKept() throws Exception {
    MQMessage message = text("part");
    message.setVersion(CMQC.MQMD_VERSION_2);
    message.groupId = Arrays.copyOf("group".getBytes(UTF_8), 24);
    message.messageSequenceNumber = 3;
    message.messageFlags = CMQC.MQMF_MSG_IN_GROUP;
    MQMessage got = new MQMessage();
    got.setVersion(CMQC.MQMD_VERSION_2);
    queue.put(message);
    queue.get(got, getOptions(CMQC.MQGMO_NO_SYNCPOINT));
    assertThat(got.groupId).isEqualTo(message.groupId);
    assertThat(got.messageSequenceNumber).isEqualTo(3);
    assertThat(got.messageFlags).isEqualTo(CMQC.MQMF_MSG_IN_GROUP);
  }

  @Test
  void aMessageGetsAnIdAndWhoPutItWhen() throws Exception {
    MQMessage first = text("one");
    MQMessage second = text("two");
    queue.put(first);
    queue.put(second, putOptions(CMQC.MQPMO_NEW_MSG_ID | CMQC.MQPMO_NEW_CORREL_ID));
    assertThat(first.messageId)
        .isNotEqualTo(second.messageId)
        .startsWith("AMQ QM1".getBytes(UTF_8));
    TestMessage seen = qm.queue("A.QUEUE").messages().get(0);
    assertThat(seen.get(IdField.MESSAGE)).isEqualTo(first.messageId);
    assertThat(seen.get(TextField.USER)).isEqualTo(System.getProperty("user.name"));
    assertThat(seen.get(TextField.APPLICATION_NAME)).isEqualTo("a program's name");
    assertThat(seen.get(NumberField.APPLICATION_TYPE)).isEqualTo(CMQC.MQAT_JAVA);
    MQMessage got = new MQMessage();
    queue.get(got);
    Calendar put = got.putDateTime;
    put.setTimeZone(TimeZone.getTimeZone("UTC"));
    assertThat(put.toInstant()).isEqualTo(NOON);
    assertThat(qm.queue("A.QUEUE").messages().get(0).get(IdField.CORRELATION))
        .isNotEqualTo(new byte[24]);
  }

  @Test
  void aProgramThatMaySetsTheContextItself() throws Exception {
    MQMessage message = text("from another");
    message.userId = "another";
    message.applicationIdData = "identity";
    message.putApplicationName = "another program";
    queue.put(message, putOptions(CMQC.MQPMO_SET_ALL_CONTEXT));
    TestMessage seen = qm.queue("A.QUEUE").messages().get(0);
    assertThat(seen.get(TextField.USER)).isEqualTo("another");
    assertThat(seen.get(TextField.IDENTITY_DATA)).isEqualTo("identity");
    assertThat(seen.get(TextField.APPLICATION_NAME)).isEqualTo("another program");
    assertThat(
            reasonOf(
                () ->
                    program
                        .open("A.QUEUE", BaseProgram.OUTPUT)
                        .put(text("x"), putOptions(CMQC.MQPMO_SET_ALL_CONTEXT))))
        .isEqualTo(2095);
  }

  @Test
  void contextIsPassedOnFromTheMessageThatWasGot() throws Exception {
    qm.define(QueueDefinition.local("B.QUEUE"));
    MQMessage original = text("original");
    original.userId = "requester";
    queue.put(original, putOptions(CMQC.MQPMO_SET_ALL_CONTEXT));
    MQQueue in = program.open("A.QUEUE", CMQC.MQOO_INPUT_SHARED | CMQC.MQOO_SAVE_ALL_CONTEXT);
    MQQueue out = program.open("B.QUEUE", CMQC.MQOO_OUTPUT | CMQC.MQOO_PASS_IDENTITY_CONTEXT);
    get(in);
    MQPutMessageOptions pass = putOptions(CMQC.MQPMO_PASS_IDENTITY_CONTEXT);
    pass.contextReference = in;
    out.put(text("passed on"), pass);
    TestMessage seen = qm.queue("B.QUEUE").messages().get(0);
    assertThat(seen.get(TextField.USER)).isEqualTo("requester");
    assertThat(seen.get(TextField.APPLICATION_NAME)).isEqualTo("a program's name");
  }

  @Test
  void whatExpiresIsGoneAndWhatDoesNotSaysHowLongItHas() throws Exception {
    MQMessage brief = text("brief");
    brief.expiry = 50;
    MQMessage longer = text("longer");
    longer.expiry = 100;
    queue.put(brief);
    queue.put(longer);
    clock.advance(Duration.ofSeconds(4));
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(1));
    MQMessage got = new MQMessage();
    queue.get(got);
    assertThat(got.readStringOfByteLength(6)).isEqualTo("longer");
    assertThat(got.expiry).isEqualTo(50);
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aMessageInAUnitOfWorkExpiresOnlyWhenItIsBack() throws Exception {
    MQMessage brief = text("brief");
    brief.expiry = 50;
    queue.put(brief);
    get(queue, getOptions(CMQC.MQGMO_SYNCPOINT));
    clock.advance(Duration.ofSeconds(60));
    assertThat(qm.queue("A.QUEUE").messages()).hasSize(1);
    program.connection.backout();
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void onlyWhatIsPersistentOutlivesTheQueueManager() throws Exception {
    MQMessage persistent = text("persistent");
    persistent.persistence = CMQC.MQPER_PERSISTENT;
    MQMessage not = text("not");
    not.persistence = CMQC.MQPER_NOT_PERSISTENT;
    queue.put(not);
    queue.put(persistent);
    queue.put(text("uncommitted"), putOptions(CMQC.MQPMO_SYNCPOINT));
    qm.end();
    assertThat(reasonOf(() -> get(queue))).isEqualTo(2009);
    qm.resume();
    assertThat(qm.queue("A.QUEUE").messages()).hasSize(1);
    program = BaseProgram.connect(qm);
    assertThat(get(program.open("A.QUEUE"))).isEqualTo("persistent");
  }

  @Test
  void aRecordOfAHostReachesJmsAsItWasPut() throws Exception {
    MQMessage record = new MQMessage();
    record.characterSet = 930;
    record.messageType = CMQC.MQMT_REQUEST;
    record.replyToQueueName = "A.QUEUE";
    record.write(new byte[] {(byte) 0xC9, (byte) 0xC3, (byte) 0xC8, (byte) 0xC9});
    queue.put(record);
    try (JmsProgram jms = JmsProgram.automatic(qm)) {
      Message got = jms.consumer("A.QUEUE").receive(JmsProgram.LONG);
      assertThat(((BytesMessage) got).getBodyLength()).isEqualTo(4);
      assertThat(got.getIntProperty("JMS_IBM_MsgType")).isEqualTo(CMQC.MQMT_REQUEST);
      assertThat(got.getStringProperty("JMSXUserID").trim())
          .isEqualTo(System.getProperty("user.name"));
      assertThat(got.getJMSReplyTo().toString()).contains("QM1/A.QUEUE");
    }
  }
}
