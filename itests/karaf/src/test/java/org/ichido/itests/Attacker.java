package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.QueueBrowser;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.testkit.host.EmbeddedBroker;

/** A program with a login that keeps to no rule. One session; for one thread. */
final class Attacker implements AutoCloseable {
  static final String REQUESTS = "KINSAN.OTP.REQUEST";
  static final String OPERATORS = "KINSAN.OTP.OPERATOR";
  static final String BACKOUT = "KINSAN.OTP.BACKOUT";
  static final String REPLIES = "KINSAN.CHANNEL.REPLY";
  static final String CCSID = "JMS_IBM_Character_Set";

  private final ConnectionFactory factory;
  private final Connection connection;
  final Session session;

  Attacker(ConnectionFactory factory, String user) throws JMSException, IOException {
    this.factory = factory;
    connection = factory.createConnection(user, EmbeddedBroker.password(user));
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  /** The same intentions under another login. */
  Attacker as(String user) throws JMSException, IOException {
    return new Attacker(factory, user);
  }

  Session transacted() throws JMSException {
    return connection.createSession(true, Session.SESSION_TRANSACTED);
  }

  BytesMessage bytes(byte[] body, int ccsid) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    message.setIntProperty(CCSID, ccsid);
    return answerable(message);
  }

  TextMessage text(String body, int ccsid) throws JMSException {
    TextMessage message = session.createTextMessage(body);
    message.setIntProperty(CCSID, ccsid);
    return answerable(message);
  }

  <M extends Message> M answerable(M message) throws JMSException {
    message.setJMSReplyTo(session.createQueue(REPLIES));
    return message;
  }

  Message put(Message message) throws JMSException {
    return put(REQUESTS, message);
  }

  Message put(String queue, Message message) throws JMSException {
    return put(queue, message, 120_000);
  }

  Message put(String queue, Message message, long livesMillis) throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, livesMillis);
    }
    return message;
  }

  /** The next message of a queue, waited for. */
  Message take(String queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      Message message = consumer.receive(Hosts.WAIT.toMillis());
      if (message == null) {
        throw new IllegalStateException("nothing came by " + queue);
      }
      return message;
    }
  }

  int depth(String queue) throws JMSException {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
      int depth = 0;
      for (Enumeration<?> seen = browser.getEnumeration(); seen.hasMoreElements(); depth++) {
        seen.nextElement();
      }
      return depth;
    }
  }

  static byte[] body(Message message) throws JMSException {
    if (message instanceof TextMessage text) {
      return text.getText().getBytes(charset(message.getIntProperty(CCSID)));
    }
    BytesMessage bytes = (BytesMessage) message;
    bytes.reset();
    byte[] body = new byte[(int) bytes.getBodyLength()];
    return Arrays.copyOf(body, Math.max(0, bytes.readBytes(body)));
  }

  /** Host programs in 1390 and 1399 have the single bytes of 930 and 939. */
  static Charset charset(int ccsid) {
    return switch (ccsid) {
      case 819 -> StandardCharsets.ISO_8859_1;
      case 930, 1390 -> Charset.forName("x-IBM930");
      case 939, 1399 -> Charset.forName("x-IBM939");
      case 943 -> Charset.forName("x-IBM943C");
      case 1208 -> StandardCharsets.UTF_8;
      default -> throw new IllegalArgumentException("no characters for " + ccsid);
    };
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
