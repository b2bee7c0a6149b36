package org.ichido.mq;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one queue that the provider's client cannot read and does not move away either:
 * its receive throws, for ever. Each is got once more by a session of its own and kept in hand
 * there, uncommitted, so that those behind it are received; from time to time it is let go and
 * tried again, for somebody may have mended the queue. Nothing is lost: who stops lets go of all.
 * Thread-safe.
 */
final class UnreadableMessages {
  /** A little more than the BOTHRESH of the shipped definitions. */
  private static final int TRIES = 450;

  /** Several may lie one behind the other, and one cannot be told from the next. */
  private static final int IN_A_ROW = 10;

  /** After so long without one, the next is another one. */
  private static final long CALM = Duration.ofSeconds(5).toNanos();

  /** Of a message that cannot even be received. */
  static final String NO_ID = "";

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableMessages.class);

  /**
   * How many are held at the most: a queue full of them is not to become a heap full of sessions.
   */
  private static final int MOST = 16;

  private final String queue;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private final Deque<Held> held = new ArrayDeque<>();
  private String why = "";
  private int tries;
  private long latest;

  private record Held(Connection connection, Session session, long until) {}

  /**
   * @param queue as it is called in logs
   * @param longest how long one is held before it is tried again
   */
  UnreadableMessages(String queue, Duration longest, LongSupplier nanoTime) {
    this.queue = queue;
    this.longest = longest;
    this.nanoTime = nanoTime;
  }

  /**
   * Whether it is the message of which this is said. A queue manager that fails says a reason code.
   * Of a client that says no error code of its own one cannot know: then it is the connection.
   */
  static boolean isSaidBy(Exception trouble) {
    boolean ownCode = !(trouble instanceof JMSException jms) || jms.getErrorCode() != null;
    return ownCode && JmsTrouble.of(trouble).code().isEmpty();
  }

  /**
   * Counts a message that could not be read, by whichever session. Healthy ones between do not
   * count against it: the client counts the backouts of each message, not those in a row.
   *
   * @param movedAfter how many backouts the client has before it moves one; 0 if that is not known
   * @return whether to hold it back; else the client may move it if only it is tried once more
   */
  synchronized boolean isToBeHeld(int movedAfter) {
    long now = nanoTime.getAsLong();
    tries = tries == 0 || now - latest > CALM ? 1 : tries + 1;
    latest = now;
    boolean noneHeld = held.isEmpty();
    int most =
        movedAfter > 0
            ? Math.max(TRIES, movedAfter) * (noneHeld ? IN_A_ROW : 1)
            : noneHeld ? TRIES : 1;
    boolean enough = tries >= most;
    tries = enough ? 0 : tries;
    return enough;
  }

  /** Whether one more can be held. */
  synchronized boolean hasRoom() {
    return held.size() < MOST;
  }

  static String id(Message message) {
    try {
      return OneLine.of(message.getJMSMessageID());
    } catch (JMSException e) {
      return "without id";
    }
  }

  /**
   * Gets the message that lies in front once more, and holds it if it is still the one.
   *
   * @param id of one that could be received and not moved; else {@link #NO_ID}
   */
  void hold(
      Connection connection,
      Session session,
      MessageConsumer consumer,
      String id,
      Exception trouble) {
    String said = JmsTrouble.of(trouble).why();
    try {
      Message front = consumer.receiveNoWait();
      if (front == null || !id(front).equals(id)) {
        // Somebody else has it in hand, or it is gone; what came instead comes again.
        close(new Held(connection, session, 0));
        return;
      }
    } catch (JMSException | RuntimeException e) {
      // It is in hand now.
      said = JmsTrouble.of(e).why();
    }
    boolean news;
    synchronized (this) {
      held.add(new Held(connection, session, nanoTime.getAsLong() + longest.toNanos()));
      news = !said.equals(why);
      why = said;
    }
    if (news) {
      LOG.error(
          "ICH-MQ-017 {}: a message cannot be read by the queue manager's client and is held back:"
              + " {}. Give the queue a BOQNAME and a BOTHRESH, or take it off, it is the oldest."
              + " It is tried again within a minute.",
          queue,
          said);
    }
  }

  /** Lets go of all once the first was held long enough, or its connection is no more used. */
  synchronized void release(Connection current) {
    if (!held.isEmpty() && isOver(held.element(), current)) {
      releaseAll();
      tries = 0;
    }
  }

  private boolean isOver(Held one, Connection current) {
    return one.connection != current || one.until - nanoTime.getAsLong() <= 0;
  }

  /** Lets go of all. */
  synchronized void releaseAll() {
    while (!held.isEmpty()) {
      close(held.remove());
    }
  }

  /** What is held and why; empty if nothing is. */
  synchronized Optional<String> inWords() {
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d messages cannot be read by the queue manager's client and are held back: %s; give"
                    .formatted(held.size(), why)
                + " the queue a BOQNAME and a BOTHRESH, or take them off, they are the oldest; they"
                + " are tried again within a minute");
  }

  private static void close(Held one) {
    try {
      one.session.close();
    } catch (JMSException | RuntimeException | Error e) {
      LOG.debug("A session was broken when it was closed: {}", e.getMessage());
    }
  }
}
