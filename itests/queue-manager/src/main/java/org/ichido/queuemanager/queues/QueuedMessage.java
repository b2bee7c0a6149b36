package org.ichido.queuemanager.queues;

import java.time.Instant;
import java.util.Comparator;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;

/** A message while it is on a queue. Guarded by the monitor. */
final class QueuedMessage {
  private final LocalQueue queue;
  private final Place place;
  private final Message message;
  private final Instant expiry;
  private State state;

  QueuedMessage(LocalQueue queue, Place place, Message message, Instant now, State state) {
    this.queue = queue;
    this.place = place;
    this.message = message;
    int tenths = message.descriptor().number(NumberField.EXPIRY);
    this.expiry = tenths < 0 ? Instant.MAX : now.plusMillis(tenths * 100L);
    this.state = state;
  }

  /**
   * The order on a queue.
   *
   * @param priority 0 to 9, higher is first
   * @param number counts the puts
   */
  record Place(int priority, long number) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::priority).reversed().thenComparingLong(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  LocalQueue queue() {
    return queue;
  }

  Place place() {
    return place;
  }

  Message message() {
    return message;
  }

  State state() {
    return state;
  }

  void state(State newState) {
    state = newState;
  }

  boolean isFor(Selection selection) {
    return state == State.COMMITTED && selection.isMet(message.descriptor());
  }

  boolean expired(Instant now) {
    return state == State.COMMITTED && !now.isBefore(expiry);
  }

  Instant expiry() {
    return expiry;
  }

  boolean isPersistent() {
    return message.descriptor().number(NumberField.PERSISTENCE) == 1;
  }

  int length() {
    return message.data().length();
  }

  void countBackout() {
    MessageDescriptor descriptor = message.descriptor();
    descriptor.number(NumberField.BACKOUT_COUNT, descriptor.number(NumberField.BACKOUT_COUNT) + 1);
  }

  /** A copy of the message, with what is left of its time. */
  Message copy(Instant now) {
    MessageDescriptor copy = message.descriptor().copy();
    if (!expiry.equals(Instant.MAX)) {
      long tenths = (expiry.toEpochMilli() - now.toEpochMilli()) / 100;
      copy.number(NumberField.EXPIRY, (int) Math.max(1, tenths));
    }
    return new Message(copy, message.data());
  }
}
