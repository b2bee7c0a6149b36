package org.ichido.mq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.api.Health;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one queue of one bank: one connection of its own, several sessions on it. The factory
 * must not be a pool: a pooled connection keeps messages in hand after it was given back.
 */
final class QueueListener {
  private static final Logger LOG = LoggerFactory.getLogger(QueueListener.class);

  /** How many of the longest pauses a message that cannot be read is held back. */
  private static final int HELD_BACK = 6;

  /** What all listeners of the house have in common. */
  record House(Timing timing, RequiredServices services, Predicate<String> ownQueue) {}

  private final String name;
  private final String queue;
  private final ConnectionFactory factory;
  private final House house;
  private final Figures figures;
  private final Pause connecting;
  private final Pause handlingPause;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger alive = new AtomicInteger();
  private final FirstLook firstLook;
  private final UnreadableMessages unreadable;
  private @Nullable Connection connection;
  private boolean broken;

  QueueListener(
      BankMessaging bank,
      QueueRole role,
      String queue,
      ConnectionFactory factory,
      House house,
      Figures figures,
      Pause handlingPause,
      ExcusedRollbacks excused) {
    this.name = name(bank, role, queue);
    this.queue = queue;
    this.factory = factory;
    this.house = house;
    this.figures = figures;
    this.connecting = new Pause(house.timing());
    this.handlingPause = handlingPause;
    this.firstLook = new FirstLook(name, queue, bank.backoutQueue());
    this.unreadable =
        new UnreadableMessages(
            name, house.timing().longestPause().multipliedBy(HELD_BACK), System::nanoTime);
    RequesterGate gate = new RequesterGate(bank, role, house.ownQueue());
    RequestHandling handling = new RequestHandling(bank, queue, gate, figures, excused);
    for (int number = 1; number <= bank.sessions(); number++) {
      Thread thread =
          new Thread(
              new ListenerSession(this, handling, excused, connecting, handlingPause),
              "ichido-mq %s %s %d".formatted(bank.bank(), role, number));
      thread.setDaemon(true);
      // The starter's loader may be that of any bundle; a provider's classes are found by its own.
      thread.setContextClassLoader(factory.getClass().getClassLoader());
      threads.add(thread);
    }
  }

  /** What logs and health call the queue. */
  static String name(BankMessaging bank, QueueRole role, String queue) {
    return "bank %s, queue %s (%s)".formatted(bank.bank(), queue, role);
  }

  void start() {
    alive.set(threads.size());
    threads.forEach(Thread::start);
  }

  /** Lets every session finish the message in hand; receives no other. */
  void stop() {
    connecting.stop();
  }

  /**
   * Waits for messages in hand and says so if one takes longer.
   *
   * @return whether all sessions have ended by then
   */
  boolean join(long deadlineNanos) {
    boolean ended = await(deadlineNanos);
    threads.stream()
        .filter(thread -> !ended && thread.isAlive())
        .findFirst()
        .ifPresent(
            thread ->
                LOG.warn(
                    "ICH-MQ-006 {}: a message is still in hand after the stop; it is finished or"
                        + " rolled back by thread '{}'",
                    name,
                    thread.getName()));
    return ended;
  }

  /**
   * @return whether all sessions have ended by then
   */
  boolean await(long deadlineNanos) {
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        thread.join(Math.max(1, left));
        if (thread.isAlive()) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String queue() {
    return queue;
  }

  /** After how many backouts the client moves a message; 0 if it moves none or nobody knows. */
  int movedAfter() {
    return firstLook.definition().map(BackoutDefinition::movedAfter).orElse(0);
  }

  UnreadableMessages unreadable() {
    return unreadable;
  }

  boolean isAt(Connection current, String queueManager) throws JMSException {
    return firstLook.isAt(current, queueManager);
  }

  Duration receiveTimeout() {
    return house.timing().receive();
  }

  Optional<RequiredServices.Snapshot> awaitServices() {
    return house.services().await(receiveTimeout());
  }

  void rolledBack() {
    figures.rolledBack.incrementAndGet();
  }

  /**
   * @return the connection that all sessions share, started; made anew if it was dropped
   */
  synchronized Connection connection() throws JMSException {
    Connection current = connection;
    if (current != null && broken) {
      drop(current);
      current = null;
    }
    if (current == null) {
      Connection made = factory.createConnection();
      try {
        made.setExceptionListener(trouble -> broken(made));
        made.start();
        firstLook.begin(made, factory.getClass().getClassLoader());
      } catch (JMSException | RuntimeException | Error e) {
        made.close();
        throw e;
      }
      connection = made;
      current = made;
    }
    return current;
  }

  /** Told by the provider's thread, in which nothing may be closed: the next session does it. */
  private synchronized void broken(Connection told) {
    if (connection == told) {
      broken = true;
    }
  }

  /** Closes a connection; the other sessions on it fail and come for a new one. */
  void drop(Connection lost) {
    synchronized (this) {
      if (connection == lost) {
        connection = null;
        broken = false;
        firstLook.forget();
      }
    }
    try {
      lost.close();
    } catch (JMSException | RuntimeException | Error e) {
      LOG.debug("{}: a connection was broken when it was closed: {}", name, e.getMessage());
    }
  }

  /** The last session closes the connection. */
  void ended() {
    if (alive.decrementAndGet() == 0) {
      unreadable.releaseAll();
      Connection last;
      synchronized (this) {
        last = connection;
      }
      if (last != null) {
        drop(last);
      }
    }
  }

  /**
   * @return how many sessions have not ended yet
   */
  int atWork() {
    return alive.get();
  }

  Health health() {
    Health.Level level = Health.Level.OK;
    List<String> lines = new ArrayList<>();
    List<String> missing = house.services().missing();
    Optional<Pause.Trouble> offline = connecting.trouble();
    Optional<Pause.Trouble> failing = handlingPause.trouble();
    Optional<String> held = unreadable.inWords();
    Optional<BackoutDefinition> defined = firstLook.definition();
    if (!missing.isEmpty()) {
      level = Health.Level.DOWN;
      lines.add("waits for " + String.join(" and ", missing) + "; messages stay on the queue");
    } else if (offline.isPresent()) {
      level = Health.Level.DOWN;
      lines.add("cannot receive, tries again: " + offline.get().why());
      lines.add(since(offline.get()));
    } else if (failing.isPresent()) {
      // Once may be one message's own trouble; again, with nothing handled since, is everybody's.
      level = failing.get().again() ? Health.Level.DOWN : Health.Level.WARN;
      lines.add(
          "%s, a message was rolled back and comes again: %s"
              .formatted(failing.get().closed() ? "paused" : "receiving", failing.get().why()));
      lines.add(since(failing.get()));
    } else {
      boolean wrong = held.isPresent() || defined.filter(BackoutDefinition::alarming).isPresent();
      level = wrong ? Health.Level.WARN : Health.Level.OK;
      lines.add("receiving with %d sessions%s".formatted(threads.size(), firstLook.where()));
    }
    held.ifPresent(lines::add);
    defined.flatMap(BackoutDefinition::line).ifPresent(lines::add);
    lines.add(figures.toString());
    return new Health(name, level, lines);
  }

  private String since(Pause.Trouble trouble) {
    String since = Since.inWords(house.services().clock(), trouble.lasting());
    return since + trouble.cure().map(cure -> "; what to do: " + cure).orElse("");
  }

  @Override
  public String toString() {
    return name;
  }
}
