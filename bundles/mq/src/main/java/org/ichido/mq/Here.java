package org.ichido.mq;

import javax.jms.JMSException;

/** Knows the queue manager from which a message was got. */
interface Here {
  /** For what is decided without a message: no queue manager is the own one. */
  Here NOWHERE = queueManager -> false;

  /**
   * @param queueManager a name
   * @return whether that is the one
   * @throws JMSException if it cannot be asked
   */
  boolean is(String queueManager) throws JMSException;
}
