package org.ichido.bench.echo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sends every message back, in a transaction of its own: the least that a request and its reply
 * cost on this broker. A bundle in the same process, over the same connection factory, with as many
 * sessions and the same settings as a listener of Ichido.
 */
public final class Echo {
  /** Where it listens. */
  public static final String QUEUE = "BENCH.ECHO";

  private static final String CCSID = "JMS_IBM_Character_Set";
  private static final int EBCDIC = 939;
  private static final long RECEIVE_MILLIS = 500;

  private final ConnectionFactory connections;
  private final int sessions;
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable Connection connection;
  private volatile boolean stopped;

  /**
   * For Declarative Services.
   *
   * @param properties {@code sessions}: as many as the listener that it is compared with
   */
  public Echo(ConnectionFactory connections, Map<String, Object> properties) {
    this.connections = connections;
    this.sessions = (Integer) properties.getOrDefault("sessions", 1);
  }

  /** For Declarative Services. */
  public void activate() throws JMSException {
    Connection made = connections.createConnection();
    connection = made;
    made.start();
    for (int i = 0; i < sessions; i++) {
      Session session = made.createSession(true, Session.SESSION_TRANSACTED);
      Thread thread = new Thread(() -> echo(session), "echo " + i);
      thread.setContextClassLoader(connections.getClass().getClassLoader());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** For Declarative Services. */
  public void deactivate() throws InterruptedException, JMSException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
    if (connection != null) {
      connection.close();
    }
  }

  private void echo(Session session) {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
      MessageProducer producer = null;
      String known = "";
      while (!stopped) {
        if (consumer.receive(RECEIVE_MILLIS) instanceof BytesMessage request) {
          Destination replyTo = request.getJMSReplyTo();
          if (producer == null || !replyTo.toString().equals(known)) {
            producer = session.createProducer(replyTo);
            known = replyTo.toString();
          }
          long left = request.getJMSExpiration() - System.currentTimeMillis();
          producer.send(
              reply(session, request),
              request.getJMSDeliveryMode(),
              request.getJMSPriority(),
              Math.max(1, left));
          session.commit();
        }
      }
    } catch (JMSException e) {
      throw new IllegalStateException("the echo is broken, and so is the run", e);
    }
  }

  private static Message reply(Session session, BytesMessage request) throws JMSException {
    byte[] body = new byte[(int) request.getBodyLength()];
    int read = request.readBytes(body);
    if (read != body.length) {
      throw new IllegalStateException(read + " of " + body.length + " bytes were read");
    }
    BytesMessage reply = session.createBytesMessage();
    reply.writeBytes(body);
    // Read as a listener must; providers differ in its type.
    if (request.getObjectProperty(CCSID) == null) {
      throw new IllegalStateException("a host says in what it writes");
    }
    reply.setIntProperty(CCSID, EBCDIC);
    reply.setJMSCorrelationID(request.getJMSMessageID());
    return reply;
  }
}
