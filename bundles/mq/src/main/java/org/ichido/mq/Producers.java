package org.ichido.mq;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.MessageProducer;
import javax.jms.Session;

/**
 * A session's producers, one for each destination: a provider may send without waiting inside a
 * transaction and then says only at the commit that a queue is missing or closed to us, whereas
 * making a producer says so at once. For the session's thread alone.
 */
final class Producers {
  /** More destinations than profiles allow are options in a reply-to's address. */
  private static final int MOST = 32;

  private final Session session;
  private final Map<String, MessageProducer> byDestination = new LinkedHashMap<>();

  Producers(Session session) {
    this.session = session;
  }

  MessageProducer to(Destination destination) throws JMSException {
    String key = destination.toString();
    MessageProducer known = byDestination.get(key);
    if (known != null) {
      return known;
    }
    if (byDestination.size() >= MOST) {
      close();
    }
    MessageProducer made = session.createProducer(destination);
    byDestination.put(key, made);
    return made;
  }

  /** After a failure: the next send asks the provider afresh. */
  void close() throws JMSException {
    for (MessageProducer producer : byDestination.values()) {
      producer.close();
    }
    byDestination.clear();
  }
}
