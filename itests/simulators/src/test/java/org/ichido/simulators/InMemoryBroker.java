package org.ichido.simulators;

import java.util.Arrays;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** A real broker in memory, with a session where Ichido would be. */
final class InMemoryBroker implements AutoCloseable {
  static final String REQUESTS = "KINSAN.OTP.DEBIT";
  static final String REPLIES = "KINSAN.OTP.DEBIT.REPLY";

  /** Nothing is fetched ahead, so that the broker itself says that there is nothing. */
  final ActiveMQConnectionFactory factory =
      new ActiveMQConnectionFactory(
          "vm://simulators?create=false&waitForStart=1000&jms.prefetchPolicy.queuePrefetch=0");

  private final BrokerService broker = new BrokerService();
  private final Connection connection;
  private final Session session;

  InMemoryBroker() throws Exception {
    broker.setBrokerName("simulators");
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

  /** Asks as Ichido does. */
  void ask(HostRecord record) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(record.bytes(HostProgram.EBCDIC));
    try (MessageProducer producer = session.createProducer(session.createQueue(REQUESTS))) {
      producer.send(message);
    }
  }

  /** An answer that is there already: it was sent before this is called, if ever. */
  Optional<HostRecord> answer() throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(REPLIES))) {
      if (!(consumer.receiveNoWait() instanceof BytesMessage reply)) {
        return Optional.empty();
      }
      byte[] bytes = new byte[(int) reply.getBodyLength()];
      bytes = Arrays.copyOf(bytes, reply.readBytes(bytes));
      return Optional.of(HostRecord.of("ICHDBR", bytes, HostProgram.EBCDIC));
    }
  }

  @Override
  public void close() throws Exception {
    connection.close();
    broker.stop();
    broker.waitUntilStopped();
  }
}
