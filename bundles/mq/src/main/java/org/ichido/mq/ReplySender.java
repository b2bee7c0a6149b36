package org.ichido.mq;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageFormatException;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.mq.record.Ccsid;
import org.ichido.spi.store.StoredReply;

/**
 * Sends stored replies as their requests ask for it.
 *
 * <p>A reply goes to the very destination object that the request carries, not to a queue of the
 * same name: IBM's client has noted there whether the request had an RFH2 header, and leaves it out
 * of the reply where it had none (TARGCLIENTMATCHING, on by default).
 */
final class ReplySender {
  /** The request's correlation id is to be the reply's (MQRO_PASS_CORREL_ID). */
  static final String PASS_CORRELATION_ID = "JMS_IBM_Report_Pass_Correl_ID";

  private ReplySender() {}

  /**
   * Sends within the session's transaction.
   *
   * @param timeToLive what is left of the request's expiry in milliseconds; 0 for no end
   * @throws MessageFormatException if the reply cannot be text, as its request was
   */
  static void send(
      Session session, Producers producers, Message request, StoredReply reply, long timeToLive)
      throws JMSException {
    // A resend may be text where the first request came in a set that is bytes alone.
    boolean asText = request instanceof TextMessage && Ccsid.charset(reply.ccsid()).isPresent();
    Message message = asText ? text(session, reply) : bytes(session, reply);
    if (reply.ccsid() != 0) {
      message.setIntProperty(RequestBody.CHARACTER_SET, reply.ccsid());
    }
    message.setJMSCorrelationID(correlationId(request));
    producers
        .to(request.getJMSReplyTo())
        .send(message, request.getJMSDeliveryMode(), request.getJMSPriority(), timeToLive);
  }

  /**
   * JMS makes message ids itself, so that the option to pass on the message id (MQRO_PASS_MSG_ID)
   * cannot be followed; the correlation id says it then, as without any option.
   */
  private static String correlationId(Message request) throws JMSException {
    boolean pass = IntegerProperty.of(request, PASS_CORRELATION_ID).orElse(0) != 0;
    return pass ? request.getJMSCorrelationID() : request.getJMSMessageID();
  }

  private static Message bytes(Session session, StoredReply reply) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(reply.bytes());
    return message;
  }

  private static Message text(Session session, StoredReply reply) throws JMSException {
    Charset charset = Ccsid.charset(reply.ccsid()).orElseThrow(() -> notText(reply));
    byte[] bytes = reply.bytes();
    try {
      String text = Ccsid.decode(bytes, charset);
      if (!Arrays.equals(Ccsid.encode(text, charset), bytes)) {
        throw notText(reply);
      }
      return session.createTextMessage(text);
    } catch (CharacterCodingException e) {
      throw notText(reply);
    }
  }

  private static MessageFormatException notText(StoredReply reply) {
    return new MessageFormatException(
        "the reply of %d bytes in CCSID %d cannot be said as text"
            .formatted(reply.bytes().length, reply.ccsid()));
  }
}
