package org.ichido.mq;

import javax.jms.JMSException;
import javax.jms.Queue;

/** The bare name of a queue, as a profile writes it. */
final class QueueName {
  private static final String SCHEME = "queue://";

  private QueueName() {}

  static String of(Queue queue) throws JMSException {
    String name = queue.getQueueName();
    return name == null ? "" : bare(name);
  }

  /**
   * @param name as a provider gives it: {@code queue://QM1/REPLY?targetClient=1}, {@code
   *     queue:///REPLY}, {@code REPLY}
   */
  static String bare(String name) {
    String bare = name;
    if (bare.startsWith(SCHEME)) {
      bare = bare.substring(SCHEME.length());
      bare = bare.substring(bare.indexOf('/') + 1);
    }
    int options = bare.indexOf('?');
    return (options < 0 ? bare : bare.substring(0, options)).strip();
  }
}
