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
import javax.jms.TemporaryQueue;

/**
 * At which queue manager a connection is, and as which user it knows us: it is asked by a message
 * that we put and take off again. No configuration says it, so none can say it wrong: a queue
 * manager may map our login to another user, and a connection that was lost may be made anew at
 * another queue manager.
 *
 * @param queueManager the name; empty where queue managers have none
 * @param user empty if the queue manager vouches for nobody
 */
record Whereabouts(String queueManager, String user) {
  /** The reason by which a probe is known, should one be seen before it expires. */
  static final String PROBE = "ICHIDO_PROBE";

  private static final Duration LIFE = Duration.ofSeconds(10);

  /**
   * @param queueName a queue that we may write and read, and that no listener reads; for where a
   *     temporary one is refused
   */
  static Whereabouts of(Connection connection, String queueName) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      TemporaryQueue own;
      try {
        own = session.createTemporaryQueue();
      } catch (JMSException e) {
        if (!JmsTrouble.of(e).refuses()) {
          throw e;
        }
        return by(session, session.createQueue(queueName));
      }
      try {
        return by(session, own);
      } finally {
        own.delete();
      }
    }
  }

  private static Whereabouts by(Session session, Queue queue) throws JMSException {
    Message probe = session.createMessage();
    probe.setStringProperty(BackoutQueue.REASON, PROBE);
    // Where a reply-to names no queue manager, the one that takes the message adds its own name.
    probe.setJMSReplyTo(queue);
    try (MessageProducer producer = session.createProducer(queue)) {
      producer.send(probe, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, LIFE.toMillis());
    }
    try (MessageConsumer consumer =
        session.createConsumer(queue, MessageSelector.id(probe.getJMSMessageID()))) {
      Message back = consumer.receive(LIFE.toMillis());
      if (back == null) {
        // Not known is not no: a message that depends on it comes again and is not refused.
        throw new JMSException("a message to ourselves did not come back in " + LIFE);
      }
      return new Whereabouts(queueManager(back), BackoutQueue.user(back));
    }
  }

  private static String queueManager(Message back) throws JMSException {
    return back.getJMSReplyTo() instanceof Queue queue ? QueueName.manager(queue) : "";
  }

  @Override
  public String toString() {
    return (queueManager.isEmpty() ? "" : " at queue manager " + queueManager)
        + (user.isEmpty() ? "" : " as user " + user);
  }
}
