package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.getOptions;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;
import static org.ichido.queuemanager.BaseProgram.unchecked;
import static org.ichido.queuemanager.BaseProgram.waiting;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.CipherSpec;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.queuemanager.wire.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("reason codes")
@ExtendWith(SuiteEvidence.class)
class ReasonCodesTest {
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

  private int reasonOfConnecting() throws Exception {
    return reasonOf(() -> BaseProgram.connect(qm).close());
  }

  @Test
  void aCommitThatIsBackedOutIs2003() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      program.open("A.QUEUE").put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
      qm.troubles().at(Call.COMMIT).refuse(Reason.BACKED_OUT);
      assertThat(reasonOf(program.connection::commit)).isEqualTo(2003);
      assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
    }
  }

  @Test
  void aSocketThatIsCutIs2009() throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    MQQueue queue = program.open("A.QUEUE");
    qm.troubles().at(Call.PUT).cut(Cut.BEFORE);
    assertThat(reasonOf(() -> queue.put(text("one")))).isEqualTo(2009);
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aSocketThatIsCutDuringAWaitIs2009() throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    MQQueue queue = program.open("A.QUEUE");
    assertThat(reasonOfAWaitDuring(queue, qm::cutAllSockets)).isEqualTo(2009);
  }

  @Test
  void aQueueThatAllowsNoGetsIs2016() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      assertThat(reasonOfAWaitDuring(queue, () -> qm.queue("A.QUEUE").inhibitGet(true)))
          .isEqualTo(2016);
      qm.queue("A.QUEUE").inhibitGet(false);
      assertThat(reasonOf(() -> get(queue))).isEqualTo(2033);
    }
  }

  @Test
  void aMessageTooLongForTheQueueIs2030() throws Exception {
    qm.queue("A.QUEUE").set(QueueAttribute.MAXMSGL, 5);
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      queue.put(text("12345"));
      assertThat(reasonOf(() -> queue.put(text("123456")))).isEqualTo(2030);
    }
  }

  @Test
  void aMessageTooLongForTheQueueManagerIs2031Or2010() throws Exception {
    qm.queue("A.QUEUE").set(QueueAttribute.MAXMSGL, 100_000_000);
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQMessage message = new MQMessage();
      message.write(new byte[4_194_305]);
      // The client itself holds to what was agreed about the channel.
      assertThat(reasonOf(() -> program.open("A.QUEUE").put(message))).isIn(2010, 2031);
    }
  }

  @Test
  void nothingThereIs2033() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> get(program.open("A.QUEUE")))).isEqualTo(2033);
    }
  }

  @Test
  void whatAUserMayNotDoIs2035() throws Exception {
    qm.troubles().at(Call.CONNECT).refuse(Reason.NOT_AUTHORIZED);
    assertThat(reasonOfConnecting()).isEqualTo(2035);
    qm.troubles().at(Call.OPEN).onQueue("A.QUEUE").refuse(Reason.NOT_AUTHORIZED);
    try (BaseProgram program = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> program.open("A.QUEUE"))).isEqualTo(2035);
    }
  }

  @Test
  void whatAHandleIsNotOpenForIsRefused() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue output = program.open("A.QUEUE", BaseProgram.OUTPUT);
      MQQueue input = program.open("A.QUEUE", BaseProgram.INPUT);
      assertThat(reasonOf(() -> get(output))).isEqualTo(2037);
      assertThat(reasonOf(() -> input.put(text("x")))).isEqualTo(2039);
      assertThat(reasonOf(() -> get(input, getOptions(CMQC.MQGMO_BROWSE_FIRST)))).isEqualTo(2036);
      assertThat(reasonOf(input::getCurrentDepth)).isEqualTo(2038);
    }
  }

  @Test
  void aQueueThatAllowsNoPutsIs2051() throws Exception {
    qm.queue("A.QUEUE").inhibitPut(true);
    try (BaseProgram program = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> program.open("A.QUEUE").put(text("one")))).isEqualTo(2051);
    }
  }

  @Test
  void aFullQueueIs2053() throws Exception {
    qm.queue("A.QUEUE").set(QueueAttribute.MAXDEPTH, 1);
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      queue.put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
      assertThat(reasonOf(() -> queue.put(text("two")))).isEqualTo(2053);
      program.connection.backout();
      queue.put(text("three"));
      assertThat(get(queue)).isEqualTo("three");
    }
  }

  @Test
  void anotherQueueManagersNameIs2058() throws Exception {
    assertThat(reasonOf(() -> BaseProgram.connect(qm.port(), "QM2", Map.of()))).isEqualTo(2058);
    BaseProgram.connect(qm.port(), "*ANY", Map.of()).close();
    BaseProgram.connect(qm.port(), "", Map.of()).close();
  }

  @Test
  void aQueueManagerThatHasEndedIs2059() throws Exception {
    qm.end();
    assertThat(reasonOfConnecting()).isEqualTo(2059);
    qm.resume();
    assertThat(reasonOfConnecting()).isZero();
  }

  @Test
  void anUnknownQueueIs2085() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      assertThat(reasonOf(() -> program.open("NO.QUEUE"))).isEqualTo(2085);
      assertThat(reasonOf(() -> program.connection.put("NO.QUEUE", text("x")))).isEqualTo(2085);
    }
    try (JmsProgram program = JmsProgram.automatic(qm)) {
      assertThat(JmsProgram.reasonOf(() -> program.send("NO.QUEUE", "x"))).isEqualTo(2085);
    }
  }

  @Test
  void aQueueManagerThatQuiescesIs2161() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE", BaseProgram.BOTH | CMQC.MQOO_FAIL_IF_QUIESCING);
      assertThat(reasonOfAWaitDuring(queue, qm::quiesce)).isEqualTo(2161);
      assertThat(reasonOf(() -> queue.put(text("x"), putOptions(CMQC.MQPMO_FAIL_IF_QUIESCING))))
          .isEqualTo(2161);
      queue.put(text("in time"));
      assertThat(reasonOfConnecting()).isEqualTo(2161);
      qm.resume();
      assertThat(get(queue)).isEqualTo("in time");
    }
  }

  @Test
  void aChannelThatNeedsTlsIs2397WithoutIt() throws Exception {
    CipherSpec any = new CipherSpec("ANY_TLS12_OR_HIGHER");
    try (QueueManager strict =
        QueueManager.named("QM1")
            .channel(ChannelDefinition.forClients("A.CHANNEL").withCipher(any))
            .start()) {
      assertThat(reasonOf(() -> BaseProgram.connect(strict))).isEqualTo(2397);
    }
  }

  @Test
  void aQueueManagerWithoutTlsIs2397ForAClientWithIt() throws Exception {
    Map<String, ?> tls = Map.of(CMQC.SSL_CIPHER_SUITE_PROPERTY, "*TLS12ORHIGHER");
    assertThat(reasonOf(() -> BaseProgram.connect(qm.port(), "QM1", tls))).isEqualTo(2397);
  }

  @Test
  void nobodyWhoListensIs2538() throws Exception {
    qm.stopListening();
    assertThat(reasonOfConnecting()).isEqualTo(2538);
    qm.startListening();
    assertThat(reasonOfConnecting()).isZero();
  }

  @Test
  void aChannelOfAnotherTypeIs2539AndAnUnknownOneIs2540() throws Exception {
    ChannelDefinition sender =
        new ChannelDefinition("A.SENDER", false, 10, 4194304, CipherSpec.NONE, true, "", "");
    try (QueueManager strict =
        QueueManager.named("QM1")
            .channel(ChannelDefinition.forClients("A.CHANNEL"))
            .channel(sender)
            .start()) {
      BaseProgram.connect(strict).close();
      assertThat(reasonOfChannel(strict, "A.SENDER")).isEqualTo(2539);
      assertThat(reasonOfChannel(strict, "NO.CHANNEL")).isEqualTo(2540);
    }
  }

  private static int reasonOfChannel(QueueManager strict, String channel) throws Exception {
    Map<String, String> named = Map.of(CMQC.CHANNEL_PROPERTY, channel);
    return reasonOf(() -> BaseProgram.connect(strict.port(), "QM1", named));
  }

  @ParameterizedTest
  @CsvSource({"2059", "2397", "2537", "2539", "2540"})
  void theStartOfAChannelCanBeRefused(int code) throws Exception {
    qm.troubles().at(Call.CHANNEL).refuse(new Reason(code));
    assertThat(reasonOfConnecting()).isEqualTo(code);
    assertThat(reasonOfConnecting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2035", "2058", "2059", "2161", "2162", "2071"})
  void aConnectCanBeRefused(int code) throws Exception {
    qm.troubles().at(Call.CONNECT).refuse(new Reason(code));
    assertThat(reasonOfConnecting()).isEqualTo(code);
    assertThat(reasonOfConnecting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2003", "2016", "2030", "2051", "2053", "2056", "2071", "2102", "2192", "2195"})
  void anyCallCanBeRefusedWithAnyReason(int code) throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      for (Call call : new Call[] {Call.PUT, Call.GET, Call.COMMIT, Call.BACK_OUT, Call.INQUIRE}) {
        Trouble trouble = qm.troubles().at(call).refuse(new Reason(code));
        assertThat(reasonOf(() -> doCall(call, program, queue))).isEqualTo(code);
        assertThat(trouble.struck()).isEqualTo(1);
      }
    }
  }

  private static void doCall(Call call, BaseProgram program, MQQueue queue) throws Exception {
    switch (call) {
      case PUT -> queue.put(text("x"));
      case GET -> get(queue);
      case COMMIT -> program.connection.commit();
      case BACK_OUT -> program.connection.backout();
      default -> queue.getCurrentDepth();
    }
  }

  /** The reason with which a get ends that waits while something happens. */
  private int reasonOfAWaitDuring(MQQueue queue, BaseProgram.Action happening) throws Exception {
    Trouble soon = qm.troubles().at(Call.GET).delay(Duration.ZERO);
    CompletableFuture<Integer> reason =
        CompletableFuture.supplyAsync(
            () ->
                unchecked(
                    () ->
                        reasonOf(() -> get(queue, waiting(CMQC.MQGMO_FAIL_IF_QUIESCING, 60_000)))));
    assertThat(soon.awaitStruck(1, Duration.ofSeconds(20))).isTrue();
    happening.run();
    return reason.get(20, SECONDS);
  }
}
