package org.ichido.mq;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.RetryOutcome;
import org.ichido.mq.record.Disposition;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a message of the backout queue where it lies. Moved back to its own queue it would be a
 * message of ours, whom no profile knows. So the user is the one whom the message names, and that
 * only if we ourselves put it there: anybody else can have written any name.
 */
final class BackoutRetry {
  private static final Logger LOG = LoggerFactory.getLogger(BackoutRetry.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ServedBanks banks;
  private final BankMessaging bank;
  private final RequiredServices.Snapshot services;

  BackoutRetry(ServedBanks banks, BankMessaging bank, RequiredServices.Snapshot services) {
    this.banks = banks;
    this.bank = bank;
    this.services = services;
  }

  /**
   * @throws JMSException if the queue manager fails; the message stays where it is
   * @throws org.ichido.api.NoAnswer if nothing could be decided or recorded; likewise
   */
  RetryOutcome retry(Connection connection, String messageId, Actor.Administrator administrator)
      throws JMSException {
    Whereabouts ours = Whereabouts.of(connection, bank.backoutQueue());
    // What is not committed stays on the queue, whatever breaks.
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer =
            session.createConsumer(
                session.createQueue(bank.backoutQueue()), MessageSelector.id(messageId))) {
      Message message = consumer.receive(PATIENCE.toMillis());
      if (message == null) {
        return new RetryOutcome(
            RetryOutcome.Kind.NOT_FOUND, "it expired, was taken, or never was there");
      }
      return handle(session, message, ours, administrator);
    }
  }

  private RetryOutcome handle(
      Session session, Message message, Whereabouts ours, Actor.Administrator administrator)
      throws JMSException {
    Producers producers = new Producers(session);
    Origin origin = Origin.ofBackedOut(message);
    String putBy = BackoutQueue.user(message);
    if (ours.user().isEmpty() || !putBy.equals(ours.user())) {
      return stays(
          session,
          origin,
          administrator,
          "put there by '%s' and not by us: who sent it cannot be known".formatted(putBy));
    }
    String queue = String.valueOf(message.getStringProperty(BackoutQueue.QUEUE));
    Optional<QueueRole> role =
        bank.queues().entrySet().stream()
            .filter(entry -> entry.getValue().equals(queue))
            .map(Map.Entry::getKey)
            .findFirst();
    if (role.isEmpty()) {
      return stays(
          session, origin, administrator, "came from " + queue + ", no queue of the bank's now");
    }
    try {
      Exchanged exchanged =
          banks
              .handling(bank, role.get(), queue)
              .exchange(session, producers, message, origin, ours.queueManager()::equals, services);
      record(origin, administrator, exchanged.answer(), exchanged.fate().name());
      session.commit();
      LOG.info(
          "Bank {}: message {} of the backout queue was handled again for administrator {}: {}",
          bank.bank(),
          OneLine.of(origin.messageId()),
          administrator.name(),
          exchanged.fate());
      return new RetryOutcome(kind(exchanged.fate()), "message " + OneLine.of(origin.messageId()));
    } catch (Unacceptable again) {
      return stays(session, origin, administrator, again.reason());
    }
  }

  private static RetryOutcome.Kind kind(Exchanged.Fate fate) {
    return switch (fate) {
      case ANSWERED -> RetryOutcome.Kind.ANSWERED;
      case PARKED -> RetryOutcome.Kind.PARKED;
      case DROPPED -> RetryOutcome.Kind.DROPPED;
      case TAKEN -> RetryOutcome.Kind.TAKEN;
    };
  }

  private RetryOutcome stays(
      Session session, Origin origin, Actor.Administrator administrator, String why)
      throws JMSException {
    session.rollback();
    String line = OneLine.of(why);
    record(origin, administrator, Optional.empty(), "stays: " + line);
    return new RetryOutcome(RetryOutcome.Kind.STAYS, line);
  }

  private void record(
      Origin origin,
      Actor.Administrator administrator,
      Optional<Disposition.Answer> answer,
      String fate) {
    services
        .audit()
        .append(
            ReplyAudit.entry(
                    services.clock().instant(),
                    AuditEvent.BACKOUT_RETRIED,
                    bank.bank(),
                    answer.flatMap(Disposition.Answer::key),
                    answer.flatMap(Disposition.Answer::subject),
                    fate + "; user " + origin.user() + ", message " + origin.messageId())
                .withActor(administrator));
  }
}
