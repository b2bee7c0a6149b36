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
import javax.jms.TextMessage;
import org.ichido.mq.record.Ccsid;

/** Whoever sends requests and reads what comes back. */
final class Peer implements AutoCloseable {
  private static final long PATIENCE = 20_000;

  private final Connection connection;
  final Session session;

  Peer(TestTransport broker, String user) throws JMSException {
    connection = broker.factory(user).createConnection();
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  Queue queue(String name) throws JMSException {
    return session.createQueue(name);
  }

  /** A text with a reply-to. */
  TextMessage text(String body) throws JMSException {
    TextMessage message = session.createTextMessage(body);
    message.setJMSReplyTo(queue(QueueListenersTestBase.REPLIES));
    return message;
  }

  String send(String queue, Message message) throws JMSException {
    return send(queue, message, DeliveryMode.PERSISTENT, Duration.ZERO);
  }

  String send(String queue, Message message, int deliveryMode, Duration timeToLive)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(queue(queue))) {
      producer.send(message, deliveryMode, 7, timeToLive.toMillis());
    }
    return message.getJMSMessageID();
  }

  /** The next message, waited for. */
  Message receive(String queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
      Message message = consumer.receive(PATIENCE);
      if (message == null) {
        throw new AssertionError("no message came by " + queue);
      }
      return message;
    }
  }

  /** A message that is there, or null; for what has stopped growing. */
  Message left(String queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
      return consumer.receive(200);
    }
  }

  /** IBM's client gives a Java name where another gives the number. */
  static int ccsid(Message message) throws JMSException {
    return Ccsid.parse(message.getObjectProperty(RequestBody.CHARACTER_SET)).orElseThrow();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
