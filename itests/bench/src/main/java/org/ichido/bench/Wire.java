package org.ichido.bench;

import java.io.IOException;
import javax.jms.Connection;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;

/** What is between the host and the server: a queue manager, and who makes connections to it. */
interface Wire extends AutoCloseable {
  /**
   * @return how the figures call it, such as {@code by queue}
   */
  String words();

  /**
   * @return the connection factory that the server's bundles use, by its property {@code name}
   */
  String factory();

  /**
   * @param server that is not started yet and shall be at this wire
   */
  void lay(DemoServer server) throws IOException;

  /**
   * @param server that runs
   * @return a new connection of the bank's channel system, not started
   */
  Connection connect(DemoServer server) throws IOException, JMSException;

  /**
   * @param queue its name
   * @return what makes a session know it, without headers that only JMS reads
   */
  String address(String queue);

  @Override
  void close() throws InterruptedException;
}
