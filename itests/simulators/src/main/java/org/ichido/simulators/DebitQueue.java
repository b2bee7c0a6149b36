package org.ichido.simulators;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;

/**
 * {@link CoreBanking} at a bank's debit queue. It takes a request when the script says so, one at a
 * time, in a transaction with its answer, as a host does. When the queue manager is gone, another
 * one over the same core banking goes on where this one stood. For one thread.
 */
public final class DebitQueue implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final MessageConsumer requests;
  private final CoreBanking core;
  private final HostCharacters characters;

  private DebitQueue(
      Connection connection, String queue, CoreBanking core, HostCharacters characters)
      throws JMSException {
    this.connection = connection;
    this.core = core;
    this.characters = characters;
    session = connection.createSession(true, Session.SESSION_TRANSACTED);
    requests = session.createConsumer(session.createQueue(queue));
  }

  /**
   * @param factory the queue manager
   * @param user core banking's login there
   * @param password the login's password
   * @param queue {@code queue.debit} of the bank's profile
   * @param core who does what is asked
   * @param characters those of {@code queue.ccsid} of the profile
   * @return core banking at that queue
   * @throws JMSException if the queue manager refuses
   */
  public static DebitQueue loggedIn(
      ConnectionFactory factory,
      String user,
      String password,
      String queue,
      CoreBanking core,
      HostCharacters characters)
      throws JMSException {
    Connection connection = factory.createConnection(user, password);
    try {
      DebitQueue debits = new DebitQueue(connection, queue, core, characters);
      connection.start();
      return debits;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Takes the next request, does what it asks, and answers in the manner that was set for its
   * order.
   *
   * @param wait how long to wait for a request, at the most
   * @return the request as it came; empty if none did
   * @throws JMSException if the queue manager refuses
   */
  public Optional<HostRecord> serveNext(Duration wait) throws JMSException {
    if (!(requests.receive(wait.toMillis()) instanceof BytesMessage message)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(int) message.getBodyLength()];
    bytes = Arrays.copyOf(bytes, message.readBytes(bytes));
    HostRecord request = HostRecord.of(FeeRecords.body(), bytes, characters.charset());
    Asked asked = FeeRecords.asked(request);
    Letter letter =
        new Letter(
            ((Queue) message.getJMSReplyTo()).getQueueName(),
            message.getJMSMessageID(),
            FeeRecords.reply(request, core.judge(asked)));
    switch (core.manner(asked.order())) {
      case AT_ONCE -> send(letter);
      case TWICE -> {
        send(letter);
        send(letter);
      }
      case WHEN_TOLD -> core.hold(asked.order(), letter);
      case NEVER -> {}
    }
    session.commit();
    return Optional.of(request);
  }

  /**
   * Sends what was held back for an order.
   *
   * @param order the number of the order
   * @return how many answers that were
   * @throws JMSException if the queue manager refuses
   */
  public int tell(int order) throws JMSException {
    int sent = 0;
    for (Letter letter : core.release(order)) {
      send(letter);
      sent++;
    }
    session.commit();
    return sent;
  }

  private void send(Letter letter) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(letter.record().bytes(characters.charset()));
    message.setIntProperty("JMS_IBM_Character_Set", characters.ccsid());
    message.setJMSCorrelationID(letter.correlation());
    try (MessageProducer producer = session.createProducer(session.createQueue(letter.queue()))) {
      producer.send(message);
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
