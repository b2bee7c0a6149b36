package org.ichido.testkit.host;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.jspecify.annotations.Nullable;

/**
 * A channel's or a branch's program on the host: puts a request record on a queue and waits for the
 * reply with the same correlation. It speaks EBCDIC, CCSID 939, unless it is told otherwise ({@link
 * #speaking}). One session; for one thread.
 *
 * <p>Its messages do not expire unless it is told so ({@link #expiringAfter}): an expiry is counted
 * by the machine's clock, and Ichido compares it with its own, which a test may have driven.
 */
public final class HostProgram implements AutoCloseable {
  /** CCSID 939: Japanese Latin EBCDIC. */
  public static final Charset EBCDIC = HostCharacters.LATIN_EBCDIC.charset();

  /** How long a program waits for a reply, if it does not say: 60 s. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final @Nullable Connection own;
  private final Session session;
  private final MessageProducer producer;
  private final Queue replies;
  private HostCharacters characters = HostCharacters.LATIN_EBCDIC;
  private long timeToLive;

  /**
   * A program over a connection that somebody else closes.
   *
   * @param connection a started connection with the program's own login
   * @param requests where its requests go
   * @param replies where it wants the answers
   * @throws JMSException if the queue manager refuses
   */
  public HostProgram(Connection connection, String requests, String replies) throws JMSException {
    this(null, connection, requests, replies);
  }

  private HostProgram(
      @Nullable Connection own, Connection connection, String requests, String replies)
      throws JMSException {
    this.own = own;
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    producer = session.createProducer(session.createQueue(requests));
    this.replies = session.createQueue(replies);
  }

  /**
   * A program with a connection of its own, which it closes.
   *
   * @param factory the queue manager
   * @param user its login there, by which Ichido knows the requester
   * @param password the login's password
   * @param requests where its requests go
   * @param replies where it wants the answers; one of the requester's {@code reply-to}
   * @return the program
   * @throws JMSException if the queue manager refuses
   */
  public static HostProgram loggedIn(
      ConnectionFactory factory, String user, String password, String requests, String replies)
      throws JMSException {
    Connection connection = factory.createConnection(user, password);
    try {
      connection.start();
      return new HostProgram(connection, connection, requests, replies);
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * @param after how long what it puts from now on lives on the queues, request and reply together
   * @return this program
   */
  public HostProgram expiringAfter(Duration after) {
    timeToLive = after.toMillis();
    return this;
  }

  /**
   * @param others the characters that it speaks from now on, in place of CCSID 939
   * @return this program
   */
  public HostProgram speaking(HostCharacters others) {
    characters = others;
    return this;
  }

  /**
   * Puts a request and waits {@link #PATIENCE} for its reply.
   *
   * @param request the record
   * @return the record of the reply
   * @throws JMSException if the queue manager refuses
   * @throws IllegalStateException if no reply came in time
   */
  public HostRecord answerTo(HostRecord request) throws JMSException {
    return request.reply(ask(request, PATIENCE), characters.charset());
  }

  /**
   * Waits until Ichido answers this program, which is when the bank's profile is valid, its store
   * and vault are there, and its queue is listened to. It asks about a code of nobody, always the
   * same request: however often, it leaves one entry in the audit.
   *
   * @param host the program's host
   * @throws JMSException if the queue manager refuses
   * @throws IllegalStateException if no answer came in {@link #PATIENCE}
   */
  public void untilServed(BankHost host) throws JMSException {
    ask(host.verify("testkit-until-served", "NOBODY", "nobody", "000000"), PATIENCE);
  }

  /**
   * Puts a request and waits for its reply.
   *
   * @param request the record
   * @param wait how long to wait at the most
   * @return the bytes of the reply
   * @throws JMSException if the queue manager refuses
   * @throws IllegalStateException if no reply came in time
   */
  public byte[] ask(HostRecord request, Duration wait) throws JMSException {
    return receive(put(request), wait);
  }

  /**
   * Puts a request and does not wait.
   *
   * @param request the record
   * @return the message id, by which the reply will be correlated
   * @throws JMSException if the queue manager refuses
   */
  public String put(HostRecord request) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(request.bytes(characters.charset()));
    message.setIntProperty("JMS_IBM_Character_Set", characters.ccsid());
    message.setJMSReplyTo(replies);
    producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, timeToLive);
    return message.getJMSMessageID();
  }

  /**
   * Waits for the reply to a request that was put.
   *
   * @param messageId what {@link #put} returned
   * @param wait how long to wait at the most
   * @return the bytes of the reply
   * @throws JMSException if the queue manager refuses
   * @throws IllegalStateException if no reply came in time
   */
  public byte[] receive(String messageId, Duration wait) throws JMSException {
    try (MessageConsumer consumer =
        session.createConsumer(replies, "JMSCorrelationID = '" + messageId + "'")) {
      if (consumer.receive(wait.toMillis()) instanceof BytesMessage reply) {
        byte[] bytes = new byte[(int) reply.getBodyLength()];
        int read = reply.readBytes(bytes);
        return Arrays.copyOf(bytes, read);
      }
      throw new IllegalStateException("no reply in " + wait + " to " + messageId);
    }
  }

  @Override
  public void close() throws JMSException {
    session.close();
    if (own != null) {
      own.close();
    }
  }
}
