package org.ichido.simulators;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;

/**
 * A channel's or a branch's program on the host: puts a request record on a queue in EBCDIC and
 * waits for the reply with the same correlation. One session; for one thread.
 */
public final class HostProgram implements AutoCloseable {
  /** CCSID 939: Japanese Latin EBCDIC. */
  public static final Charset EBCDIC = Charset.forName("x-IBM939");

  private static final DateTimeFormatter SENT_AT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Tokyo"));

  private final Session session;
  private final MessageProducer producer;
  private final Queue replies;

  /**
   * @param connection a started connection with the program's own login
   * @param requests where its requests go
   * @param replies where it wants the answers
   * @throws JMSException if the queue manager refuses
   */
  public HostProgram(Connection connection, String requests, String replies) throws JMSException {
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    producer = session.createProducer(session.createQueue(requests));
    this.replies = session.createQueue(replies);
  }

  /**
   * A request record with the header filled as every program does it.
   *
   * @param body the copybook of the body
   * @param type the record type, such as {@code VRFY}
   * @param requestId the program's own name for the request
   * @param now the time on the host
   * @return the record; contract, user and body are still to be moved in
   */
  public static HostRecord request(String body, String type, String requestId, Instant now) {
    HostRecord record = new HostRecord(body);
    return record
        .move("ICH-EYECATCHER", "ICHI")
        .move("ICH-VERSION", "01")
        .move("ICH-RECORD-LENGTH", Integer.toString(record.length()))
        .move("ICH-RECORD-TYPE", type)
        .move("ICH-KIND", "Q")
        .move("ICH-ENVIRONMENT", "T")
        .move("ICH-SOURCE", "HOST")
        .move("ICH-DESTINATION", "ICHIDO")
        .move("ICH-BANK", "9990")
        .move("ICH-CHANNEL", "WEB")
        .move("ICH-BUSINESS-DATE", SENT_AT.format(now).substring(0, 8))
        .move("ICH-SENT-AT", SENT_AT.format(now))
        .move("ICH-SERIAL-NUMBER", "1")
        .move("ICH-REQUEST-ID", requestId)
        .move("ICH-RESEND", "N");
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
    message.writeBytes(request.bytes(EBCDIC));
    message.setIntProperty("JMS_IBM_Character_Set", 939);
    message.setJMSReplyTo(replies);
    producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, 120_000);
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
  }
}
