package org.ichido.transports;

import java.io.IOException;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;

/**
 * A server, a queue manager between it and the banks' programs, and the programs' way to that. Not
 * for several threads.
 */
interface Transport extends AutoCloseable {
  /** What is done with a server after it was unpacked and before it starts. */
  @FunctionalInterface
  interface Preparation {
    void of(DemoServer server) throws IOException;
  }

  /** The queue manager away, and back. */
  interface Outage {
    void begin() throws Exception;

    void end() throws Exception;
  }

  /**
   * @return the distribution as a process, which runs
   */
  DemoServer server();

  /**
   * @return the programs' way to the queue manager
   * @throws JMSException if there is none
   */
  ConnectionFactory programs() throws JMSException;

  /**
   * @return Ichido's own user there
   */
  default String own() {
    return "ichido";
  }

  /**
   * @param user a login of a program, or {@link #own}
   * @return the login's password
   * @throws IOException if it cannot be read
   */
  String password(String user) throws IOException;

  /**
   * @param queue its name
   * @return as a host program names it: what it puts has no RFH2 header
   */
  String hostQueue(String queue);

  /**
   * @return a way to take the queue manager away; empty if that is not this suite's to do
   */
  Optional<Outage> outage();

  /**
   * @return a queue that holds a few hundred messages at the most, for replies of {@code channel};
   *     empty if there is none
   */
  Optional<String> smallQueue();

  /** Between the commit in the store and the commit at the queue manager: where a server dies. */
  interface Gap extends AutoCloseable {
    /** Where nothing can be held: the moment is left to chance. */
    Gap BY_CHANCE =
        new Gap() {
          @Override
          public void reached() {
            // Whatever is reached by now.
          }

          @Override
          public void close() {
            // Nothing is held.
          }
        };

    /** Returns when a server stands there, if it can be seen. */
    void reached() throws InterruptedException;

    @Override
    void close();
  }

  /**
   * Has the server's next commit wait, where the queue manager is one that can be told so.
   *
   * @return what ends it
   */
  Gap beforeTheCommit();

  @Override
  void close() throws IOException, InterruptedException;
}
