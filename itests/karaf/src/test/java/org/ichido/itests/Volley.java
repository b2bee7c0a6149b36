package org.ichido.itests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * Puts many requests at one moment: in one transaction, so that none is on the queue before all
 * are. The listener's sessions then find each of them waiting, and race. Alone on its reply queue.
 */
final class Volley implements AutoCloseable {
  private static final int EXPIRY = 120_000;

  private final Session putting;
  private final Session taking;
  private final MessageProducer producer;
  private final MessageConsumer consumer;
  private final Queue replies;

  Volley(Connection connection, String requests, String replies) throws JMSException {
    putting = connection.createSession(true, Session.SESSION_TRANSACTED);
    taking = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.replies = putting.createQueue(replies);
    producer = putting.createProducer(putting.createQueue(requests));
    consumer = taking.createConsumer(this.replies);
  }

  /** Fires without waiting. What it returns is for {@link #awaitReplies}. */
  List<String> fire(List<HostRecord> requests) throws JMSException {
    List<String> ids = new ArrayList<>();
    for (HostRecord request : requests) {
      BytesMessage message = putting.createBytesMessage();
      message.writeBytes(request.bytes(HostProgram.EBCDIC));
      message.setIntProperty("JMS_IBM_Character_Set", 939);
      message.setJMSReplyTo(replies);
      producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, EXPIRY);
      ids.add(message.getJMSMessageID());
    }
    putting.commit();
    return ids;
  }

  /** The replies to these messages, in their order. */
  List<byte[]> awaitReplies(List<String> ids) throws JMSException {
    Map<String, byte[]> received = new HashMap<>();
    while (received.size() < ids.size()) {
      if (!(consumer.receive(Hosts.WAIT.toMillis()) instanceof BytesMessage reply)) {
        throw new IllegalStateException(
            "%d of %d replies in %s".formatted(received.size(), ids.size(), Hosts.WAIT));
      }
      byte[] bytes = new byte[(int) reply.getBodyLength()];
      int read = reply.readBytes(bytes);
      String id = reply.getJMSCorrelationID();
      if (!ids.contains(id) || received.put(id, Arrays.copyOf(bytes, read)) != null) {
        throw new IllegalStateException("a second reply, or one to nobody: " + id);
      }
    }
    return ids.stream().map(received::get).toList();
  }

  @Override
  public void close() throws JMSException {
    putting.close();
    taking.close();
  }
}
