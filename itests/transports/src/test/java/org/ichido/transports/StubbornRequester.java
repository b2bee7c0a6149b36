package org.ichido.transports;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * A transacted program that takes back by chance what it put or got, connects again whenever it is
 * cut off, and puts a request once more when it does not know what became of it: until there is a
 * reply. For one thread.
 */
final class StubbornRequester implements AutoCloseable {
  private static final double TAKES_BACK = 0.1;
  private static final long LIVES = Duration.ofMinutes(5).toMillis();
  private static final long WAITS = Duration.ofSeconds(4).toMillis();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Transport transport;
  private final Random random;
  private final OneVerdict verdicts;
  private Connection connection;
  private Session session;

  StubbornRequester(Transport transport, long seed, OneVerdict verdicts) {
    this.transport = transport;
    this.random = new Random(seed);
    this.verdicts = verdicts;
  }

  /** Asks until it is answered; every reply that is seen on the way is noted. */
  byte[] ask(HostRecord request) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    String trouble = "";
    while (Instant.now().isBefore(end)) {
      try {
        connect();
        byte[] reply = answerTo(put(request));
        if (reply != null) {
          return reply;
        }
      } catch (JMSException e) {
        trouble = e + " " + e.getLinkedException();
        disconnect();
      }
      verdicts.putAgain();
      request.move("ICH-RESEND", "Y").move("ICH-SENT-AT", Instant.now());
    }
    throw new IllegalStateException(
        request.get("ICH-REQUEST-ID") + " has no verdict; last trouble: " + trouble);
  }

  private String put(HostRecord request) throws JMSException {
    while (true) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(request.bytes(HostProgram.EBCDIC));
      message.setIntProperty(Requester.CCSID, 939);
      message.setJMSReplyTo(replies());
      Queue requests = session.createQueue(transport.hostQueue(Bank.KINSAN.queue("REQUEST")));
      try (MessageProducer producer = session.createProducer(requests)) {
        producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, LIVES);
      }
      if (random.nextDouble() >= TAKES_BACK) {
        session.commit();
        return message.getJMSMessageID();
      }
      session.rollback();
      verdicts.tookBack();
    }
  }

  /** The reply; null if none came in time. */
  private byte[] answerTo(String id) throws JMSException {
    try (MessageConsumer consumer =
        session.createConsumer(replies(), "JMSCorrelationID = '" + id + "'")) {
      while (true) {
        Message message = consumer.receive(WAITS);
        if (message == null) {
          session.rollback();
          return null;
        }
        byte[] reply = bytes(message);
        verdicts.came(reply);
        if (random.nextDouble() >= TAKES_BACK) {
          session.commit();
          return reply;
        }
        session.rollback();
        verdicts.tookBack();
      }
    }
  }

  static byte[] bytes(Message message) throws JMSException {
    BytesMessage bytes = (BytesMessage) message;
    byte[] body = new byte[(int) bytes.getBodyLength()];
    return Arrays.copyOf(body, bytes.readBytes(body));
  }

  private Queue replies() throws JMSException {
    return session.createQueue(Bank.KINSAN.replies(Bank.Desk.CHANNEL));
  }

  private void connect() throws JMSException, IOException {
    if (connection == null) {
      Connection made =
          transport.programs().createConnection("channel", transport.password("channel"));
      connection = made;
      made.start();
      session = made.createSession(true, Session.SESSION_TRANSACTED);
    }
  }

  private void disconnect() {
    Connection lost = connection;
    connection = null;
    if (lost != null) {
      try {
        lost.close();
      } catch (JMSException e) {
        verdicts.cutOff();
        return;
      }
    }
    verdicts.cutOff();
  }

  @Override
  public void close() {
    disconnect();
  }
}
