package org.ichido.mq;

import java.util.Optional;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.ichido.api.BankNotServed;
import org.ichido.api.NoAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transacted session and the thread that owns it: receives one message, has it handled, and
 * either it was committed or it is rolled back. Never ends by itself: every trouble is a pause.
 */
final class ListenerSession implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerSession.class);

  private final QueueListener listener;
  private final RequestHandling handling;
  private final ExcusedRollbacks excused;
  private final Pause connecting;
  private final Pause handlingPause;

  private @Nullable Open open;

  /** What is open together and closed together. */
  private record Open(
      Connection connection, Session session, MessageConsumer consumer, Producers producers) {}

  /**
   * @param connecting shared by the sessions of one queue
   * @param handlingPause shared by all sessions of one bank
   */
  ListenerSession(
      QueueListener listener,
      RequestHandling handling,
      ExcusedRollbacks excused,
      Pause connecting,
      Pause handlingPause) {
    this.listener = listener;
    this.handling = handling;
    this.excused = excused;
    this.connecting = connecting;
    this.handlingPause = handlingPause;
  }

  @Override
  public void run() {
    try {
      while (connecting.pass()) {
        Optional<Open> current = connect();
        if (current.isPresent() && handlingPause.pass()) {
          next(current.get());
        }
      }
    } finally {
      close();
      listener.ended();
    }
  }

  private void next(Open current) {
    try {
      listener.unreadable().release(current.connection);
      if (listener.awaitServices().isPresent()) {
        receive(current);
      }
    } catch (RuntimeException | Error e) {
      // Such as a class missing in the rollback, while the provider's bundle is swapped.
      lost(current.connection, e);
    }
  }

  /** Opens what is not open. */
  private Optional<Open> connect() {
    Connection connection = null;
    try {
      connection = listener.connection();
      return Optional.of(open(connection));
    } catch (JMSException | RuntimeException | Error e) {
      lost(connection, e);
      return Optional.empty();
    }
  }

  private void receive(Open current) {
    Message message;
    try {
      message = current.consumer.receive(listener.receiveTimeout().toMillis());
    } catch (JMSException | RuntimeException e) {
      notReceived(current, UnreadableMessages.NO_ID, e);
      return;
    } catch (Error e) {
      lost(current.connection, e);
      return;
    }
    if (connecting.succeeded()) {
      LOG.info("ICH-MQ-009 {}: receiving again", listener);
    }
    if (message != null) {
      handle(current, message);
    }
  }

  /**
   * Either the connection is of no use, or a message that the provider's client cannot read. The
   * latter is tried again at once, and others with it: the client moves it to the queue's BOQNAME,
   * some such messages when it meets them, and all when they were backed out BOTHRESH times. Where
   * it does not, the message is held back, and does not hold up those behind it.
   */
  private void notReceived(Open current, String id, Exception trouble) {
    if (!UnreadableMessages.isSaidBy(trouble) || !rolledBack(current.session)) {
      lost(current.connection, trouble);
      return;
    }
    UnreadableMessages unreadable = listener.unreadable();
    if (!unreadable.isToBeHeld(listener.movedAfter())) {
      return;
    }
    if (unreadable.hasRoom()) {
      open = null;
      unreadable.hold(current.connection, current.session, current.consumer, id, trouble);
    } else if (connecting.failed(JmsTrouble.of(trouble))) {
      LOG.error(
          "ICH-MQ-019 {}: too many messages cannot be read by the queue manager's client; those"
              + " behind them are not reached: {}",
          listener,
          JmsTrouble.of(trouble).why());
    }
  }

  private static boolean rolledBack(Session session) {
    try {
      session.rollback();
      return true;
    } catch (JMSException | RuntimeException e) {
      return false;
    }
  }

  /** With the services of this moment: they may have been swapped while none came. */
  private void handle(Open current, Message message) {
    String id = UnreadableMessages.id(message);
    try {
      RequiredServices.Snapshot services =
          listener
              .awaitServices()
              .orElseThrow(() -> new BankNotServed("core is away: the request waits on its queue"));
      handling.handle(
          current.session,
          current.producers,
          message,
          queueManager -> listener.isAt(current.connection, queueManager),
          services);
      excused.forget(id);
      if (handlingPause.succeeded()) {
        LOG.info("ICH-MQ-010 {}: handling messages again", listener);
      }
    } catch (MessageNotMovable e) {
      notReceived(current, id, e);
    } catch (NoAnswer | JMSException e) {
      excused.add(id);
      rollBack(current, id, e);
    } catch (RuntimeException | Error e) {
      // An Error as well: a class missing while a bundle is swapped must not end the thread.
      rollBack(current, id, e);
    }
  }

  private void rollBack(Open current, String id, Throwable trouble) {
    listener.rolledBack();
    JmsTrouble known = JmsTrouble.of(trouble);
    if (handlingPause.failed(known.why(), known.cure())) {
      LOG.warn(
          "ICH-MQ-003 {}: message {} was rolled back and comes again: {}. The bank's listeners pause.",
          listener,
          id,
          known.why(),
          trouble instanceof NoAnswer || trouble instanceof JMSException ? null : trouble);
    }
    try {
      current.producers.close();
      current.session.rollback();
    } catch (JMSException | RuntimeException e) {
      // Closing the session rolls back as well.
      lost(current.connection, e);
    }
  }

  private void lost(@Nullable Connection connection, Throwable trouble) {
    JmsTrouble known = JmsTrouble.of(trouble);
    if (connecting.failed(known)) {
      LOG.warn(
          "ICH-MQ-004 {}: {}. Tries again, for ever{}",
          listener,
          known.why(),
          known.cure().map(cure -> ". What to do: " + cure).orElse("."));
    }
    close();
    if (connection != null) {
      listener.drop(connection);
    }
  }

  private Open open(Connection connection) throws JMSException {
    Open current = open;
    if (current != null && current.connection == connection) {
      return current;
    }
    close();
    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
    try {
      MessageConsumer consumer = session.createConsumer(session.createQueue(listener.queue()));
      current = new Open(connection, session, consumer, new Producers(session));
    } catch (JMSException | RuntimeException e) {
      session.close();
      throw e;
    }
    open = current;
    return current;
  }

  private void close() {
    Open current = open;
    open = null;
    if (current != null) {
      try {
        current.session.close();
      } catch (JMSException | RuntimeException | Error e) {
        LOG.debug("{}: a session was broken when it was closed: {}", listener, inWords(e));
      }
    }
  }

  /** Type and text; a provider's text may be empty. Holds no body: nobody puts one there. */
  private static String inWords(Throwable trouble) {
    return OneLine.of(trouble.getClass().getSimpleName() + ": " + trouble.getMessage());
  }
}
