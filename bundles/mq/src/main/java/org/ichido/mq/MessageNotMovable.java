package org.ichido.mq;

import javax.jms.JMSException;

/**
 * The provider's client received a message that it cannot send on, not even as it is: only the
 * client itself can move it, without looking into it.
 */
final class MessageNotMovable extends JMSException {
  private static final long serialVersionUID = 1L;

  MessageNotMovable(String queue, Exception cause) {
    super("it cannot be moved to " + queue + ": " + JmsTrouble.of(cause).why(), "NOT_MOVABLE");
    initCause(cause);
  }
}
