package org.ichido.mq;

import java.util.Optional;
import javax.jms.DeliveryMode;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Queue;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.spi.store.ParkedRow;

/**
 * How a reply goes out: as its request asks for it.
 *
 * <p>A reply goes to the very destination object that the request carries, not to a queue of the
 * same name: IBM's client has noted there whether the request had an RFH2 header, and leaves it out
 * of the reply where it had none (TARGCLIENTMATCHING, on by default). What is parked keeps the
 * destination's address, in which IBM's client says the same.
 *
 * @param to where to
 * @param correlationId by which the requester knows it
 * @param deliveryMode persistent or not
 * @param priority 0 to 9
 * @param text whether as text; otherwise as bytes
 * @param messageId the id that the reply is to have; empty for one of its own
 */
record ReplyEnvelope(
    Destination to,
    String correlationId,
    int deliveryMode,
    int priority,
    boolean text,
    Optional<String> messageId) {
  /** The request's correlation id is to be the reply's (MQRO_PASS_CORREL_ID). */
  static final String PASS_CORRELATION_ID = "JMS_IBM_Report_Pass_Correl_ID";

  /** The request's message id is to be the reply's (MQRO_PASS_MSG_ID). */
  static final String PASS_MESSAGE_ID = "JMS_IBM_Report_Pass_Msg_ID";

  static ReplyEnvelope of(Session session, Message request, Origin origin) throws JMSException {
    Destination replyTo = request.getJMSReplyTo();
    boolean passId =
        asks(request, PASS_MESSAGE_ID) && replyTo instanceof Queue queue && writesIds(queue);
    return new ReplyEnvelope(
        passId ? session.createQueue(idWritten((Queue) replyTo)) : replyTo,
        correlationId(request, origin),
        request.getJMSDeliveryMode(),
        request.getJMSPriority(),
        request instanceof TextMessage,
        passId ? Optional.of(origin.messageId()) : Optional.empty());
  }

  /** JMS makes message ids itself; IBM's client lets a program say one, at such an address. */
  private static boolean writesIds(Queue replyTo) throws JMSException {
    return QueueName.isIbm(String.valueOf(replyTo.getQueueName()));
  }

  private static String idWritten(Queue replyTo) throws JMSException {
    return QueueName.withDescriptor(String.valueOf(replyTo.getQueueName()));
  }

  private static boolean asks(Message request, String option) throws JMSException {
    return IntegerProperty.of(request, option).orElse(0) != 0;
  }

  /** To the queue of that address, which need not be the one that the request named. */
  static ReplyEnvelope of(Session session, ParkedRow parked, String address) throws JMSException {
    return new ReplyEnvelope(
        session.createQueue(address),
        parked.correlationId(),
        parked.persistent() ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT,
        parked.priority(),
        parked.text(),
        QueueName.hasDescriptor(address) ? Optional.of(parked.messageId()) : Optional.empty());
  }

  /** As without any option, unless it is asked for: the message id. */
  private static String correlationId(Message request, Origin origin) throws JMSException {
    String passed = asks(request, PASS_CORRELATION_ID) ? request.getJMSCorrelationID() : null;
    return passed == null ? origin.messageId() : passed;
  }

  /**
   * @return the destination's whole address, such as {@code queue://QM1/REPLY?targetClient=1}
   */
  String address() throws JMSException {
    return to instanceof Queue queue ? queue.getQueueName() : String.valueOf(to);
  }
}
