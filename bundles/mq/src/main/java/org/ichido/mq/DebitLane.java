package org.ichido.mq;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.api.Health;
import org.ichido.api.NoAnswer;
import org.ichido.mq.record.DebitRecord;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.Debits;
import org.ichido.spi.transport.QueueRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes to core banking what one bank asks about fees (S4-29). The same order number is the same
 * debit there, so that what comes twice is harmless.
 */
final class DebitLane extends Lane<DebitLane> {
  private static final Logger LOG = LoggerFactory.getLogger(DebitLane.class);

  /** How many go in one transaction of the queue manager. */
  private static final int MOST = 100;

  /** How many can be asked for at once: those that cannot be said must not hide what follows. */
  private static final int MOST_DUE = 1000;

  private final String queue;
  private final String replies;
  private final DebitRecord records;
  private final Supplier<Optional<Sending>> services;
  private final Pause pause;
  private final AtomicLong sent = new AtomicLong();
  private volatile Optional<Waiting> waiting = Optional.empty();

  /** What no record can say, and why; as of the last round. */
  private volatile Map<String, String> unsayable = Map.of();

  /**
   * Whether what is due may be on the queue already: a commit or its record failed, or whoever was
   * here before did not come so far. The lane's own thread alone.
   */
  private boolean uncertain = true;

  /**
   * What a round is done with.
   *
   * @param debits gives out what is due
   * @param clock tells when
   */
  record Sending(Debits debits, Clock clock) {}

  /** A message and the record that says it. */
  private record Said(DebitMessage message, StoredReply record) {}

  /**
   * @param bank one that has a queue for debits
   * @param services those that are there when a round begins
   * @param signal wakes it, and ends it
   * @param pause after trouble
   */
  DebitLane(
      BankMessaging bank,
      ConnectionFactory factory,
      DebitRecord records,
      Supplier<Optional<Sending>> services,
      Signal signal,
      Pause pause) {
    super(bank, factory, signal);
    this.queue = bank.debitQueue().orElseThrow();
    this.replies = String.valueOf(bank.queues().get(QueueRole.DEBIT_REPLY));
    this.records = records;
    this.services = services;
    this.pause = pause;
  }

  @Override
  boolean goesOn() {
    return pause.pass() && signal.await();
  }

  @Override
  void stop() {
    super.stop();
    pause.stop();
  }

  @Override
  void round() {
    services.get().ifPresent(this::round);
  }

  private void round(Sending sending) {
    try {
      int atMost = Math.min(MOST_DUE, MOST + unsayable.size());
      List<DebitMessage> due = sending.debits().due(bank.bank(), atMost);
      if (due.isEmpty()) {
        uncertain = false;
      }
      List<Said> ready = said(due, sending.clock());
      if (!ready.isEmpty()) {
        send(ready);
        for (Said one : ready) {
          sending.debits().sent(one.message());
        }
        uncertain = false;
        sent.addAndGet(ready.size());
        if (due.size() == atMost) {
          signal.raise();
        }
      }
      recovered();
    } catch (JMSException e) {
      failed(JmsTrouble.of(e));
    } catch (NoAnswer e) {
      // Nothing is lost: what was sent and not recorded comes again with its order number.
      failed(JmsTrouble.of(e));
    } catch (RuntimeException | Error e) {
      // An Error as well: a class missing while a bundle is swapped must not end the thread.
      failed(JmsTrouble.of(e));
    }
  }

  /** What a record can say; of the rest it is told once which. */
  private List<Said> said(List<DebitMessage> due, Clock clock) {
    List<Said> ready = new ArrayList<>();
    Map<String, String> cannot = new LinkedHashMap<>();
    for (DebitMessage message : due) {
      try {
        boolean again = message.again() || uncertain;
        ready.add(new Said(message, records.of(bank, message, again, clock.instant())));
      } catch (IllegalArgumentException e) {
        cannot.put(name(message), OneLine.of(e.getMessage()));
      }
    }
    cannot.forEach(
        (which, why) -> {
          if (!why.equals(unsayable.get(which))) {
            LOG.error(
                "ICH-MQ-016 Bank {}: {} cannot be asked for: {}. It waits; set queue.ccsid of the"
                    + " profile to one that has the characters.",
                bank.bank(),
                which,
                why);
          }
        });
    unsayable = Map.copyOf(cannot);
    return ready;
  }

  private static String name(DebitMessage message) {
    return "%s of order %s".formatted(message.subject(), message.order());
  }

  private void send(List<Said> ready) throws JMSException {
    boolean committed = false;
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer =
            session.createProducer(session.createQueue(address(connection)))) {
      Queue replyTo = session.createQueue(replies);
      for (Said one : ready) {
        BytesMessage message = HostMessage.of(session, one.record());
        message.setJMSReplyTo(replyTo);
        producer.send(
            message,
            DeliveryMode.PERSISTENT,
            Message.DEFAULT_PRIORITY,
            Message.DEFAULT_TIME_TO_LIVE);
      }
      // A commit that fails may have been one nevertheless.
      uncertain = true;
      session.commit();
      committed = true;
    } catch (JMSException e) {
      // Afterwards it was the closing that failed, of which nothing depends.
      if (!committed) {
        throw e;
      }
    }
  }

  private String address(Connection connection) throws JMSException {
    return QueueName.forHosts(queue, connection.getMetaData().getJMSProviderName());
  }

  /** The pause alone says when it is tried again. */
  private void failed(JmsTrouble trouble) {
    pause.failed(trouble);
    signal.raise();
    if (!waiting.map(before -> before.trouble().why()).equals(Optional.of(trouble.why()))) {
      LOG.warn(
          "ICH-MQ-013 Bank {}: fees wait, nothing goes to {}: {}. Core banking is asked when that is"
              + " over.",
          bank.bank(),
          queue,
          trouble.why());
    }
    waiting = Optional.of(Waiting.after(waiting, trouble));
  }

  private void recovered() {
    pause.succeeded();
    if (waiting.isPresent()) {
      LOG.info(
          "ICH-MQ-014 Bank {}: core banking is asked about fees on {} again", bank.bank(), queue);
    }
    waiting = Optional.empty();
  }

  @Override
  Health health() {
    String name = "bank %s, queue %s (DEBIT)".formatted(bank.bank(), queue);
    Optional<Waiting> now = waiting;
    List<String> lines = new ArrayList<>();
    now.ifPresent(why -> lines.addAll(why.lines("fees", services.get().map(Sending::clock))));
    unsayable.forEach((which, why) -> lines.add(which + " cannot be asked for: " + why));
    Health.Level without = unsayable.isEmpty() ? Health.Level.OK : Health.Level.WARN;
    Health.Level level = now.map(Waiting::level).orElse(without);
    lines.add(sent.get() + " questions about fees sent since the start");
    return new Health(name, level, lines);
  }
}
