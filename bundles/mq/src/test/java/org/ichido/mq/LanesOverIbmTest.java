package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ichido.api.Health;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events by IBM's client, to a program that knows nothing of JMS. */
class LanesOverIbmTest {
  private static final String EVENTS = EventSendersTestBase.EVENTS;
  private static final Duration SOON = Duration.ofMillis(10);

  private final FakeOutbox outbox = new FakeOutbox();
  private TestQueueManager queueManager;
  private HostProgram core;
  private EventSenders senders;

  @BeforeEach
  void open() throws Exception {
    queueManager = new TestQueueManager();
    core = new HostProgram(queueManager, TestBroker.CICS);
    senders = new EventSenders(SOON);
    senders.outbox = outbox;
    senders.clock = Clock.systemUTC();
    senders.bindConnectionFactory(queueManager.factory(TestBroker.OURSELVES));
    senders.served(List.of(EventSendersTestBase.KINSAN));
  }

  @AfterEach
  void close() throws Exception {
    senders.deactivate();
    core.close();
    queueManager.close();
  }

  private void write(long number) {
    outbox.put(EventSendersTestBase.event(EventSendersTestBase.KINSAN, number, ""));
    senders.written(EventSendersTestBase.KINSAN.bank(), OutboxRow.Kind.EVENT);
  }

  private Health until(Health.Level level) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      Health health = senders.health().get(0);
      if (health.level() == level) {
        return health;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("never " + level + " but " + senders.health());
  }

  @Test
  void anEventIsARecordWithoutAnyHeader() throws Exception {
    write(1);

    MQMessage event = core.get(EVENTS);

    assertThat(event.format).isEqualTo(CMQC.MQFMT_NONE);
    assertThat(event.characterSet).isEqualTo(819);
    assertThat(event.persistence).isEqualTo(CMQC.MQPER_PERSISTENT);
    assertThat(event.expiry).isEqualTo(-1);
    assertThat(HostProgram.data(event)).hasSize(EventSendersTestBase.LENGTH);
  }

  /** ICU, in the tests alone, has these sets; without it IBM's client refuses to send them. */
  @ParameterizedTest
  @CsvSource({"1390, 930", "1399, 939"})
  void aSetThatJavaLacksIsSaidAsTheOneWithTheSameBytes(int ofBank, int said) throws Exception {
    senders.served(List.of(QueueListenersTestBase.withFees("kinsan", "KINSAN", ofBank)));
    write(1);

    assertThat(core.get(EVENTS).characterSet).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2085, MQRC_UNKNOWN_OBJECT_NAME, DOWN",
    "2035, MQRC_NOT_AUTHORIZED, DOWN",
    "2042, MQRC_OBJECT_IN_USE, WARN",
    "2161, MQRC_Q_MGR_QUIESCING, WARN"
  })
  void whatCannotBeSentWaitsAndStatusSaysSinceWhenAndWhatToDo(
      int code, String name, Health.Level level) throws Exception {
    queueManager.refuse(EVENTS, new Reason(code));
    write(1);
    write(2);

    Health held = until(level);
    assertThat(held.lines().get(0)).startsWith("events wait, tries again: " + code + " " + name);
    assertThat(held.lines().get(1)).startsWith("since ").contains("what to do: ");

    queueManager.openQueues();
    for (int number = 1; number <= 2; number++) {
      String record = new String(HostProgram.data(core.get(EVENTS)), ISO_8859_1);
      assertThat(Long.parseLong(record.substring(256, 271))).isEqualTo(number);
    }
    until(Health.Level.OK);
  }
}
