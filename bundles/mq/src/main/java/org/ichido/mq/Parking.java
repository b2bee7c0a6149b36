package org.ichido.mq;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.mq.record.Disposition;
import org.ichido.mq.record.Incoming;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.transport.ParkedReplies;
import org.ichido.spi.transport.Subject;

/**
 * Keeps a reply that cannot be delivered: found after the decision, so its request is done with.
 */
final class Parking {
  private Parking() {}

  static void park(
      ParkedReplies parked,
      Clock clock,
      Incoming incoming,
      Message request,
      Origin origin,
      Disposition.Answer answer,
      ReplyEnvelope envelope,
      Here here,
      JmsTrouble trouble)
      throws JMSException {
    String address = envelope.address();
    // The queue manager's own name is left out: it may be another one's when the reply is resent.
    // Where the requester's list names it, only with its name is it a queue of the list.
    String queueManager = QueueName.managerOf(address);
    boolean listed = incoming.requester().replyQueues().contains(QueueName.bare(address));
    if (listed && !queueManager.isEmpty() && here.is(queueManager)) {
      address = QueueName.anywhere(address);
    }
    long expiration = request.getJMSExpiration();
    ParkedRow row =
        new ParkedRow(
            ParkedRow.UNNUMBERED,
            incoming.bank().bank(),
            incoming.requester().name(),
            answer.key().map(RequestKey::id),
            answer.subject().flatMap(Subject::holder),
            kept(origin.messageId()),
            kept(address),
            kept(envelope.correlationId()),
            envelope.deliveryMode() == DeliveryMode.PERSISTENT,
            envelope.priority(),
            expiration == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiration)),
            envelope.text(),
            answer.reply(),
            kept(OneLine.of(trouble.why())),
            clock.instant());
    String detail = QueueName.bare(address) + ": " + trouble.why();
    parked.park(
        row,
        ReplyAudit.entry(
            clock.instant(),
            AuditEvent.REPLY_PARKED,
            incoming.bank().bank(),
            answer.key(),
            answer.subject(),
            detail));
  }

  private static String kept(String text) {
    return text.substring(0, Math.min(text.length(), ParkedRow.LONGEST));
  }
}
