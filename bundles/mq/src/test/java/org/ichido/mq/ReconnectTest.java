package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ichido.api.Health;
import org.ichido.queuemanager.queues.State;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Spot;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.queuemanager.wire.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails wherever: it goes on by itself, and status says why until then. */
class ReconnectTest extends IbmClientTestBase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private String ask(String body) throws Exception {
    host.put(REQUESTS, HostProgram.text(body));
    return text(host.get(REPLIES));
  }

  private static String text(MQMessage message) throws Exception {
    return new String(HostProgram.data(message), ISO_8859_1);
  }

  private void untilHealthSays(Health.Level level, String... words) {
    String part = "bank kinsan, queue KINSAN.REQUEST (REQUEST)";
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Health> last = List.of();
    while (System.nanoTime() < end) {
      last = listeners.health().stream().filter(health -> health.part().equals(part)).toList();
      String said = last.toString();
      if (last.get(0).level() == level && List.of(words).stream().allMatch(said::contains)) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the health does not say " + List.of(words) + " but " + last);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, BEFORE",
    "OPEN, DURING",
    "OPEN, AFTER",
    "GET, BEFORE",
    "GET, DURING",
    "GET, AFTER",
    "GET, AT_NEXT_CALL",
    "PUT, BEFORE",
    "PUT, DURING",
    "PUT, AFTER",
    "PUT, AT_NEXT_CALL",
    "COMMIT, BEFORE",
    "COMMIT, DURING",
    "COMMIT, AFTER",
    "COMMIT, AT_NEXT_CALL",
    "CONNECT, BEFORE",
    "CONNECT, DURING",
    "CONNECT, AFTER"
  })
  void aSocketThatIsCutAnywhereLosesNothing(Call call, Cut cut) throws Exception {
    Spot spot = queueManager.queueManager.troubles().at(call);
    // Who connects has not said yet who it is.
    Spot ours = call == Call.CONNECT ? spot : spot.ofUser(TestBroker.OURSELVES);
    Trouble trouble = ours.nth(2).cut(cut);
    listeners.served(List.of(kinsan(2)));
    Set<String> asked = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      host.put(REQUESTS, HostProgram.text("N" + i));
      asked.add("re:N" + i);
    }
    while (!answered.equals(asked)) {
      answered.add(text(host.get(REPLIES)));
    }

    assertThat(trouble.struck()).as("the cut was made").isOne();
    untilHealthSays(Health.Level.OK, "receiving with 2 sessions");
    listeners.deactivate();
    assertThat(queueManager.queueManager.queue(REQUESTS).messages()).isEmpty();
    assertThat(queueManager.queueManager.queue(BACKOUT).messages()).isEmpty();
    assertThat(queueManager.queueManager.queue(REPLIES).messages())
        .as("a commit that was lost may have been one: core gives the same bytes again")
        .hasSizeLessThanOrEqualTo(1);
  }

  /** What was not sent is not acknowledged, and what was not acknowledged is not sent. */
  @Test
  void aCommitThatWasNotDoneHasNeitherSentNorAcknowledged() throws Exception {
    Trouble cut =
        queueManager
            .queueManager
            .troubles()
            .at(Call.COMMIT)
            .ofUser(TestBroker.OURSELVES)
            .cut(Cut.BEFORE);
    listeners.served(List.of(kinsan(1)));
    assertThat(ask("HELLO")).isEqualTo("re:HELLO");

    assertThat(cut.struck()).isOne();
    assertThat(exchange.seen).as("it came again").hasSize(2);
    listeners.deactivate();
    assertThat(queueManager.queueManager.queue(REPLIES).messages()).isEmpty();
    assertThat(queueManager.queueManager.queue(REQUESTS).messages())
        .noneMatch(message -> message.state() != State.COMMITTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {2009, 2202, 2203, 2161, 2162, 2102, 2549, 2548, 2195, 2777})
  void whatPassesIsTriedAgain(int code) throws Exception {
    for (Call call : new Call[] {Call.OPEN, Call.GET, Call.PUT, Call.COMMIT}) {
      queueManager
          .queueManager
          .troubles()
          .at(call)
          .ofUser(TestBroker.OURSELVES)
          .nth(3)
          .refuse(new Reason(code));
    }
    listeners.served(List.of(kinsan(1)));
    for (int i = 0; i < 5; i++) {
      assertThat(ask("N" + i)).isEqualTo("re:N" + i);
    }
    assertThat(parked.kept).isEmpty();
    untilHealthSays(Health.Level.OK, "receiving");
  }

  @Test
  void aQueueManagerThatQuiescesOrEndsOrDoesNotListenIsWaitedFor() throws Exception {
    listeners.served(List.of(kinsan(1)));
    assertThat(ask("BEFORE")).isEqualTo("re:BEFORE");

    queueManager.queueManager.quiesce();
    untilHealthSays(Health.Level.DOWN, "cannot receive, tries again: 2", "since ", "JST");
    queueManager.queueManager.end();
    untilHealthSays(Health.Level.DOWN, "2059 MQRC_Q_MGR_NOT_AVAILABLE", "what to do: start the");
    queueManager.queueManager.stopListening();
    untilHealthSays(Health.Level.DOWN, "2538 MQRC_HOST_NOT_AVAILABLE", "what to do: start the");
    queueManager.start();
    untilHealthSays(Health.Level.OK, "receiving with 1 sessions");

    try (HostProgram again = new HostProgram(queueManager, TestBroker.CICS)) {
      again.put(REQUESTS, HostProgram.text("AFTER"));
      assertThat(text(again.get(REPLIES))).isEqualTo("re:AFTER");
    }
  }

  @Test
  void gettingThatIsInhibitedIsSaidAndWaitedFor() throws Exception {
    listeners.served(List.of(kinsan(1)));
    queueManager.queueManager.queue(REQUESTS).inhibitGet(true);
    untilHealthSays(Health.Level.DOWN, "2016 MQRC_GET_INHIBITED", "GET(ENABLED)");

    queueManager.queueManager.queue(REQUESTS).inhibitGet(false);
    untilHealthSays(Health.Level.OK, "receiving");
    assertThat(ask("AFTER")).isEqualTo("re:AFTER");
  }

  @Test
  void aQueueThatIsMissingOrClosedToUsIsSaidWithItsCure() throws Exception {
    queueManager.refuse(REQUESTS, Reason.UNKNOWN_OBJECT_NAME);
    listeners.served(List.of(kinsan(1)));
    untilHealthSays(
        Health.Level.DOWN, "2085 MQRC_UNKNOWN_OBJECT_NAME", "what to do: define the queue");
    queueManager.openQueues();
    queueManager.refuse(REQUESTS, Reason.NOT_AUTHORIZED);
    untilHealthSays(Health.Level.DOWN, "2035 MQRC_NOT_AUTHORIZED", "SET AUTHREC");
    queueManager.openQueues();

    untilHealthSays(Health.Level.OK, "receiving");
    assertThat(ask("AFTER")).isEqualTo("re:AFTER");
  }

  @Test
  void aUserThatIsRefusedIsSaidAndTriedSlowly() throws Exception {
    listeners.bindConnectionFactory(queueManager.factory("NOBODY"));
    listeners.served(List.of(kinsan(1)));
    untilHealthSays(Health.Level.DOWN, "2035 MQRC_NOT_AUTHORIZED", "correct user or password");

    listeners.bindConnectionFactory(queueManager.factory(TestBroker.OURSELVES));
    untilHealthSays(Health.Level.OK, "receiving");
    assertThat(ask("AFTER")).isEqualTo("re:AFTER");
  }

  /**
   * IBM's client reconnects by itself if it is told to, and so do we: neither disturbs the other.
   */
  @Test
  void theClientsOwnReconnectionDoesNoHarm() throws Exception {
    var reconnecting = (com.ibm.mq.jms.MQConnectionFactory) queueManager.factory("ICHIDO");
    reconnecting.setClientReconnectOptions(CMQC.MQCNO_RECONNECT);
    reconnecting.setClientReconnectTimeout(2);
    listeners.bindConnectionFactory(reconnecting);
    listeners.served(List.of(kinsan(2)));
    assertThat(ask("BEFORE")).isEqualTo("re:BEFORE");

    queueManager.queueManager.cutAllSockets();

    try (HostProgram again = new HostProgram(queueManager, TestBroker.CICS)) {
      for (int i = 0; i < 5; i++) {
        again.put(REQUESTS, HostProgram.text("AFTER"));
        assertThat(text(again.get(REPLIES))).isEqualTo("re:AFTER");
      }
    }
  }
}
