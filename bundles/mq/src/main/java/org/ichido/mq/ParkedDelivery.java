package org.ichido.mq;

import java.util.Optional;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Session;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.api.ResendOutcome;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequesterRule;
import org.ichido.spi.transport.Subject;

/**
 * Sends a parked reply. The queue first and the store second: if the store fails in between, the
 * reply is sent once more the next time, and never not at all.
 */
final class ParkedDelivery {
  private static final int MOST = 1_000;

  private final ServedBanks banks;
  private final BankMessaging bank;
  private final RequiredServices.Snapshot services;

  /** Opens a connection for some work at a queue. */
  interface Opening {
    <T> T on(String queue, SetAsideMessages.Work<T> work);
  }

  ParkedDelivery(ServedBanks banks, BankMessaging bank, RequiredServices.Snapshot services) {
    this.banks = banks;
    this.bank = bank;
    this.services = services;
  }

  ResendOutcome resend(
      long number, Optional<String> queue, Actor.Administrator administrator, Opening opening) {
    Optional<ParkedRow> found =
        services.parked().of(bank.bank(), MOST).stream()
            .filter(row -> row.number() == number)
            .findFirst();
    if (found.isEmpty()) {
      return new ResendOutcome(
          ResendOutcome.Kind.NOT_FOUND, "it was sent, has expired, or is kept no longer");
    }
    ParkedRow parked = found.get();
    String address = queue.orElse(parked.queue());
    String name = QueueName.bare(address);
    if (!allowed(parked, address) || queue.filter(given -> !given.equals(name)).isPresent()) {
      return new ResendOutcome(
          ResendOutcome.Kind.NOT_ALLOWED,
          "%s is not in reply-to of requester %s"
              .formatted(QueueName.listed(address), parked.requester()));
    }
    long left =
        parked.expires().map(end -> end.toEpochMilli() - services.clock().millis()).orElse(0L);
    if (parked.expires().isPresent() && left <= 0) {
      String detail = "parked reply %d is past its expiry".formatted(number);
      settle(parked, AuditEvent.REPLY_DROPPED, administrator, detail);
      return new ResendOutcome(ResendOutcome.Kind.EXPIRED, detail);
    }
    Optional<String> trouble =
        opening.on(name, connection -> send(connection, parked, address, left));
    if (trouble.isPresent()) {
      return new ResendOutcome(ResendOutcome.Kind.NOT_DELIVERED, name + ": " + trouble.get());
    }
    try {
      settle(
          parked, AuditEvent.REPLY_RESENT, administrator, "parked reply " + number + " to " + name);
    } catch (StoreUnavailable e) {
      throw new StoreUnavailable(
          "parked reply %d was sent to %s, but that could not be recorded: it is listed still. %s"
              .formatted(number, name, e.getMessage()),
          e);
    }
    return new ResendOutcome(ResendOutcome.Kind.RESENT, "to " + name);
  }

  private boolean allowed(ParkedRow parked, String address) {
    return bank.requesters().stream()
        .filter(rule -> rule.name().equals(parked.requester()))
        .anyMatch(rule -> mayHaveRepliesOn(rule, address));
  }

  private boolean mayHaveRepliesOn(RequesterRule rule, String address) {
    return banks.gate(bank, QueueRole.REQUEST).mayHaveRepliesOn(rule, address, Here.NOWHERE);
  }

  /**
   * @return why it cannot be delivered; empty if it was
   */
  private static Optional<String> send(
      Connection connection, ParkedRow parked, String address, long timeToLive)
      throws JMSException {
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      ReplySender.send(
          session,
          new Producers(session),
          ReplyEnvelope.of(session, parked, address),
          parked.reply(),
          timeToLive);
      session.commit();
      return Optional.empty();
    } catch (JMSException e) {
      JmsTrouble trouble = JmsTrouble.of(e);
      if (!trouble.parks()) {
        throw e;
      }
      return Optional.of(trouble.why());
    }
  }

  private void settle(
      ParkedRow parked, AuditEvent event, Actor.Administrator administrator, String detail) {
    services
        .parked()
        .settle(
            parked.number(),
            ReplyAudit.entry(
                    services.clock().instant(),
                    event,
                    bank.bank(),
                    parked.request().map(id -> new RequestKey(parked.requester(), id)),
                    parked.holder().map(Subject::of),
                    detail)
                .withActor(administrator));
  }
}
