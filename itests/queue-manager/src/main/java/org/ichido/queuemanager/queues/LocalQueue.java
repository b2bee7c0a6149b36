package org.ichido.queuemanager.queues;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ichido.queuemanager.queues.QueuedMessage.Place;
import org.ichido.queuemanager.queues.Reports.Event;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** A queue and the messages on it, uncommitted ones included. Thread-safe. */
public final class LocalQueue {
  private final Monitor monitor;
  private final Reports reports;
  private final TreeMap<Place, QueuedMessage> messages = new TreeMap<>();
  private QueueDefinition definition;
  private final Openings openings;
  private long puts;
  private int handedOut;
  private Instant nextExpiry = Instant.MAX;

  LocalQueue(Monitor monitor, Reports reports, QueueDefinition definition) {
    this.monitor = monitor;
    this.reports = reports;
    this.definition = definition;
    this.openings = new Openings(monitor);
  }

  /**
   * @return who has it open
   */
  public Openings openings() {
    return openings;
  }

  /**
   * @return what it is like now
   */
  public QueueDefinition definition() {
    synchronized (monitor) {
      return definition;
    }
  }

  /**
   * @param changed what it is like from now on
   */
  public void define(QueueDefinition changed) {
    synchronized (monitor) {
      definition = changed;
      monitor.changed();
    }
  }

  /**
   * Puts a message.
   *
   * @param message its persistence and priority may be left to the queue
   * @param unit what it belongs to; without one it can be got at once
   * @throws Refusal 2051, 2030 or 2053
   */
  public void put(Message message, Optional<UnitOfWork> unit) throws Refusal {
    synchronized (monitor) {
      if (definition.get(QueueAttribute.PUT) != 0) {
        throw new Refusal(Reason.PUT_INHIBITED);
      }
      if (message.data().length() > definition.get(QueueAttribute.MAXMSGL)) {
        throw new Refusal(Reason.TOO_BIG_FOR_QUEUE);
      }
      if (depth() >= definition.get(QueueAttribute.MAXDEPTH)) {
        throw new Refusal(Reason.QUEUE_FULL);
      }
      complete(message);
      boolean byPriority = definition.get(QueueAttribute.MSGDLVSQ) == 0;
      int priority = byPriority ? message.descriptor().number(NumberField.PRIORITY) : 0;
      QueuedMessage queued =
          new QueuedMessage(
              this,
              new Place(priority, puts++),
              message,
              monitor.clock().instant(),
              unit.isPresent() ? State.PUT_UNCOMMITTED : State.COMMITTED);
      messages.put(queued.place(), queued);
      nextExpiry = earlier(nextExpiry, queued.expiry());
      if (unit.isPresent()) {
        unit.get().add(queued);
      } else {
        reports.tell(Event.ARRIVED, message);
        monitor.changed();
      }
    }
  }

  private void complete(Message message) {
    if (message.descriptor().number(NumberField.PRIORITY) < 0) {
      message.descriptor().number(NumberField.PRIORITY, definition.get(QueueAttribute.DEFPRTY));
    }
    if (message.descriptor().number(NumberField.PERSISTENCE) == 2) {
      message.descriptor().number(NumberField.PERSISTENCE, definition.get(QueueAttribute.DEFPSIST));
    }
  }

  /**
   * Gets or browses a message. One that has no room stays where it is.
   *
   * @param wish which, and how long to wait for it
   * @return a copy of it
   * @throws Refusal 2033, 2034, 2016, or the reason of an interruption
   */
  public Message get(Wish wish) throws Refusal {
    synchronized (monitor) {
      long end = System.nanoTime() + wish.longestWait().toNanos();
      while (true) {
        Optional<Reason> interruption = wish.interruption().get();
        if (interruption.isPresent()) {
          throw new Refusal(interruption.get());
        }
        if (definition.get(QueueAttribute.GET) != 0) {
          throw new Refusal(Reason.GET_INHIBITED);
        }
        Optional<QueuedMessage> found = find(wish);
        if (found.isPresent()) {
          return handOut(wish, found.get());
        }
        await(end - System.nanoTime());
      }
    }
  }

