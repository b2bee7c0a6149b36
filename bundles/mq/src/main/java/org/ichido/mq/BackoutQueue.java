package org.ichido.mq;

import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;

/** Where goes what cannot be answered, body and properties as they came, and why. */
final class BackoutQueue {
  /** Why the message is there. */
  static final String REASON = "ICHIDO_REASON";

  /** From which queue it came. */
  static final String QUEUE = "ICHIDO_QUEUE";

  /** Who sent it; on the backout queue JMSXUserID may be the mover's. Empty if nobody vouched. */
  static final String USER = "ICHIDO_USER";

  /** The id it came with; the move gives it a new one. */
  static final String MESSAGE_ID = "ICHIDO_MESSAGE_ID";

  private BackoutQueue() {}

  /**
   * Moves within the session's transaction. What is left of the message's expiry stays with it: it
   * may hold a code, and a code travels in a message that expires.
   *
   * @param nowMillis the time
   */
  static void move(
      Session session,
      Producers producers,
      Message message,
      String fromQueue,
      String backoutQueue,
      String reason,
      long nowMillis)
      throws JMSException {
    Map<String, Object> properties = new LinkedHashMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = String.valueOf(names.nextElement());
      properties.put(name, message.getObjectProperty(name));
    }
    String user = user(message);
    message.clearProperties();
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      restore(message, property.getKey(), property.getValue());
    }
    message.setStringProperty(REASON, reason);
    message.setStringProperty(QUEUE, fromQueue);
    message.setStringProperty(USER, user);
    message.setStringProperty(MESSAGE_ID, message.getJMSMessageID());
    long expiration = message.getJMSExpiration();
    producers
        .to(session.createQueue(backoutQueue))
        .send(
            message,
            message.getJMSDeliveryMode(),
            message.getJMSPriority(),
            expiration == 0 ? 0 : Math.max(1, expiration - nowMillis));
  }

  /** The user as the queue manager vouches, or empty. */
  static String user(Message message) throws JMSException {
    String user = message.getStringProperty(RequesterGate.USER);
    return user == null ? "" : user.strip();
  }

  private static void restore(Message message, String name, Object value) throws JMSException {
    try {
      message.setObjectProperty(name, value);
    } catch (JMSException e) {
      // Some of the provider's own, such as the delivery count, are for reading alone.
      if (!name.startsWith("JMS")) {
        throw e;
      }
    }
  }
}
