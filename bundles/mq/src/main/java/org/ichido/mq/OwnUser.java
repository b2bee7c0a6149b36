package org.ichido.mq;

import java.time.Duration;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;

/**
 * As which user the queue manager knows us: it is asked by a message that we put and take off
 * again. No configuration says it, so none can say it wrong, and a queue manager may map our login
 * to another user.
 */
final class OwnUser {
  /** The reason by which a probe is known, should one be seen before it expires. */
  static final String PROBE = "ICHIDO_PROBE";

  private static final Duration LIFE = Duration.ofSeconds(10);

  private OwnUser() {}

  /**
   * @param queueName a queue that we may write and read, and that no listener reads
   * @return the user; empty if the queue manager vouches for nobody
   */
  static String over(Connection connection, String queueName) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      Queue queue = session.createQueue(queueName);
      Message probe = session.createMessage();
      probe.setStringProperty(BackoutQueue.REASON, PROBE);
      try (MessageProducer producer = session.createProducer(queue)) {
        producer.send(
            probe, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, LIFE.toMillis());
      }
      try (MessageConsumer consumer =
          session.createConsumer(queue, MessageSelector.id(probe.getJMSMessageID()))) {
        Message back = consumer.receive(LIFE.toMillis());
        return back == null ? "" : BackoutQueue.user(back);
      }
    }
  }
}
