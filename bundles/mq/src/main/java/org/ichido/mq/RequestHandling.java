package org.ichido.mq;

import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Queue;
import javax.jms.Session;
import org.ichido.api.AuditEvent;
import org.ichido.mq.record.Disposition;
import org.ichido.spi.transport.BankMessaging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with one message, from the gate to the commit. The order is the promise: the
 * exchange is durable before anything is sent, and the JMS commit is acknowledgement and reply in
 * one. Whoever calls rolls back if this throws. Thread-safe.
 */
final class RequestHandling {
  /** The deliveries after which a message is backed out unseen: high, or crashes poison it. */
  static final int BACKOUT_THRESHOLD = 20;

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandling.class);

  private final BankMessaging bank;
  private final String queue;
  private final RequesterGate gate;
  private final Figures figures;
  private final ExcusedRollbacks excused;

  RequestHandling(
      BankMessaging bank,
      String queue,
      RequesterGate gate,
      Figures figures,
      ExcusedRollbacks excused) {
    this.bank = bank;
    this.queue = queue;
    this.gate = gate;
    this.figures = figures;
    this.excused = excused;
  }

  /**
   * Handles a message and commits.
   *
   * @throws JMSException if it could not be answered now, or the commit's result is unknown
   * @throws org.ichido.api.NoAnswer if nothing could be decided or recorded
   */
  void handle(
      Session session, Producers producers, Message message, RequiredServices.Snapshot services)
      throws JMSException {
    try {
      if (deliveries(message) > BACKOUT_THRESHOLD) {
        throw new Unacceptable(Unacceptable.BACKOUT_THRESHOLD);
      }
      Disposition disposition = services.exchange().exchange(gate.admit(message));
      if (disposition instanceof Disposition.Unanswerable unanswerable) {
        throw new Unacceptable(unanswerable.reason());
      }
      if (disposition instanceof Disposition.Answer answer) {
        answer(session, producers, message, answer, services);
      }
      session.commit();
      figures.handled.incrementAndGet();
    } catch (Unacceptable poison) {
      backOut(session, producers, message, services, poison);
    }
  }

  private int deliveries(Message message) throws JMSException {
    return IntegerProperty.of(message, "JMSXDeliveryCount").orElse(1)
        - excused.of(OneLine.of(message.getJMSMessageID()));
  }

  private void answer(
      Session session,
      Producers producers,
      Message message,
      Disposition.Answer answer,
      RequiredServices.Snapshot services)
      throws JMSException {
    long expiration = message.getJMSExpiration();
    boolean expires = expiration != 0;
    // What is left of the request's expiry; for a send 0 means that there is none.
    long timeToLive = expires ? expiration - services.clock().millis() : 0;
    if (expires && timeToLive <= 0) {
      String detail = "past the request's expiry when it was to be sent to " + replyTo(message);
      services
          .audit()
          .append(
              ReplyAudit.entry(
                  services.clock(), AuditEvent.REPLY_DROPPED, bank.bank(), answer, detail));
      return;
    }
    try {
      ReplySender.send(session, producers, message, answer.reply(), timeToLive);
    } catch (JMSException e) {
      SendTrouble trouble = SendTrouble.of(e);
      if (!trouble.permanent()) {
        throw e;
      }
      park(message, answer, services, trouble);
      producers.close();
    }
  }

  /** Found after the decision: the request is done with, its reply waits for an operator. */
  private void park(
      Message message,
      Disposition.Answer answer,
      RequiredServices.Snapshot services,
      SendTrouble trouble)
      throws JMSException {
    String replyTo = replyTo(message);
    services
        .audit()
        .append(
            ReplyAudit.entry(
                services.clock(),
                AuditEvent.REPLY_PARKED,
                bank.bank(),
                answer,
                replyTo + ": " + trouble.why()));
    figures.parked.incrementAndGet();
    LOG.error(
        "Bank {}: the reply to message {} from queue {} cannot be delivered to {}: {}. The verdict"
            + " stands, the reply is kept with it (audit REPLY_PARKED).",
        bank.bank(),
        OneLine.of(message.getJMSMessageID()),
        queue,
        replyTo,
        trouble.why());
  }

  private void backOut(
      Session session,
      Producers producers,
      Message message,
      RequiredServices.Snapshot services,
      Unacceptable poison)
      throws JMSException {
    String id = OneLine.of(message.getJMSMessageID());
    String user = OneLine.of(BackoutQueue.user(message));
    try {
      BackoutQueue.move(
          session,
          producers,
          message,
          queue,
          bank.backoutQueue(),
          poison.reason(),
          services.clock().millis());
    } catch (JMSException e) {
      throw new BackoutQueueUnavailable(bank.backoutQueue(), e);
    }
    session.commit();
    figures.backedOut.incrementAndGet();
    LOG.warn(
        "Bank {}: message {} of user '{}' from queue {} was moved to {}, unverified: {}",
        bank.bank(),
        id,
        user,
        queue,
        bank.backoutQueue(),
        poison.reason());
  }

  private static String replyTo(Message message) throws JMSException {
    Destination replyTo = message.getJMSReplyTo();
    return replyTo instanceof Queue named ? QueueName.of(named) : String.valueOf(replyTo);
  }
}
