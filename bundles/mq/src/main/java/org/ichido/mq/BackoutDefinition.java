package org.ichido.mq;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import javax.jms.TemporaryQueue;
import org.ichido.mq.record.Ccsid;

/**
 * How the queue manager defines what becomes of a message that was backed out often: BOTHRESH and
 * BOQNAME of the queue. IBM's client itself moves a message away when the one is reached, and
 * counts every rollback: also those that were no message's fault, see {@link ExcusedRollbacks}.
 *
 * @param alarming whether somebody must mend it
 * @param line what is the case and what to do; empty if all is well
 * @param movedAfter how many backouts the client has before it moves a message; 0 if it moves none,
 *     or nobody knows
 */
record BackoutDefinition(boolean alarming, Optional<String> line, int movedAfter) {
  /**
   * From here on no outage of the store moves a healthy request; the shipped definitions say so.
   */
  private static final int HIGH_ENOUGH = ExcusedRollbacks.MOST + RequestHandling.BACKOUT_THRESHOLD;

  private static final int SHIPPED = 400;
  private static final String ASKED_AGAIN = "; it is asked again at the next connection";

  /** Where a queue manager's command server reads. */
  private static final String COMMANDS = "SYSTEM.ADMIN.COMMAND.QUEUE";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REQUEST = 1;

  /**
   * Asks the queue manager.
   *
   * @param queue from which requests are received
   * @param backoutQueue the profile's
   */
  static BackoutDefinition of(Connection connection, String queue, String backoutQueue) {
    try {
      return ask(connection, queue)
          .map(answer -> judged(answer, queue, backoutQueue))
          .orElseGet(() -> unknown(queue, "the command server gave no answer"));
    } catch (JMSException | RuntimeException e) {
      return unknown(queue, JmsTrouble.of(e).why());
    }
  }

  private static Optional<QueueInquiry.Answer> ask(Connection connection, String queue)
      throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      TemporaryQueue answers = session.createTemporaryQueue();
      try (MessageProducer producer =
              session.createProducer(session.createQueue(QueueName.ofHost(COMMANDS)));
          MessageConsumer consumer = session.createConsumer(answers)) {
        BytesMessage command = session.createBytesMessage();
        command.writeBytes(QueueInquiry.command(queue));
        command.setStringProperty("JMS_IBM_Format", QueueInquiry.FORMAT);
        command.setIntProperty("JMS_IBM_Encoding", QueueInquiry.ENCODING);
        command.setIntProperty(RequestBody.CHARACTER_SET, QueueInquiry.CCSID);
        command.setIntProperty(RequesterGate.MESSAGE_TYPE, REQUEST);
        command.setJMSReplyTo(answers);
        producer.send(
            command, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, PATIENCE.toMillis());
        return consumer.receive(PATIENCE.toMillis()) instanceof BytesMessage answer
            ? QueueInquiry.read(RequestBody.all(answer), names(answer))
            : Optional.empty();
      } finally {
        answers.delete();
      }
    }
  }

  /** Queues' names have characters that all sets of one kind, ASCII or EBCDIC, have alike. */
  private static Charset names(Message answer) throws JMSException {
    Object set = answer.getObjectProperty(RequestBody.CHARACTER_SET);
    return Optional.ofNullable(set)
        .flatMap(Ccsid::parse)
        .flatMap(Ccsid::charset)
        .orElse(StandardCharsets.ISO_8859_1);
  }

  /** What the answer means for a queue of a profile. */
  static BackoutDefinition judged(QueueInquiry.Answer answer, String queue, String backoutQueue) {
    Optional<QueueInquiry.Attributes> asked =
        answer.attributes().filter(attributes -> attributes.queue().equals(queue));
    return asked
        .map(attributes -> judged(attributes, backoutQueue))
        .orElseGet(() -> unknown(queue, "the command server answers " + answer.reason()));
  }

  private static BackoutDefinition judged(QueueInquiry.Attributes defined, String backoutQueue) {
    String mend =
        "; ALTER QLOCAL(%s) BOTHRESH(%d) BOQNAME(%s)"
            .formatted(defined.queue(), SHIPPED, backoutQueue);
    int threshold = defined.backoutThreshold();
    if (!defined.backoutQueue().isEmpty() && !defined.backoutQueue().equals(backoutQueue)) {
      return new BackoutDefinition(
          true,
          Optional.of(
              "BOQNAME is %s and the profile's backout queue is %s: what the client moves there is not seen"
                      .formatted(defined.backoutQueue(), backoutQueue)
                  + mend
                  + ASKED_AGAIN),
          threshold);
    }
    if (threshold > 0 && threshold < RequestHandling.BACKOUT_THRESHOLD) {
      return new BackoutDefinition(
          true,
          Optional.of(
              "BOTHRESH is %d: the client moves a healthy request after as many rollbacks, as when the"
                      .formatted(threshold)
                  + " store is away for some seconds"
                  + mend
                  + ASKED_AGAIN),
          defined.backoutQueue().isEmpty() ? 0 : threshold);
    }
    if (threshold == 0 || defined.backoutQueue().isEmpty()) {
      return new BackoutDefinition(
          false,
          Optional.of(
              "BOTHRESH is %d and BOQNAME '%s': a message that the client cannot read would be held back"
                      .formatted(threshold, defined.backoutQueue())
                  + mend),
          0);
    }
    return new BackoutDefinition(
        false,
        threshold < HIGH_ENOUGH
            ? Optional.of(
                "BOTHRESH is %d: a store that is away for long has the client move healthy requests"
                        .formatted(threshold)
                    + mend)
            : Optional.empty(),
        threshold);
  }

  private static BackoutDefinition unknown(String queue, String why) {
    return new BackoutDefinition(
        false,
        Optional.of(
            "BOTHRESH and BOQNAME could not be asked: %s; look by hand: DISPLAY QLOCAL(%s) BOTHRESH"
                    .formatted(why, queue)
                + " BOQNAME"),
        0);
  }
}
