package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.jms.BytesMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.api.ContractId;
import org.ichido.api.Health;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.BankMessaging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The component on a real broker, with an outbox that does as it is told. */
abstract class EventSendersTestBase {
  static final Instant AT = Instant.parse("2026-11-24T01:15:30.500Z");
  static final BankMessaging KINSAN = QueueListenersTestBase.kinsan(1);
  static final BankMessaging GINSAN = QueueListenersTestBase.bank("ginsan", "GINSAN", 1);
  static final String EVENTS = "KINSAN.EVENT";
  static final int LENGTH = RecordLayouts.load().event().length();

  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration NEVER = Duration.ofHours(1);

  final FakeOutbox outbox = new FakeOutbox();
  TestBroker broker;
  ActiveMQConnectionFactory factory;
  Peer core;
  EventSenders senders;

  /** What a record on the event queue says. */
  record Told(long number, boolean again, long tokenSequence, long contractSequence) {
    static Told first(long number) {
      return new Told(number, false, number, number + 100);
    }

    static Told again(long number) {
      return new Told(number, true, number, number + 100);
    }
  }

  @BeforeEach
  void open() throws Exception {
    broker = new TestBroker();
    factory = broker.factory(TestBroker.OURSELVES);
    core = new Peer(broker, TestBroker.CICS);
    senders = component(SOON);
    senders.bindConnectionFactory(factory);
  }

  @AfterEach
  void close() throws Exception {
    senders.deactivate();
    core.close();
    broker.close();
  }

  EventSenders component(Duration round) {
    EventSenders component = new EventSenders(round);
    component.outbox = outbox;
    component.clock = java.time.Clock.fixed(AT, java.time.ZoneOffset.UTC);
    return component;
  }

  /** One that looks only when it is told to. */
  EventSenders waitingForNews() {
    return component(NEVER);
  }

  static OutboxRow event(BankMessaging bank, long number, String detail) {
    return new OutboxRow(
        number,
        bank.bank(),
        OutboxRow.Kind.EVENT,
        OutboxRow.Type.LOCKED,
        new ContractId("C00000000815"),
        Optional.of(new UserId("TARO01")),
        Optional.of(new TokenId("TKN-0000000001")),
        number + 100,
        number,
        AT,
        detail,
        OutboxRow.State.WAITING,
        0,
        AT,
        "");
  }

  void write(BankMessaging bank, long first, long last) {
    LongStream.rangeClosed(first, last).forEach(number -> outbox.put(event(bank, number, "")));
    senders.written(bank.bank(), OutboxRow.Kind.EVENT);
  }

  /** The next records, waited for. */
  List<Told> told(String queue, int count) throws Exception {
    List<Told> all = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      all.add(told((BytesMessage) core.receive(queue)));
    }
    return all;
  }

  private static Told told(BytesMessage message) throws Exception {
    assertThat(message.getIntProperty("JMS_IBM_Character_Set")).isEqualTo(819);
    assertThat(message.getJMSExpiration()).isZero();
    assertThat(message.getJMSDeliveryMode()).isEqualTo(javax.jms.DeliveryMode.PERSISTENT);
    byte[] body = new byte[(int) message.getBodyLength()];
    assertThat(message.readBytes(body)).isEqualTo(LENGTH);
    String record = new String(body, StandardCharsets.ISO_8859_1);
    return new Told(
        Long.parseLong(record.substring(256, 271)),
        record.charAt(209) == 'Y',
        Long.parseLong(record.substring(340, 349)),
        Long.parseLong(record.substring(349, 358)));
  }

  Health health(BankMessaging bank) {
    return senders.health().stream()
        .filter(health -> health.part().contains(bank.bank().value()))
        .findFirst()
        .orElseThrow();
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  /** Waits until the bank's lane has ended a round in which nothing waited. */
  void untilIdle(BankMessaging bank) throws InterruptedException {
    outbox.idle.clear();
    for (int times = 0; times < 2; times += next(outbox.idle).equals(bank.bank()) ? 1 : 0) {
      assertThat(senders.health()).isNotEmpty();
    }
  }
}
