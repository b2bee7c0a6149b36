package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.getOptions;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;
import static org.ichido.queuemanager.BaseProgram.unchecked;
import static org.ichido.queuemanager.BaseProgram.waiting;

import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.ichido.queuemanager.queues.State;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("base classes, messages")
@ExtendWith(SuiteEvidence.class)
class BaseClassesTest {
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
  void whatIsPutIsGot() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("一度"));
    assertThat(qm.queue("A.QUEUE").messages().get(0).text(UTF_8)).isEqualTo("一度");
    assertThat(get(queue)).isEqualTo("一度");
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aPutIsSeenByNobodyUntilItIsCommitted() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
    assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.PUT_UNCOMMITTED);
    program.connection.commit();
    assertThat(get(queue)).isEqualTo("one");
  }

  @Test
  void aLongMessageGoesInSegments() throws Exception {
    byte[] data = new byte[3_000_000];
    new Random(1).nextBytes(data);
    MQQueue queue = program.open("A.QUEUE");
    MQMessage message = new MQMessage();
    message.write(data);
    queue.put(message);
    MQMessage got = new MQMessage();
    queue.get(got, getOptions(CMQC.MQGMO_SYNCPOINT));
    byte[] read = new byte[got.getDataLength()];
    got.readFully(read);
    assertThat(read).isEqualTo(data);
    program.connection.backout();
    assertThat(qm.queue("A.QUEUE").messages().get(0).data()).isEqualTo(data);
  }

  @Test
  void aBackedOutPutWasNeverThere() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
    assertThat(reasonOf(() -> get(queue))).isEqualTo(2033);
    program.connection.backout();
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aBackedOutGetComesBackInItsPlaceAndIsCounted() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"));
    queue.put(text("two"));
    assertThat(get(queue, getOptions(CMQC.MQGMO_SYNCPOINT))).isEqualTo("one");
    assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.GOT_UNCOMMITTED);
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
    program.connection.backout();
    MQMessage again = new MQMessage();
    queue.get(again, getOptions(CMQC.MQGMO_SYNCPOINT));
    assertThat(again.readStringOfByteLength(3)).isEqualTo("one");
    assertThat(again.backoutCount).isEqualTo(1);
    program.connection.commit();
    assertThat(get(queue)).isEqualTo("two");
  }

  @Test
  void aGetSeesNothingThatAnotherHolds() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"));
    queue.put(text("two"));
    try (BaseProgram other = BaseProgram.connect(qm)) {
      get(other.open("A.QUEUE"), getOptions(CMQC.MQGMO_SYNCPOINT));
      assertThat(get(queue)).isEqualTo("two");
      assertThat(reasonOf(() -> get(queue))).isEqualTo(2033);
      other.connection.backout();
      assertThat(get(queue)).isEqualTo("one");
    }
  }

  @Test
  void disconnectingCommits() throws Exception {
    try (BaseProgram other = BaseProgram.connect(qm)) {
      other.open("A.QUEUE").put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
    }
    assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.COMMITTED);
  }

  @Test
  void aGetWaitsForWhatIsPutLater() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    Trouble soon = qm.troubles().at(Call.GET).delay(Duration.ZERO);
    CompletableFuture<String> got =
        CompletableFuture.supplyAsync(() -> unchecked(() -> get(queue, waiting(0, 20_000))));
    assertThat(soon.awaitStruck(1, Duration.ofSeconds(10))).isTrue();
    qm.queue("A.QUEUE").put("late".getBytes(UTF_8));
    assertThat(got.get(20, SECONDS)).isEqualTo("late");
  }

  @Test
  void aWaitEndsWithNothing() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    assertThat(reasonOf(() -> get(queue, waiting(0, 50)))).isEqualTo(2033);
  }

  @Test
  void aMessageIsFoundByItsIds() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    for (int n = 1; n <= 3; n++) {
      MQMessage message = text("number " + n);
      message.messageId = id("message " + n);
      message.correlationId = id("correlation " + n);
      queue.put(message);
    }
    MQMessage second = new MQMessage();
    second.correlationId = id("correlation 2");
    queue.get(second, matching(CMQC.MQMO_MATCH_CORREL_ID));
    assertThat(second.readStringOfByteLength(8)).isEqualTo("number 2");
    MQMessage third = new MQMessage();
    third.messageId = id("message 3");
    queue.get(third, matching(CMQC.MQMO_MATCH_MSG_ID));
    assertThat(third.correlationId).isEqualTo(id("correlation 3"));
    MQMessage mixed = new MQMessage();
    mixed.messageId = id("message 1");
    mixed.correlationId = id("correlation 3");
    int both = CMQC.MQMO_MATCH_MSG_ID | CMQC.MQMO_MATCH_CORREL_ID;
    assertThat(reasonOf(() -> queue.get(mixed, matching(both)))).isEqualTo(2033);
  }

  @Test
  void aBrowseLeavesAllAndAGetTakesWhatIsUnderTheCursor() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"));
    queue.put(text("two"));
    assertThat(get(queue, getOptions(CMQC.MQGMO_BROWSE_FIRST))).isEqualTo("one");
    assertThat(get(queue, getOptions(CMQC.MQGMO_BROWSE_NEXT))).isEqualTo("two");
    assertThat(reasonOf(() -> get(queue, getOptions(CMQC.MQGMO_BROWSE_NEXT)))).isEqualTo(2033);
    assertThat(get(queue, getOptions(CMQC.MQGMO_BROWSE_MSG_UNDER_CURSOR))).isEqualTo("two");
    assertThat(get(queue, getOptions(CMQC.MQGMO_MSG_UNDER_CURSOR))).isEqualTo("two");
    assertThat(reasonOf(() -> get(queue, getOptions(CMQC.MQGMO_MSG_UNDER_CURSOR)))).isEqualTo(2034);
    assertThat(get(queue)).isEqualTo("one");
  }

  @Test
  void aShortBufferLeavesTheMessageUnlessItMayBeCut() throws Exception {
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("0123456789"));
    MQMessage cut = new MQMessage();
    assertThat(reasonOf(() -> queue.get(cut, getOptions(CMQC.MQGMO_NO_SYNCPOINT), 4)))
        .isEqualTo(2080);
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
    MQGetMessageOptions accept = getOptions(CMQC.MQGMO_ACCEPT_TRUNCATED_MSG);
    MQMessage accepted = new MQMessage();
    assertThat(reasonOf(() -> queue.get(accepted, accept, 4))).isEqualTo(2079);
    assertThat(accepted.readStringOfByteLength(4)).isEqualTo("0123");
    assertThat(qm.queue("A.QUEUE").depth()).isZero();
  }

  private static byte[] id(String text) {
    return Arrays.copyOf(text.getBytes(UTF_8), 24);
  }

  private static MQGetMessageOptions matching(int match) {
    MQGetMessageOptions options = getOptions(CMQC.MQGMO_NO_SYNCPOINT);
    options.matchOptions = match;
    return options;
  }
}
