package org.ichido.mq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.QueueBrowser;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.api.BackedOutMessage;

/** Where goes what cannot be answered, body and properties as they came, and why. */
final class BackoutQueue {
  /** Why the message is there. */
  static final String REASON = "ICHIDO_REASON";

  /** Shown for what says no reason: the queue manager's client moved it, or anybody else. */
  static final String NOT_BY_ICHIDO = "NOT_BY_ICHIDO";

  /** From which queue it came. */
  static final String QUEUE = "ICHIDO_QUEUE";

  /** Who sent it; on the backout queue JMSXUserID may be the mover's. Empty if nobody vouched. */
  static final String USER = "ICHIDO_USER";

  /** The id it came with; the move gives it a new one. */
  static final String MESSAGE_ID = "ICHIDO_MESSAGE_ID";

  /** The options of a message that ask for reports of it, or say what is to be passed on. */
  private static final String REPORT_OPTIONS = "JMS_IBM_Report_";

  /** They ask for no report, and a reply is still to follow them. */
  private static final Set<String> PASSED_ON =
      Set.of(ReplyEnvelope.PASS_MESSAGE_ID, ReplyEnvelope.PASS_CORRELATION_ID);

  /** Nobody's user, queue or reason is longer; what a stranger writes may be. */
  private static final int LONGEST_SHOWN = 100;

  /** IBM's client says that there are no more where it stumbles over one, and goes on if asked. */
  private static final int MOST_MISSES = 16;

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
      if (!asksForReports(name)) {
        properties.put(name, message.getObjectProperty(name));
      }
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

  /**
   * We put the message, so that a queue manager would put its reports, with its data, by our
   * authority: onto whatever reply-to it says, also one for which it was refused.
   */
  private static boolean asksForReports(String property) {
    return property.startsWith(REPORT_OPTIONS) && !PASSED_ON.contains(property);
  }

  /**
   * Looks at the messages and takes none. Ours and anybody's: what they say is made harmless.
   *
   * @param atMost how many at the most
   */
  static List<BackedOutMessage> browse(Connection connection, String backoutQueue, int atMost)
      throws JMSException {
    List<BackedOutMessage> found = new ArrayList<>();
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(backoutQueue))) {
      Enumeration<?> messages = browser.getEnumeration();
      for (int misses = 0; found.size() < atMost && misses < MOST_MISSES; misses++) {
        if (messages.hasMoreElements()) {
          found.add(shown((Message) messages.nextElement()));
          misses = 0;
        }
      }
    }
    return found;
  }

  private static BackedOutMessage shown(Message message) throws JMSException {
    long expiration = message.getJMSExpiration();
    return new BackedOutMessage(
        OneLine.of(message.getJMSMessageID()),
        reason(message),
        text(message, QUEUE),
        text(message, USER),
        OneLine.of(user(message)),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        length(message),
        expiration == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiration)));
  }

  private static String reason(Message message) throws JMSException {
    String reason = text(message, REASON);
    return reason.isEmpty() ? NOT_BY_ICHIDO : reason;
  }

  private static String text(Message message, String property) throws JMSException {
    String value = message.getStringProperty(property);
    String line = value == null ? "" : OneLine.of(value);
    return line.substring(0, Math.min(line.length(), LONGEST_SHOWN));
  }

  private static Optional<Long> length(Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      return Optional.of(bytes.getBodyLength());
    }
    String text = message instanceof TextMessage said ? said.getText() : null;
    return text == null ? Optional.empty() : Optional.of((long) text.length());
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
