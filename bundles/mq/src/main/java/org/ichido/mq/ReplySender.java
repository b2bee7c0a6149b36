package org.ichido.mq;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageFormatException;
import javax.jms.Session;
import org.ichido.mq.record.Ccsid;
import org.ichido.spi.store.StoredReply;

/** Sends stored replies, byte for byte. */
final class ReplySender {
  /** MQMT_REPLY. */
  private static final int REPLY = 2;

  /** The message id in the descriptor (MQMD), 24 bytes; only for an address that lets us. */
  private static final String MESSAGE_ID = "JMS_IBM_MQMD_MsgId";

  private static final String ID = "ID:";

  private ReplySender() {}

  private static byte[] bytes(String messageId) {
    String digits = messageId.startsWith(ID) ? messageId.substring(ID.length()) : messageId;
    return HexFormat.of().parseHex(digits);
  }

  /**
   * Sends within the session's transaction.
   *
   * @param timeToLive what is left of the request's expiry in milliseconds; 0 for no end
   * @throws MessageFormatException if the reply cannot be text, as its request was
   */
  static void send(
      Session session,
      Producers producers,
      ReplyEnvelope envelope,
      StoredReply reply,
      long timeToLive)
      throws JMSException {
    // A resend may be text where the first request came in a set that is bytes alone.
    boolean asText = envelope.text() && Ccsid.charset(reply.ccsid()).isPresent();
    Message message = asText ? text(session, reply) : bytes(session, reply);
    if (reply.ccsid() != 0) {
      message.setIntProperty(
          RequestBody.CHARACTER_SET,
          QueueName.isIbm(envelope.address()) ? Ccsid.sayableByIbm(reply.ccsid()) : reply.ccsid());
    }
    message.setJMSCorrelationID(envelope.correlationId());
    message.setIntProperty(RequesterGate.MESSAGE_TYPE, REPLY);
    if (envelope.messageId().isPresent()) {
      message.setObjectProperty(MESSAGE_ID, bytes(envelope.messageId().get()));
    }
    producers
        .to(envelope.to())
        .send(message, envelope.deliveryMode(), envelope.priority(), timeToLive);
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
