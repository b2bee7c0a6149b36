package org.ichido.mq;

import javax.jms.JMSException;

/** The backout queue cannot be written: the message stays where it is and the listener waits. */
final class BackoutQueueUnavailable extends JMSException {
  private static final long serialVersionUID = 1L;

  BackoutQueueUnavailable(String queue, JMSException cause) {
    super(
        "backout queue %s cannot be written, define it or let us put to it: %s"
            .formatted(queue, cause.getMessage()));
    setLinkedException(cause);
  }
}
