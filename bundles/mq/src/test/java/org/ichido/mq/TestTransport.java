package org.ichido.mq;

import javax.jms.ConnectionFactory;
import javax.jms.JMSException;

/** What messages go by, and what can go wrong with it. */
interface TestTransport extends AutoCloseable {
  /**
   * @return a factory whose connections are that user's
   */
  ConnectionFactory factory(String user) throws JMSException;

  /** From now on nobody may send to it, 2035; each refusal is noted. */
  void closeQueue(String queue);

  /** From now on it takes nothing more, 2053; each refusal is noted. */
  void fillQueue(String queue);

  /** All queues take messages again. */
  void openQueues();

  /** The next commits are rolled back. */
  void failCommits(int number);

  /** The queue of the next send that was refused, waited for. */
  String refusal() throws InterruptedException;

  void stop() throws Exception;

  void start() throws Exception;
}
