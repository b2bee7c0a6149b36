package org.ichido.queuemanager;

import com.ibm.mq.MQException;
import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.JMSRuntimeException;
import javax.jms.MessageConsumer;
import javax.jms.Queue;
import javax.jms.Session;
import javax.jms.TextMessage;

/** A program that uses IBM's JMS classes. */
final class JmsProgram implements AutoCloseable {
  /** Long enough for a busy machine; a message that is there comes at once. */
  static final long LONG = 20_000;

  final Connection connection;
  final Session session;

  private JmsProgram(Connection connection, boolean transacted) throws JMSException {
    this.connection = connection;
    this.session = connection.createSession(transacted, Session.AUTO_ACKNOWLEDGE);
  }

  static MQConnectionFactory factory(QueueManager qm) throws JMSException {
    return factory(qm.port());
  }

  static MQConnectionFactory factory(int port) throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(port);
    factory.setChannel("A.CHANNEL");
    factory.setQueueManager("QM1");
    return factory;
  }

  static JmsProgram transacted(QueueManager qm) throws JMSException {
    return start(factory(qm).createConnection(), true);
  }

  static JmsProgram automatic(QueueManager qm) throws JMSException {
    return start(factory(qm).createConnection(), false);
  }

  static JmsProgram start(Connection connection, boolean transacted) throws JMSException {
    connection.start();
    return new JmsProgram(connection, transacted);
  }

  Queue queue(String name) throws JMSException {
    return session.createQueue("queue:///" + name);
  }

  void send(String queue, String text) throws JMSException {
    session.createProducer(queue(queue)).send(session.createTextMessage(text));
  }

  MessageConsumer consumer(String queue) throws JMSException {
    return session.createConsumer(queue(queue));
  }

  /** The text of the next message; null if there is none. */
  static String receive(MessageConsumer consumer, long milliseconds) throws JMSException {
    return consumer.receive(milliseconds) instanceof TextMessage text ? text.getText() : null;
  }

  /** The reason code behind an exception of JMS; 0 if there is none, or no exception. */
  static int reasonOf(BaseProgram.Action call) throws Exception {
    try {
      call.run();
      return 0;
    } catch (JMSException | JMSRuntimeException e) {
      return reason(e);
    }
  }

  static int reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MQException reason) {
        return reason.reasonCode;
      }
    }
    return 0;
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
