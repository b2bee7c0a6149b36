package org.ichido.mq;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.api.Actor;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.MessageAdministration;
import org.ichido.api.NoAnswer;
import org.ichido.api.ParkedReply;
import org.ichido.api.QueuesUnavailable;
import org.ichido.api.ResendOutcome;
import org.ichido.api.RetryOutcome;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.transport.BankMessaging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What administrators may do with messages that did not go the ordinary way. Every call has a
 * connection of its own and ends it: nothing here listens.
 */
@Component(service = MessageAdministration.class)
public final class SetAsideMessages implements MessageAdministration {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final QueueListeners listeners;

  /**
   * @param listeners know the banks and how their messages are handled
   */
  @Activate
  public SetAsideMessages(@Reference QueueListeners listeners) {
    this.listeners = listeners;
  }

  @Override
  public int inHand(BankId bank, Duration wait) {
    return listeners.banks().inHand(bank, wait);
  }

  @Override
  public List<BackedOutMessage> backedOut(BankId bank, int atMost) {
    String queue = known(bank).backoutQueue();
    return on(queue, connection -> BackoutQueue.browse(connection, queue, atMost));
  }

  @Override
  public RetryOutcome retry(BankId bank, String messageId, Actor.Administrator administrator) {
    BankMessaging messaging = known(bank);
    RequiredServices.Snapshot services = services();
    return on(
        messaging.backoutQueue(),
        connection ->
            new BackoutRetry(listeners.banks(), messaging, services)
                .retry(connection, messageId, administrator));
  }

  @Override
  public List<ParkedReply> parked(BankId bank, int atMost) {
    known(bank);
    return services().parked().of(bank, atMost).stream().map(SetAsideMessages::shown).toList();
  }

  @Override
  public ResendOutcome resend(
      BankId bank, long number, Optional<String> queue, Actor.Administrator administrator) {
    BankMessaging messaging = known(bank);
    RequiredServices.Snapshot services = services();
    return new ParkedDelivery(listeners.banks(), messaging, services)
        .resend(number, queue, administrator, this::on);
  }

  private static ParkedReply shown(ParkedRow row) {
    return new ParkedReply(
        row.number(),
        row.requester(),
        row.request(),
        row.holder(),
        QueueName.bare(row.queue()),
        row.why(),
        row.at(),
        row.expires());
  }

  private BankMessaging known(BankId bank) {
    return listeners
        .banks()
        .bank(bank)
        .orElseThrow(
            () ->
                new BankNotServed(
                    "bank " + bank + " has no valid profile; see bank in ichido:status"));
  }

  private RequiredServices.Snapshot services() {
    return listeners
        .services()
        .await(PATIENCE)
        .orElseThrow(
            () ->
                new StoreUnavailable(
                    "bundle org.ichido.core is not there at this moment: start it"));
  }

  /** Something to do over a connection. */
  interface Work<T> {
    T over(Connection connection) throws JMSException;
  }

  private <T> T on(String queue, Work<T> work) {
    ConnectionFactory factory =
        listeners
            .banks()
            .factory()
            .orElseThrow(
                () ->
                    new QueuesUnavailable(
                        "no javax.jms.ConnectionFactory service fits connectionFactory.target of"
                            + " etc/org.ichido.mq.cfg"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // As for the listeners: a provider's classes are found by its own loader.
    thread.setContextClassLoader(factory.getClass().getClassLoader());
    try (Connection connection = factory.createConnection()) {
      connection.start();
      return work.over(connection);
    } catch (JMSException e) {
      throw new QueuesUnavailable(
          "the queue manager failed or refuses, queue %s: %s. See the queues in ichido:status"
              .formatted(queue, JmsTrouble.of(e).why()),
          e);
    } catch (NoAnswer e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new QueuesUnavailable(
          "the queue manager's client failed: " + OneLine.of(e.toString()), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
