package org.ichido.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;

/**
 * The bank's channel system: many callers, one reply queue, and one reader of it who hands each
 * reply to its caller. A consumer for each request, as a test has it, would be most of the work.
 */
final class HostChannel implements AutoCloseable {
  static final String REQUESTS = "KINSAN.OTP.REQUEST";

  private static final String REPLIES = "KINSAN.CHANNEL.REPLY";

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final Connection connection;
  private final UnaryOperator<String> address;
  private final Map<String, CompletableFuture<byte[]>> awaited = new ConcurrentHashMap<>();

  /**
   * @param connection not started yet, and closed with this
   * @param address makes of a queue's name what a session of this provider knows it by
   */
  HostChannel(Connection connection, UnaryOperator<String> address) throws JMSException {
    this.connection = connection;
    this.address = address;
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session
        .createConsumer(session.createQueue(address.apply(REPLIES)))
        .setMessageListener(this::replied);
    connection.start();
  }

  private void replied(Message message) {
    try {
      BytesMessage reply = (BytesMessage) message;
      byte[] body = new byte[(int) reply.getBodyLength()];
      CompletableFuture<byte[]> waits = awaited(reply.getJMSCorrelationID());
      if (reply.readBytes(body) == body.length) {
        waits.complete(body);
      } else {
        waits.completeExceptionally(new IllegalStateException("half a reply"));
      }
    } catch (JMSException e) {
      throw new IllegalStateException("a reply cannot be read", e);
    }
  }

  /** Whoever comes first makes it: the reply may be here before the send has returned. */
  private CompletableFuture<byte[]> awaited(String id) {
    return awaited.computeIfAbsent(id, i -> new CompletableFuture<>());
  }

  Line line(String queue) throws JMSException {
    return new Line(queue);
  }

  /** One caller's session. For one thread at a time. */
  final class Line {
    private final Session session;
    private final MessageProducer producer;
    private final Queue replies;

    private Line(String queue) throws JMSException {
      session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      producer = session.createProducer(session.createQueue(address.apply(queue)));
      replies = session.createQueue(address.apply(REPLIES));
    }

    /**
     * @throws TimeoutException if no reply came
     */
    byte[] ask(byte[] record)
        throws JMSException, TimeoutException, InterruptedException, ExecutionException {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(record);
      message.setIntProperty("JMS_IBM_Character_Set", 939);
      message.setJMSReplyTo(replies);
      producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, 120_000);
      String id = message.getJMSMessageID();
      try {
        return awaited(id).get(WAIT.toSeconds(), TimeUnit.SECONDS);
      } finally {
        awaited.remove(id);
      }
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
