package org.ichido.transports;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** A program of a bank that looks at its messages closely. One session; for one thread. */
final class Requester implements AutoCloseable {
  static final String CCSID = "JMS_IBM_Character_Set";

  /** Milliseconds for what is there already: a broker pushes it, and that takes a moment. */
  private static final long AT_ONCE = 500;

  private final Connection connection;
  private final String bare;
  private final String requests;
  private final String replies;
  final Session session;

  private Requester(Connection connection, String bare, String requests, String replies)
      throws JMSException {
    this.connection = connection;
    this.bare = bare;
    this.requests = requests;
    this.replies = replies;
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  /** The program of that desk, under its own login. */
  static Requester of(Transport transport, Bank bank, Bank.Desk desk)
      throws JMSException, IOException {
    return of(transport, desk.user(), bank, desk);
  }

  /** Another login at the queues of that desk. */
  static Requester of(Transport transport, String user, Bank bank, Bank.Desk desk)
      throws JMSException, IOException {
    Connection connection = transport.programs().createConnection(user, transport.password(user));
    try {
      connection.start();
      String queue = bank.queue(desk.role().name());
      return new Requester(connection, queue, transport.hostQueue(queue), bank.replies(desk));
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  Message message(HostRecord record, Manner manner) throws JMSException {
    byte[] body = record.bytes(manner.characters().charset());
    Message message =
        manner.text()
            ? session.createTextMessage(new String(body, manner.characters().charset()))
            : bytes(body);
    message.setIntProperty(CCSID, manner.characters().ccsid());
    message.setJMSReplyTo(queue(replies));
    return message;
  }

  BytesMessage bytes(byte[] body) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    return message;
  }

  Session transacted() throws JMSException {
    return connection.createSession(true, Session.SESSION_TRANSACTED);
  }

  /** The address of the desk's request queue. */
  String requests() {
    return requests;
  }

  Queue queue(String name) throws JMSException {
    return session.createQueue(name);
  }

  /** Puts bytes that say they are in that set, with the desk's reply queue. */
  Message putBytes(byte[] body, int ccsid) throws JMSException {
    BytesMessage message = bytes(body);
    message.setIntProperty(CCSID, ccsid);
    message.setJMSReplyTo(queue(replies));
    put(message);
    return message;
  }

  /** Puts it as a program does that speaks JMS, with an RFH2 header where there are such. */
  Message putAsJms(Message message) throws JMSException {
    message.setJMSReplyTo(queue(replies));
    put(bare, message, Manner.USUAL);
    return message;
  }

  String put(Message message) throws JMSException {
    return put(message, Manner.USUAL);
  }

  /** Puts it on the desk's request queue. */
  String put(Message message, Manner manner) throws JMSException {
    return put(requests, message, manner);
  }

  String put(String queue, Message message, Manner manner) throws JMSException {
    try (MessageProducer producer = session.createProducer(queue(queue))) {
      producer.send(
          message, manner.deliveryMode(), Message.DEFAULT_PRIORITY, manner.lives().toMillis());
    }
    return message.getJMSMessageID();
  }

  Answer ask(HostRecord record) throws JMSException {
    return ask(record, Manner.USUAL);
  }

  Answer ask(HostRecord record, Manner manner) throws JMSException {
    return answerTo(put(message(record, manner), manner));
  }

  Answer answerTo(String correlation) throws JMSException {
    return answerTo(correlation, HostProgram.PATIENCE)
        .orElseThrow(() -> new IllegalStateException("no reply to " + correlation));
  }

  Optional<Answer> answerTo(String correlation, Duration wait) throws JMSException {
    Optional<Message> reply = take(replies, "JMSCorrelationID = '" + correlation + "'", wait);
    return reply.isEmpty() ? Optional.empty() : Optional.of(Answer.of(reply.get()));
  }

  /** How many replies lie there that nobody took; they are gone then. */
  int left() throws JMSException {
    int left = 0;
    try (MessageConsumer consumer = session.createConsumer(queue(replies))) {
      while (consumer.receive(AT_ONCE) != null) {
        left++;
      }
    }
    return left;
  }

  /** The next message of a queue, whatever it is. */
  Optional<Message> take(String queue, Duration wait) throws JMSException {
    return take(queue, null, wait);
  }

  private Optional<Message> take(String queue, String selector, Duration wait) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(queue(queue), selector)) {
      return Optional.ofNullable(consumer.receive(wait.toMillis()));
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
