package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jms.BytesMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.api.ContractId;
import org.ichido.api.Health;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.mq.record.Ccsid;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.DebitMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The component on a real broker, with debits that are due as the test wants. */
abstract class DebitSendersTestBase {
  static final Instant AT = Instant.parse("2026-11-24T01:15:30.500Z");
  static final BankMessaging KINSAN = QueueListenersTestBase.withFees("kinsan", "KINSAN", 939);
  static final BankMessaging KINSAN_IN_ASCII =
      QueueListenersTestBase.withFees("kinsan", "KINSAN", 819);
  static final BankMessaging GINSAN = QueueListenersTestBase.withFees("ginsan", "GINSAN", 939);
  static final BankMessaging WITHOUT_FEES = QueueListenersTestBase.bank("mirai", "MIRAI", 1);
  static final String DEBITS = "KINSAN.DEBIT";

  /** The pauses as in the other tests, and a look every 10 ms. */
  static final Timing QUICK =
      new Timing(
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(10));

  final FakeDebits debits = new FakeDebits();
  TestBroker broker;
  ActiveMQConnectionFactory factory;
  Peer core;
  DebitSenders senders;

  /** What a record on the debit queue says. */
  record Told(String id, boolean again) {}

  @BeforeEach
  void open() throws Exception {
    broker = new TestBroker();
    factory = broker.factory(TestBroker.OURSELVES);
    core = new Peer(broker, TestBroker.CICS);
    senders = component(QUICK);
  }

  @AfterEach
  void close() throws Exception {
    senders.deactivate();
    core.close();
    broker.close();
  }

  DebitSenders component(Timing timing) {
    DebitSenders component = new DebitSenders(timing);
    component.debits = debits;
    component.clock = Clock.fixed(AT, ZoneOffset.UTC);
    component.bindConnectionFactory(factory);
    return component;
  }

  static DebitMessage debit(BankMessaging bank, long order) {
    return debit(bank, order, "EXAMPLE CO.");
  }

  static DebitMessage debit(BankMessaging bank, long order, String name) {
    return new DebitMessage(
        bank.bank(),
        DebitMessage.Subject.DEBIT,
        new OrderNumber(order),
        new ContractId("C00000000815"),
        "007",
        LocalDate.of(2026, 11, 24),
        2200,
        200,
        "OTPHT",
        new Account("007", "1", "1234567", name),
        0,
        false);
  }

  static Told first(long order) {
    return new Told("FEE-D-%08d".formatted(order), false);
  }

  static Told again(long order) {
    return new Told("FEE-D-%08d".formatted(order), true);
  }

  List<Told> told(String queue, int count) throws Exception {
    List<Told> all = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      String record = text((BytesMessage) core.receive(queue));
      all.add(new Told(record.substring(177, 209).strip(), record.charAt(209) == 'Y'));
    }
    return all;
  }

  static String text(BytesMessage message) throws Exception {
    byte[] body = new byte[(int) message.getBodyLength()];
    assertThat(message.readBytes(body)).isEqualTo(RecordLayouts.load().debit().length());
    int ccsid = message.getIntProperty("JMS_IBM_Character_Set");
    return new String(body, Ccsid.charset(ccsid).orElseThrow());
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

  /** Waits until the bank's lane has ended a round in which nothing was due. */
  void untilIdle(BankMessaging bank) throws InterruptedException {
    debits.idle.clear();
    for (int times = 0; times < 2; times += next(debits.idle).equals(bank.bank()) ? 1 : 0) {
      assertThat(senders.health()).isNotEmpty();
    }
  }

  /** Waits until the bank's lane has ended a round, whatever came of it. */
  void untilAsked(BankMessaging bank) throws InterruptedException {
    debits.asked.clear();
    for (int times = 0; times < 2; times += next(debits.asked).equals(bank.bank()) ? 1 : 0) {
      assertThat(senders.health()).isNotEmpty();
    }
  }
}
