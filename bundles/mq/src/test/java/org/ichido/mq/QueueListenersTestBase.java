package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jms.ConnectionFactory;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.Requester;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The component on a real broker, or over IBM's client, with short pauses. */
abstract class QueueListenersTestBase {
  static final String REQUESTS = "KINSAN.REQUEST";
  static final String OPERATORS = "KINSAN.OPERATOR";
  static final String BACKOUT = "KINSAN.BACKOUT";
  static final String REPLIES = "CORE.REPLY";
  static final String CLOSED_REPLIES = "CORE.REPLY.CLOSED";
  static final String OTHER_BANKS_REQUESTS = "GINSAN.REQUEST";
  static final Timing QUICK =
      new Timing(
          Duration.ofMillis(100),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(10));

  final FakeExchange exchange = new FakeExchange();
  final BlockingQueue<AuditEntry> audited = new LinkedBlockingQueue<>();
  final AuditTrail audit = audited::add;
  final KeptReplies parked = new KeptReplies(audit);
  final DrivenClock clock = new DrivenClock();
  TestTransport broker;
  ConnectionFactory factory;
  Peer cics;
  Peer operator;
  QueueListeners listeners;

  /** Real time, and more if told so: the broker and its client live in real time. */
  static final class DrivenClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(ahead);
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void open() throws Exception {
    broker = transport();
    factory = broker.factory(TestBroker.OURSELVES);
    cics = new Peer(broker, TestBroker.CICS);
    operator = new Peer(broker, TestBroker.OURSELVES);
    listeners = component(QUICK);
  }

  @AfterEach
  void close() throws Exception {
    listeners.deactivate();
    cics.close();
    operator.close();
    broker.close();
  }

  /** What the messages go by; a subclass says another. */
  TestTransport transport() throws Exception {
    return new TestBroker();
  }

  QueueListeners component(Timing timing) {
    QueueListeners component = new QueueListeners(timing);
    component.bindClock(clock);
    component.bindRecordExchange(exchange);
    component.bindAuditTrail(audit);
    component.bindParkedReplies(parked);
    component.bindConnectionFactory(factory);
    return component;
  }

  static BankMessaging kinsan(int sessions) {
    return bank("kinsan", "KINSAN", sessions);
  }

  /** A bank that gives hard tokens to customers, with its queues for the fee. */
  static BankMessaging withFees(String id, String prefix, int ccsid) {
    BankMessaging bank = bank(id, prefix, 1);
    RequesterRule core = bank.requesters().get(0);
    return new BankMessaging(
        bank.bank(),
        bank.code(),
        bank.production(),
        Map.of(
            QueueRole.REQUEST, prefix + ".REQUEST", QueueRole.DEBIT_REPLY, prefix + ".DEBIT.REPLY"),
        bank.eventQueue(),
        Optional.of(prefix + ".DEBIT"),
        bank.backoutQueue(),
        ccsid,
        bank.sessions(),
        bank.horizon(),
        bank.clockSkew(),
        List.of(
            new RequesterRule(
                core.name(),
                core.users(),
                Set.of(RequestType.VERIFY, RequestType.DEBIT_REPLY),
                Set.of(REPLIES, prefix + ".DEBIT", prefix + ".DEBIT.REPLY"))));
  }

  static BankMessaging bank(String id, String prefix, int sessions) {
    return new BankMessaging(
        new BankId(id),
        "0001",
        false,
        Map.of(QueueRole.REQUEST, prefix + ".REQUEST", QueueRole.OPERATOR, prefix + ".OPERATOR"),
        prefix + ".EVENT",
        Optional.empty(),
        prefix + ".BACKOUT",
        819,
        sessions,
        Duration.ofDays(2),
        Duration.ofMinutes(5),
        List.of(
            new RequesterRule(
                new Requester("core"),
                Set.of(TestBroker.CICS),
                Set.of(RequestType.VERIFY),
                Set.of(
                    REPLIES,
                    CLOSED_REPLIES,
                    OTHER_BANKS_REQUESTS,
                    prefix + ".BACKOUT",
                    prefix + ".EVENT"))));
  }
}