  private void await(long nanoseconds) throws Refusal {
    if (nanoseconds <= 0) {
      throw new Refusal(Reason.NO_MESSAGE_AVAILABLE);
    }
    try {
      monitor.await(nanoseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Reason.CONNECTION_BROKEN);
    }
  }

  private Optional<QueuedMessage> find(Wish wish) throws Refusal {
    dropExpired();
    Place cursor = wish.cursor().place();
    if (wish.way().looksUnderCursor()) {
      QueuedMessage under = cursor == null ? null : messages.get(cursor);
      if (under == null || under.state() != State.COMMITTED) {
        throw new Refusal(Reason.NO_MESSAGE_UNDER_CURSOR);
      }
      return Optional.of(under);
    }
    Collection<QueuedMessage> candidates =
        wish.way() == Wish.Way.BROWSE_NEXT && cursor != null
            ? messages.tailMap(cursor, false).values()
            : messages.values();
    for (QueuedMessage candidate : candidates) {
      if (candidate.isFor(wish.selection())) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Message handOut(Wish wish, QueuedMessage found) {
    Message copy = found.copy(monitor.clock().instant());
    if (!wish.fits(found)) {
      return copy;
    }
    if (!wish.way().removes()) {
      wish.cursor().place(found.place());
    } else if (wish.isInUnit(found)) {
      found.state(State.GOT_UNCOMMITTED);
      handedOut++;
      wish.unit().add(found);
    } else {
      messages.remove(found.place());
      reports.tell(Event.DELIVERED, copy);
    }
    return copy;
  }

  void commit(QueuedMessage message) {
    if (message.state() == State.GOT_UNCOMMITTED) {
      messages.remove(message.place());
      handedOut--;
      reports.tell(Event.DELIVERED, message.message());
    } else {
      message.state(State.COMMITTED);
      reports.tell(Event.ARRIVED, message.message());
    }
  }

  void backOut(QueuedMessage message) {
    if (message.state() == State.GOT_UNCOMMITTED) {
      message.state(State.COMMITTED);
      message.countBackout();
      handedOut--;
    } else {
      messages.remove(message.place());
    }
  }

  private void dropExpired() {
    Instant now = monitor.clock().instant();
    if (now.isBefore(nextExpiry)) {
      return;
    }
    List<QueuedMessage> expired = messages.values().stream().filter(m -> m.expired(now)).toList();
    messages.values().removeAll(expired);
    expired.forEach(message -> reports.tell(Event.EXPIRED, message.message()));
    nextExpiry =
        messages.values().stream()
            .map(QueuedMessage::expiry)
            .reduce(Instant.MAX, LocalQueue::earlier);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** What a stop of the queue manager does not outlive. */
  void dropVolatile() {
    messages.values().removeIf(message -> !message.isPersistent());
  }

  /**
   * @return messages, those put and not committed included, those got and not committed not
   */
  public int depth() {
    synchronized (monitor) {
      dropExpired();
      return messages.size() - handedOut;
    }
  }

  /**
   * @return all messages in their order, uncommitted ones included
   */
  public List<Content> contents() {
    synchronized (monitor) {
      dropExpired();
      Instant now = monitor.clock().instant();
      Stream<QueuedMessage> all = messages.values().stream();
      return all.map(m -> new Content(m.copy(now), m.state())).toList();
    }
  }

  /** Drops all messages that are in no unit of work. */
  public void clear() {
    synchronized (monitor) {
      messages.values().removeIf(message -> message.state() == State.COMMITTED);
    }
  }

  /**
   * A message on the queue.
   *
   * @param message a copy
   * @param state how it stands with units of work
   */
  public record Content(Message message, State state) {}
}
