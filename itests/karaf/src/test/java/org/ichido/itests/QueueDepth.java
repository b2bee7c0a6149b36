package org.ichido.itests;

import java.util.Enumeration;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.QueueBrowser;
import javax.jms.Session;

/** How many messages wait on a queue. */
final class QueueDepth {
  private QueueDepth() {}

  static int of(ConnectionFactory factory, String queue) throws JMSException {
    Connection connection = factory.createConnection();
    try {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      QueueBrowser browser = session.createBrowser(session.createQueue(queue));
      int messages = 0;
      for (Enumeration<?> all = browser.getEnumeration();
          all.hasMoreElements();
          all.nextElement()) {
        messages++;
      }
      return messages;
    } finally {
      connection.close();
    }
  }
}
