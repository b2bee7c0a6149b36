package org.ichido.mq;

import java.util.Optional;
import javax.jms.Connection;
import javax.jms.JMSException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked of a queue manager once for each connection, by a thread of its own: where we are,
 * and how the queue is defined. Nothing waits for it, and nothing fails with it. Thread-safe.
 */
final class FirstLook {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

  private final String name;
  private final String queue;
  private final String backoutQueue;
  private volatile Optional<Whereabouts> whereabouts = Optional.empty();
  private volatile Optional<BackoutDefinition> definition = Optional.empty();
  private volatile @Nullable Connection latest;
  private String told = "";

  /**
   * @param name as logs call the queue
   * @param backoutQueue the profile's
   */
  FirstLook(String name, String queue, String backoutQueue) {
    this.name = name;
    this.queue = queue;
    this.backoutQueue = backoutQueue;
  }

  /** Only IBM MQ is asked: no other has such definitions, or names of its own. */
  void begin(Connection connection, ClassLoader loader) throws JMSException {
    if (!QueueName.isIbmsClient(connection.getMetaData().getJMSProviderName())) {
      return;
    }
    latest = connection;
    Thread thread = new Thread(() -> look(connection), "ichido-mq look at " + queue);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
  }

  private void look(Connection connection) {
    Optional<Whereabouts> found = whereabouts(connection);
    BackoutDefinition defined = BackoutDefinition.of(connection, queue, backoutQueue);
    // Else it ended in the middle, and the next connection is looked at already.
    if (latest == connection) {
      whereabouts = found;
      definition = Optional.of(defined);
      tell(defined);
    }
  }

  /** What is not known now is asked when a message needs it. */
  private Optional<Whereabouts> whereabouts(Connection connection) {
    try {
      return Optional.of(Whereabouts.of(connection, backoutQueue));
    } catch (JMSException | RuntimeException e) {
      LOG.debug("{}: cannot ask where we are: {}", name, e.getMessage());
      return Optional.empty();
    }
  }

  private synchronized void tell(BackoutDefinition defined) {
    String line = defined.line().orElse("");
    if (defined.alarming() && !line.equals(told)) {
      LOG.warn("ICH-MQ-018 {}: {}", name, line);
    }
    told = line;
  }

  /** The connection is no more: the next one may be to another queue manager. */
  void forget() {
    latest = null;
    whereabouts = Optional.empty();
  }

  /**
   * Whether a connection is at that queue manager. If not it is asked once more: IBM's client can
   * reconnect to another one, and tells nobody.
   */
  boolean isAt(Connection connection, String queueManager) throws JMSException {
    if (whereabouts.filter(known -> known.queueManager().equals(queueManager)).isPresent()) {
      return true;
    }
    Whereabouts asked = Whereabouts.of(connection, backoutQueue);
    whereabouts = Optional.of(asked);
    return asked.queueManager().equals(queueManager);
  }

  /** Where we are, if that is known, as the end of a line. */
  String where() {
    return whereabouts.map(Whereabouts::toString).orElse("");
  }

  /** How the queue is defined; empty until the queue manager has said so. */
  Optional<BackoutDefinition> definition() {
    return definition;
  }
}
