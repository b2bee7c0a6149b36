package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ichido.queuemanager.BaseProgram.get;
import static org.ichido.queuemanager.BaseProgram.getOptions;
import static org.ichido.queuemanager.BaseProgram.putOptions;
import static org.ichido.queuemanager.BaseProgram.reasonOf;
import static org.ichido.queuemanager.BaseProgram.text;
import static org.ichido.queuemanager.BaseProgram.unchecked;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.ichido.queuemanager.definitions.ChannelDefinition;
import org.ichido.queuemanager.definitions.CipherSpec;
import org.ichido.queuemanager.queues.State;
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

@DisplayName("programmed trouble")
@ExtendWith(SuiteEvidence.class)
class TroubleTest {
  private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  private QueueManager qm;

  @BeforeEach
  void start() throws Exception {
    qm =
        QueueManager.named("QM1")
            .queue("A.QUEUE")
            .queue("B.QUEUE")
            .channel(userChannel("ALICE"))
            .channel(userChannel("BOB"))
            .channel(ChannelDefinition.forClients("A.CHANNEL"))
            .pauses(pauses::add)
            .start();
  }

  private static ChannelDefinition userChannel(String user) {
    return new ChannelDefinition(user, true, 1, 4194304, CipherSpec.NONE, true, "", user);
  }

  @AfterEach
  void nothingWasMisunderstood() throws Exception {
    qm.close();
    assertThat(qm.surprises()).isEmpty();
  }

  private BaseProgram connectAs(String user) throws Exception {
    return BaseProgram.connect(qm.port(), "QM1", Map.of(CMQC.CHANNEL_PROPERTY, user));
  }

