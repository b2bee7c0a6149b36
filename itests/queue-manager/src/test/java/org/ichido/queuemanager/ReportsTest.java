package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.getOptions;
import static org.ichido.queuemanager.BaseProgram.putOptions;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import com.ibm.msg.client.wmq.WMQConstants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.testkit.clock.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("reports")
@ExtendWith(SuiteEvidence.class)
class ReportsTest {
  private static final int ALL = CMQC.MQRO_COA | CMQC.MQRO_COD | CMQC.MQRO_EXPIRATION;

  private final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-22T03:00:00Z"));
  private QueueManager qm;
  private BaseProgram program;
  private MQQueue queue;

  @BeforeEach
  void connect() throws Exception {
    qm = QueueManager.named("QM1").queue("A.QUEUE").queue("A.REPLY").clock(clock).start();
    program = BaseProgram.connect(qm);
    queue = program.open("A.QUEUE");
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    program.close();
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private static MQMessage request(int report) throws Exception {
    MQMessage request = BaseProgram.text("a request");
    request.report = report;
    request.replyToQueueName = "A.REPLY";
    request.correlationId = "its correlation........".getBytes(UTF_8);
    return request;
  }

  private List<Integer> feedback() {
    return qm.queue("A.REPLY").messages().stream().map(m -> m.get(NumberField.FEEDBACK)).toList();
  }

  @Test
  void arrivalAndDeliveryAreReportedWhenTheUnitIsCommitted() throws Exception {
    MQMessage request = request(ALL);
    queue.put(request, putOptions(CMQC.MQPMO_SYNCPOINT));
    assertThat(feedback()).isEmpty();
    program.connection.commit();
    assertThat(feedback()).containsExactly(CMQC.MQFB_COA);
    queue.get(new MQMessage(), getOptions(CMQC.MQGMO_SYNCPOINT));
    program.connection.backout();
    assertThat(feedback()).containsExactly(CMQC.MQFB_COA);
    queue.get(new MQMessage(), getOptions(CMQC.MQGMO_SYNCPOINT));
    program.connection.commit();
    assertThat(feedback()).containsExactly(CMQC.MQFB_COA, CMQC.MQFB_COD);
    TestMessage report = qm.queue("A.REPLY").messages().get(1);
    assertThat(report.get(NumberField.TYPE)).isEqualTo(CMQC.MQMT_REPORT);
    assertThat(report.get(IdField.CORRELATION)).isEqualTo(request.messageId);
    assertThat(report.get(IdField.MESSAGE)).isNotEqualTo(request.messageId);
    assertThat(report.data()).isEmpty();
  }

  @Test
  void theyAreReportedAtOnceWithoutAUnit() throws Exception {
    queue.put(request(ALL), putOptions(CMQC.MQPMO_NO_SYNCPOINT));
    queue.get(new MQMessage(), getOptions(CMQC.MQGMO_BROWSE_FIRST));
    assertThat(feedback()).containsExactly(CMQC.MQFB_COA);
    queue.get(new MQMessage(), getOptions(CMQC.MQGMO_NO_SYNCPOINT));
    assertThat(feedback()).containsExactly(CMQC.MQFB_COA, CMQC.MQFB_COD);
  }

  @Test
  void whatExpiresIsReportedWithTheIdsAndDataThatWereAskedFor() throws Exception {
    MQMessage request =
        request(
            CMQC.MQRO_EXPIRATION_WITH_FULL_DATA | CMQC.MQRO_PASS_MSG_ID | CMQC.MQRO_PASS_CORREL_ID);
    request.expiry = 10;
    queue.put(request);
    clock.advance(Duration.ofSeconds(2));
    assertThat(qm.queue("A.QUEUE").depth()).isZero();
    assertThat(feedback()).containsExactly(CMQC.MQFB_EXPIRATION);
    TestMessage report = qm.queue("A.REPLY").messages().get(0);
    assertThat(report.get(IdField.MESSAGE)).isEqualTo(request.messageId);
    assertThat(report.get(IdField.CORRELATION)).startsWith("its correlation".getBytes(UTF_8));
    assertThat(report.text(UTF_8)).isEqualTo("a request");
  }

  @Test
  void nothingIsReportedThatWasNotAskedForOrHasNowhereToGo() throws Exception {
    queue.put(request(CMQC.MQRO_NONE));
    queue.get(new MQMessage());
    MQMessage lost = request(ALL);
    lost.replyToQueueName = "NO.QUEUE";
    queue.put(lost);
    MQMessage far = request(ALL);
    far.replyToQueueManagerName = "QM2";
    queue.put(far);
    queue.get(new MQMessage());
    queue.get(new MQMessage());
    assertThat(qm.queue("A.REPLY").messages()).isEmpty();
  }

  @Test
  void aProgramWithJmsAloneGetsThemToo() throws Exception {
    try (JmsProgram jms = JmsProgram.automatic(qm)) {
      TextMessage request = jms.session.createTextMessage("a request");
      request.setIntProperty(WMQConstants.JMS_IBM_REPORT_COD, CMQC.MQRO_COD);
      request.setJMSReplyTo(jms.queue("A.REPLY"));
      jms.session.createProducer(jms.queue("A.QUEUE")).send(request);
      assertThat(JmsProgram.receive(jms.consumer("A.QUEUE"), JmsProgram.LONG))
          .isEqualTo("a request");
      Message report = jms.consumer("A.REPLY").receive(JmsProgram.LONG);
      assertThat(report.getIntProperty(WMQConstants.JMS_IBM_FEEDBACK)).isEqualTo(260);
      assertThat(report.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
    }
  }
}
