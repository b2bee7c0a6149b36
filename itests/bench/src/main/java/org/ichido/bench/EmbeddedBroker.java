package org.ichido.bench;

import java.io.IOException;
import javax.jms.Connection;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.demo.DemoServer;

/** The broker in the server itself. */
record EmbeddedBroker() implements Wire {
  /**
   * As a host would: an update of core takes the embedded broker along, and with it connections.
   */
  private static final String RECONNECTING =
      "failover:(%s)?initialReconnectDelay=10&maxReconnectDelay=100";

  @Override
  public String words() {
    return "by queue";
  }

  @Override
  public String factory() {
    return "ichido";
  }

  @Override
  public void lay(DemoServer server) {
    // It is what the distribution comes with.
  }

  @Override
  public Connection connect(DemoServer server) throws IOException, JMSException {
    return new ActiveMQConnectionFactory(RECONNECTING.formatted(server.brokerAddress()))
        .createConnection("channel", server.password("channel"));
  }

  @Override
  public String address(String queue) {
    return queue;
  }

  @Override
  public void close() {
    // It ends with the server.
  }
}