  private static List<Integer> reasonsOfPuts(MQQueue queue, int count) throws Exception {
    List<Integer> reasons = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      reasons.add(reasonOf(() -> queue.put(text("x"))));
    }
    return reasons;
  }

  @Test
  void itStrikesTheFirstCallOnce() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      qm.troubles().at(Call.PUT).refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(program.open("A.QUEUE"), 3)).containsExactly(2053, 0, 0);
      assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(2);
    }
  }

  @Test
  void itStrikesTheNthCallAlone() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      qm.troubles().at(Call.PUT).nth(3).refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(program.open("A.QUEUE"), 4)).containsExactly(0, 0, 2053, 0);
    }
  }

  @Test
  void itStrikesAlwaysUntilItEnds() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      Trouble trouble = qm.troubles().at(Call.PUT).always().refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(queue, 3)).containsOnly(2053);
      assertThat(trouble.struck()).isEqualTo(3);
      trouble.end();
      assertThat(reasonsOfPuts(queue, 1)).containsExactly(0);
    }
  }

  @Test
  void itStrikesByChanceAndTheSameSeedStrikesTheSame() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      Trouble first = qm.troubles().at(Call.PUT).withProbability(0.5, 7).refuse(Reason.QUEUE_FULL);
      List<Integer> once = reasonsOfPuts(queue, 40);
      first.end();
      qm.troubles().at(Call.PUT).withProbability(0.5, 7).refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(queue, 40)).isEqualTo(once).contains(0, 2053);
    }
  }

  @Test
  void itStrikesOneQueueOneUserOrOneConnection() throws Exception {
    try (BaseProgram alice = connectAs("ALICE");
        BaseProgram bob = connectAs("BOB")) {
      MQQueue alices = alice.open("A.QUEUE");
      MQQueue bobs = bob.open("A.QUEUE");
      MQQueue other = bob.open("B.QUEUE");
      qm.troubles().at(Call.PUT).ofUser("BOB").onQueue("A.QUEUE").refuse(Reason.PUT_INHIBITED);
      assertThat(reasonsOfPuts(alices, 1)).containsExactly(0);
      assertThat(reasonsOfPuts(other, 1)).containsExactly(0);
      assertThat(reasonsOfPuts(bobs, 1)).containsExactly(2051);
      qm.troubles().at(Call.PUT).onConnection(1).refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(bobs, 1)).containsExactly(0);
      assertThat(reasonsOfPuts(alices, 1)).containsExactly(2053);
    }
  }

  @ParameterizedTest
  @CsvSource({"BEFORE, 2009, 0", "DURING, 2009, 1", "AT_NEXT_CALL, 0, 1"})
  void aSocketCutAtACommit(Cut moment, int reason, int messages) throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    program.open("A.QUEUE").put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
    qm.troubles().at(Call.COMMIT).cut(moment);
    assertThat(reasonOf(program.connection::commit)).isEqualTo(reason);
    assertThat(reasonOf(program.connection::commit)).isEqualTo(2009);
    qm.cutAllSockets(); // Waits until what was not committed is backed out.
    assertThat(qm.queue("A.QUEUE").messages())
        .hasSize(messages)
        .allMatch(message -> message.state() == State.COMMITTED);
  }

  @ParameterizedTest
  @CsvSource({"BEFORE, 0", "DURING, 1", "AT_NEXT_CALL, 1"})
  void aMessageHandedOutComesBackWhenItsSocketIsCut(Cut moment, int backouts) throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    MQQueue queue = program.open("A.QUEUE");
    queue.put(text("one"));
    qm.troubles().at(Call.GET).cut(moment);
    int reason = reasonOf(() -> get(queue, getOptions(CMQC.MQGMO_SYNCPOINT)));
    assertThat(reason).isEqualTo(moment == Cut.AT_NEXT_CALL ? 0 : 2009);
    assertThat(reasonOf(program.connection::commit)).isEqualTo(2009);
    try (BaseProgram next = BaseProgram.connect(qm)) {
      MQMessage again = new MQMessage();
      next.open("A.QUEUE").get(again, BaseProgram.waiting(CMQC.MQGMO_SYNCPOINT, 20_000));
      assertThat(again.backoutCount).isEqualTo(backouts);
      next.connection.commit();
    }
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void anAnswerThatIsSentBeforeTheCutMayOrMayNotBeSeen() throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    MQQueue queue = program.open("A.QUEUE");
    qm.troubles().at(Call.PUT).cut(Cut.AFTER);
    assertThat(reasonOf(() -> queue.put(text("one")))).isIn(0, 2009);
    assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
    assertThat(reasonOf(() -> queue.put(text("two")))).isEqualTo(2009);
  }

  @Test
  void aCallThatIsHeldLetsTheTestLook() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      queue.put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
      Trouble held = qm.troubles().at(Call.COMMIT).hold();
      CompletableFuture<Integer> commit =
          CompletableFuture.supplyAsync(
              () -> unchecked(() -> reasonOf(program.connection::commit)));
      assertThat(held.awaitStruck(1, Duration.ofSeconds(20))).isTrue();
      assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.PUT_UNCOMMITTED);
      assertThat(commit).isNotDone();
      held.end();
      assertThat(commit.get(20, SECONDS)).isZero();
      assertThat(qm.queue("A.QUEUE").messages().get(0).state()).isEqualTo(State.COMMITTED);
    }
  }

  @Test
  void aCallThatIsHeldIsNotDoneWhenItsSocketGoes() throws Exception {
    BaseProgram program = BaseProgram.connect(qm);
    program.open("A.QUEUE").put(text("one"), putOptions(CMQC.MQPMO_SYNCPOINT));
    Trouble held = qm.troubles().at(Call.COMMIT).hold();
    CompletableFuture<Integer> commit =
        CompletableFuture.supplyAsync(() -> unchecked(() -> reasonOf(program.connection::commit)));
    assertThat(held.awaitStruck(1, Duration.ofSeconds(20))).isTrue();
    qm.cutAllSockets();
    assertThat(commit.get(20, SECONDS)).isEqualTo(2009);
    assertThat(qm.queue("A.QUEUE").messages()).isEmpty();
  }

  @Test
  void aDelayIsAsLongAsTheTestSays() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      qm.troubles().at(Call.PUT).delay(Duration.ofMinutes(5));
      program.open("A.QUEUE").put(text("late"));
      assertThat(pauses).containsExactly(Duration.ofMinutes(5));
      assertThat(qm.queue("A.QUEUE").depth()).isEqualTo(1);
    }
  }

  @Test
  void twoTroublesMayMeet() throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      qm.troubles().at(Call.PUT).delay(Duration.ofSeconds(1));
      qm.troubles().at(Call.PUT).refuse(Reason.QUEUE_FULL);
      assertThat(reasonsOfPuts(program.open("A.QUEUE"), 2)).containsExactly(2053, 0);
      assertThat(pauses).hasSize(1);
    }
  }

  @Test
  void aCutChannelStartIs2009Or2059() throws Exception {
    qm.troubles().at(Call.CHANNEL).cut(Cut.BEFORE);
    assertThat(reasonOf(() -> BaseProgram.connect(qm).close())).isIn(2009, 2059);
    BaseProgram.connect(qm).close();
  }

  @Test
  void aCutSocketTakesAllItsConnectionsAlong() throws Exception {
    BaseProgram first = BaseProgram.connect(qm);
    BaseProgram second = BaseProgram.connect(qm);
    assertThat(qm.sockets()).isEqualTo(1);
    qm.troubles().at(Call.COMMIT).cut(Cut.BEFORE);
    assertThat(reasonOf(first.connection::commit)).isEqualTo(2009);
    assertThat(reasonOf(second.connection::commit)).isEqualTo(2009);
  }

  @Test
  void aJmsProgramLearnsOfItFromItsExceptionListener() throws Exception {
    BlockingQueue<Exception> learnt = new LinkedBlockingQueue<>();
    JmsProgram program = JmsProgram.transacted(qm);
    program.connection.setExceptionListener(learnt::add);
    qm.troubles().at(Call.PUT).cut(Cut.BEFORE);
    assertThat(JmsProgram.reasonOf(() -> program.send("A.QUEUE", "x"))).isEqualTo(2009);
    assertThat(JmsProgram.reason(learnt.poll(20, SECONDS))).isEqualTo(2009);
  }

  @Test
  void whatCannotBeRefusedIsSaid() {
    assertThatThrownBy(() -> qm.troubles().at(Call.DELIVER).refuse(Reason.QUEUE_FULL))
        .hasMessage("DELIVER cannot be refused with 2053");
    assertThatThrownBy(() -> qm.troubles().at(Call.CHANNEL).refuse(Reason.QUEUE_FULL))
        .hasMessage("CHANNEL cannot be refused with 2053");
  }
}
