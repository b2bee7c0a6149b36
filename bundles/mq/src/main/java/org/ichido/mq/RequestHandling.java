package org.ichido.mq;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import org.ichido.api.AuditEvent;
import org.ichido.mq.record.Disposition;
import org.ichido.mq.record.Incoming;
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
  private final AtomicBoolean askedToWait = new AtomicBoolean();

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
      Session session,
      Producers producers,
      Message message,
      Here here,
      RequiredServices.Snapshot services)
      throws JMSException {
    try {
      if (deliveries(message) > BACKOUT_THRESHOLD) {
        throw new Unacceptable(Unacceptable.BACKOUT_THRESHOLD);
      }
      exchange(session, producers, message, Origin.of(message), here, services);
      session.commit();
      figures.handled.incrementAndGet();
    } catch (Unacceptable poison) {
      backOut(session, producers, message, services, poison);
    }
  }

  /**
   * Has a message decided, and answers it within the session's transaction, which is the caller's
   * to commit or to roll back.
   *
   * @param origin who sent it
   * @param here knows the queue manager from which it was got
   * @throws Unacceptable if nobody can be answered; nothing was decided
   * @throws JMSException if it could not be answered now
   * @throws org.ichido.api.NoAnswer if nothing could be decided or recorded
   */
  Exchanged exchange(
      Session session,
      Producers producers,
      Message message,
      Origin origin,
      Here here,
      RequiredServices.Snapshot services)
      throws JMSException, Unacceptable {
    Incoming incoming = gate.admit(message, origin.user(), here);
    Disposition disposition = services.exchange().exchange(incoming);
    if (disposition instanceof Disposition.Unanswerable unanswerable) {
      throw new Unacceptable(unanswerable.reason());
    }
    if (disposition instanceof Disposition.Taken taken) {
      later(taken);
      return new Exchanged(Exchanged.Fate.TAKEN, Optional.empty());
    }
    if (!(disposition instanceof Disposition.Answer answer)) {
      return new Exchanged(Exchanged.Fate.DROPPED, Optional.empty());
    }
    ReplyEnvelope envelope = ReplyEnvelope.of(session, message, origin);
    long expiration = message.getJMSExpiration();
    boolean expires = expiration != 0;
    // What is left of the request's expiry; for a send 0 means that there is none.
    long timeToLive = expires ? expiration - services.clock().millis() : 0;
    if (expires && timeToLive <= 0) {
      drop(answer, envelope, services);
      return new Exchanged(Exchanged.Fate.DROPPED, Optional.of(answer));
    }
    try {
      ReplySender.send(session, producers, envelope, answer.reply(), timeToLive);
      return new Exchanged(Exchanged.Fate.ANSWERED, Optional.of(answer));
    } catch (JMSException e) {
      JmsTrouble trouble = JmsTrouble.of(e);
      if (!trouble.parks()) {
        throw e;
      }
      Parking.park(
          services.parked(),
          services.clock(),
          incoming,
          message,
          origin,
          answer,
          envelope,
          here,
          trouble);
      producers.close();
      parked(origin, envelope, trouble);
      return new Exchanged(Exchanged.Fate.PARKED, Optional.of(answer));
    }
  }

  /** Once, until core banking says something again: it may say so to every request. */
  private void later(Disposition.Taken taken) {
    if (taken.later().isEmpty()) {
      askedToWait.set(false);
    } else if (!askedToWait.getAndSet(true)) {
      LOG.warn(
          "ICH-MQ-015 Bank {}: core banking answers on {} with {} that it cannot say now. It is"
              + " asked again in its time.",
          bank.bank(),
          queue,
          taken.later().get());
    }
  }

  private void drop(
      Disposition.Answer answer, ReplyEnvelope envelope, RequiredServices.Snapshot services)
      throws JMSException {
    String detail =
        "past the request's expiry when it was to be sent to " + QueueName.bare(envelope.address());
    services
        .audit()
        .append(
            ReplyAudit.entry(
                services.clock().instant(),
                AuditEvent.REPLY_DROPPED,
                bank.bank(),
                answer.key(),
                answer.subject(),
                detail));
  }

  private void parked(Origin origin, ReplyEnvelope envelope, JmsTrouble trouble)
      throws JMSException {
    figures.parked.incrementAndGet();
    LOG.error(
        "ICH-MQ-002 Bank {}: the reply to message {} from queue {} cannot be delivered to {}: {}. The verdict"
            + " stands, the reply is kept (audit REPLY_PARKED); see ichido:reply-list.",
        bank.bank(),
        OneLine.of(origin.messageId()),
        queue,
        QueueName.bare(envelope.address()),
        trouble.why());
  }

  private int deliveries(Message message) throws JMSException {
    return IntegerProperty.of(message, "JMSXDeliveryCount").orElse(1)
        - excused.of(OneLine.of(message.getJMSMessageID()));
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
    } catch (JMSException | RuntimeException e) {
      if (e instanceof JMSException jms && !UnreadableMessages.isSaidBy(e)) {
        throw new BackoutQueueUnavailable(bank.backoutQueue(), jms);
      }
      throw new MessageNotMovable(bank.backoutQueue(), e);
    }
    session.commit();
    figures.backedOut.incrementAndGet();
    LOG.warn(
        "ICH-MQ-005 Bank {}: message {} of user '{}' from queue {} was moved to {}, unverified: {}",
        bank.bank(),
        id,
        user,
        queue,
        bank.backoutQueue(),
        poison.reason());
  }
}
