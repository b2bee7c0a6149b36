package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.ichido.api.Health;
import org.ichido.api.NoAnswer;
import org.ichido.mq.record.EventRecord;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the events of one bank to its event queue, in their order. */
final class EventLane extends Lane<EventLane> {
  private static final Logger LOG = LoggerFactory.getLogger(EventLane.class);

  /** How many go in one transaction of the queue manager. */
  private static final int MOST = 100;

  private final EventRecord records;
  private final Supplier<Optional<Sending>> services;
  private final AtomicLong sent = new AtomicLong();
  private volatile Optional<Waiting> waiting = Optional.empty();

  /** The highest number that may be on the queue already. */
  private volatile long put;

  /** Whether nothing is given out because the oldest waits; the lane's own thread alone. */
  private boolean postponed;

  /**
   * What a round is done with.
   *
   * @param outbox gives out events
   * @param clock tells when
   */
  record Sending(Outbox outbox, Clock clock) {}

  /**
   * @param services those that are there when a round begins
   * @param signal wakes it, and ends it
   */
  EventLane(
      BankMessaging bank,
      ConnectionFactory factory,
      EventRecord records,
      Supplier<Optional<Sending>> services,
      Signal signal) {
    super(bank, factory, signal);
    this.records = records;
    this.services = services;
  }

  @Override
  void round() {
    services.get().ifPresent(this::round);
  }

  /** And knows from then on what that one may have sent. */
  @Override
  void succeed(EventLane former, Duration longest) {
    super.succeed(former, longest);
    put = former.put;
  }

  /** Until nothing is left, or something fails. */
  private void round(Sending sending) {
    try {
      List<OutboxRow> events = sending.outbox().waiting(bank.bank(), MOST);
      if (!events.isEmpty()) {
        send(sending, events);
      } else if (!postponed) {
        recovered();
      }
    } catch (NoAnswer e) {
      // Nothing is lost: what was sent and not recorded comes again with its number.
      failed(JmsTrouble.of(e));
    } catch (RuntimeException | Error e) {
      // An Error as well: a class missing while a bundle is swapped must not end the thread.
      failed(JmsTrouble.of(e));
    }
  }

  private void send(Sending sending, List<OutboxRow> first) {
    List<OutboxRow> events = first;
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer =
            session.createProducer(session.createQueue(address(connection)))) {
      while (!events.isEmpty() && !signal.ended()) {
        batch(sending, session, producer, events);
        events = sending.outbox().waiting(bank.bank(), MOST);
      }
      postponed = false;
      recovered();
    } catch (JMSException e) {
      // Without events it was the closing that failed, of which nothing depends.
      if (!events.isEmpty()) {
        JmsTrouble trouble = JmsTrouble.of(e);
        postponed = true;
        failed(trouble);
        sending.outbox().postponed(events.get(0), trouble.why());
      }
    }
  }

  private String address(Connection connection) throws JMSException {
    return QueueName.forHosts(bank.eventQueue(), connection.getMetaData().getJMSProviderName());
  }

  private void batch(
      Sending sending, Session session, MessageProducer producer, List<OutboxRow> events)
      throws JMSException {
    for (OutboxRow event : events) {
      StoredReply record;
      try {
        record = records.of(bank, event, mayHaveCome(event), sending.clock().instant());
      } catch (IllegalArgumentException e) {
        session.rollback();
        sending.outbox().refused(event, OneLine.of(e.getMessage()));
        return;
      }
      producer.send(
          HostMessage.of(session, record),
          DeliveryMode.PERSISTENT,
          Message.DEFAULT_PRIORITY,
          Message.DEFAULT_TIME_TO_LIVE);
    }
    // A commit that fails may have been one nevertheless.
    put = Math.max(put, events.get(events.size() - 1).number());
    session.commit();
    sending.outbox().sent(events);
    sent.addAndGet(events.size());
  }

  private boolean mayHaveCome(OutboxRow event) {
    return event.tries() > 0 || event.number() <= put;
  }

  private void failed(JmsTrouble trouble) {
    if (!waiting.map(before -> before.trouble().why()).equals(Optional.of(trouble.why()))) {
      LOG.warn(
          "ICH-MQ-011 Bank {}: events wait, {} cannot be written: {}. They are sent in their order"
              + " when that is over.",
          bank.bank(),
          bank.eventQueue(),
          trouble.why());
    }
    waiting = Optional.of(Waiting.after(waiting, trouble));
  }

  private void recovered() {
    if (waiting.isPresent()) {
      LOG.info("ICH-MQ-012 Bank {}: events go to {} again", bank.bank(), bank.eventQueue());
    }
    waiting = Optional.empty();
  }

  @Override
  Health health() {
    Optional<Waiting> now = waiting;
    List<String> lines = new ArrayList<>();
    now.ifPresent(why -> lines.addAll(why.lines("events", services.get().map(Sending::clock))));
    lines.add(sent.get() + " events sent since the start");
    return new Health(
        "bank %s, queue %s (EVENT)".formatted(bank.bank(), bank.eventQueue()),
        now.map(Waiting::level).orElse(Health.Level.OK),
        lines);
  }
}
