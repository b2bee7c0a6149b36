package org.ichido.testkit.host;

import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A real broker in memory, with a session where Ichido would be. */
final class InMemoryBroker implements AutoCloseable {
  final ActiveMQConnectionFactory factory =
      new ActiveMQConnectionFactory("vm://testkit?create=false&waitForStart=1000");
  final BrokerService broker = new BrokerService();
  final Connection connection;
  final Session session;

  InMemoryBroker() throws Exception {
    broker.setBrokerName("testkit");
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setSchedulerSupport(false);
    broker.setAdvisorySupport(false);
    broker.start();
    broker.waitUntilStarted();
    connection = factory.createConnection();
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  void put(String queue, byte[] bytes) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(bytes);
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      producer.send(message);
    }
  }

  @Override
  public void close() throws Exception {
    connection.close();
    broker.stop();
    broker.waitUntilStopped();
  }
}
