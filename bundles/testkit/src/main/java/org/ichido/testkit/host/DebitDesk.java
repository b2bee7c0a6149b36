package org.ichido.testkit.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;

/**
 * Core banking at the bank's debit queue: takes what Ichido asks about fees, one after the other,
 * and puts answers on the queue for them. It remembers nothing and answers nothing by itself: what
 * core banking does is the test's. For one thread.
 */
public final class DebitDesk implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final MessageConsumer consumer;
  private final MessageProducer producer;
  private final HostCharacters characters;

  private DebitDesk(
      Connection connection, String requests, String replies, HostCharacters characters)
      throws JMSException {
    this.connection = connection;
    this.characters = characters;
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    consumer = session.createConsumer(session.createQueue(requests));
    producer = session.createProducer(session.createQueue(replies));
  }

  /**
   * @param factory the queue manager
   * @param user core banking's login there; the profile lets this requester send {@code
   *     debit-reply}
   * @param password the login's password
   * @param requests {@code queue.debit} of the bank's profile
   * @param replies {@code queue.debit-reply} of the profile
   * @param characters those of {@code queue.ccsid} of the profile
   * @return the desk, which closes its connection
   * @throws JMSException if the queue manager refuses
   */
  public static DebitDesk loggedIn(
      ConnectionFactory factory,
      String user,
      String password,
      String requests,
      String replies,
      HostCharacters characters)
      throws JMSException {
    Connection connection = factory.createConnection(user, password);
    try {
      DebitDesk desk = new DebitDesk(connection, requests, replies, characters);
      connection.start();
      return desk;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Takes the next one off the queue.
   *
   * @param wait how long to wait at the most
   * @return what is asked; empty if nothing came
   * @throws JMSException if the queue manager refuses
   */
  public Optional<FeeRequest> next(Duration wait) throws JMSException {
    if (!(consumer.receive(wait.toMillis()) instanceof BytesMessage message)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(int) message.getBodyLength()];
    int read = message.readBytes(bytes);
    return Optional.of(
        new FeeRequest(
            HostRecord.of(
                RecordType.DEBIT.requestBody(), Arrays.copyOf(bytes, read), characters.charset())));
  }

  /**
   * Puts an answer, one that {@link FeeRequest} made or any other record; as often as you like.
   *
   * @param reply the record
   * @throws JMSException if the queue manager refuses
   */
  public void answer(HostRecord reply) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(reply.bytes(characters.charset()));
    message.setIntProperty("JMS_IBM_Character_Set", characters.ccsid());
    producer.send(
        message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, Message.DEFAULT_TIME_TO_LIVE);
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
