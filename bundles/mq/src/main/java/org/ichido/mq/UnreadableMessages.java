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
   * @param tries how often in a row the message that lies in front could not be read
   * @return whether the client will move it away if only it is tried once more; not where it has
   *     not moved others
   */
  synchronized boolean mayBeMoved(int tries) {
    return tries < TRIES && held.isEmpty();
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
      if (held.size() >= MOST) {
        close(held.remove());
      }
      held.add(new Held(connection, session, nanoTime.getAsLong() + longest.toNanos()));
      news = !said.equals(why);
      why = said;
    }
    if (news) {
      LOG.error(
          "ICH-MQ-017 {}: a message cannot be read by the queue manager's client and is held back:"
              + " {}. Give the queue a BOQNAME and a BOTHRESH, or take it off, it is the oldest.",
          queue,
          said);
    }
  }

  /** Lets go of those that were held long enough, and of those whose connection is no more used. */
  synchronized void release(Connection current) {
    while (!held.isEmpty() && isOver(held.element(), current)) {
      close(held.remove());
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
                + " the queue a BOQNAME and a BOTHRESH, or take them off, they are the oldest");
  }

  private static void close(Held one) {
    try {
      one.session.close();
    } catch (JMSException | RuntimeException | Error e) {
      LOG.debug("A session was broken when it was closed: {}", e.getMessage());
    }
  }
}
