package org.ichido.mq;

import javax.jms.JMSException;
import javax.jms.Message;

/**
 * Who sent a request, and the id under which its sender knows it. On the backout queue the message
 * itself says both of its mover.
 *
 * @param user as the queue manager vouched, trimmed; empty if it did not
 * @param messageId as the sender got it
 */
record Origin(String user, String messageId) {
  /** Of a message on the queue to which it was sent. */
  static Origin of(Message message) throws JMSException {
    return new Origin(BackoutQueue.user(message), String.valueOf(message.getJMSMessageID()));
  }

  /** Of a message on the backout queue: as whoever put it there says. */
  static Origin ofBackedOut(Message message) throws JMSException {
    return new Origin(text(message, BackoutQueue.USER), text(message, BackoutQueue.MESSAGE_ID));
  }

  private static String text(Message message, String property) throws JMSException {
    String value = message.getStringProperty(property);
    return value == null ? "" : value;
  }
}
