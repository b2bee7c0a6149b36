package org.ichido.testkit.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import javax.jms.Session;

/**
 * Core banking at the bank's event queue. It takes what comes and does with repeats what a bank
 * must do: of each contract it keeps the highest number and drops what is not above it. For one
 * thread.
 */
public final class EventReader implements AutoCloseable {
  private final Connection connection;
  private final MessageConsumer consumer;
  private final HostCharacters characters;
  private final Map<String, Long> highest = new HashMap<>();
  private final List<BankEvent> read = new ArrayList<>();

  private EventReader(Connection connection, String queue, HostCharacters characters)
      throws JMSException {
    this.connection = connection;
    this.characters = characters;
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    consumer = session.createConsumer(session.createQueue(queue));
  }

  /**
   * @param factory the queue manager
   * @param user core banking's login there
   * @param password the login's password
   * @param queue {@code queue.event} of the bank's profile
   * @param characters those of {@code queue.ccsid} of the profile
   * @return the reader, which closes its connection
   * @throws JMSException if the queue manager refuses
   */
  public static EventReader loggedIn(
      ConnectionFactory factory,
      String user,
      String password,
      String queue,
      HostCharacters characters)
      throws JMSException {
    Connection connection = factory.createConnection(user, password);
    try {
      EventReader reader = new EventReader(connection, queue, characters);
      connection.start();
      return reader;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Reads on until an event has come, which may have been read before.
   *
   * @param contract whose
   * @param type which
   * @param count how many of it there must be
   * @return all events of that contract so far, in the order in which they came
   * @throws JMSException if the queue manager refuses
   * @throws IllegalStateException if nothing more comes for {@link HostProgram#PATIENCE}
   */
  public List<BankEvent> until(String contract, String type, int count) throws JMSException {
    while (of(contract).stream().filter(event -> event.type().equals(type)).count() < count) {
      if (next(HostProgram.PATIENCE).isEmpty()) {
        throw new IllegalStateException(
            "no %s number %d of %s came; there were %s"
                .formatted(type, count, contract, of(contract)));
      }
    }
    return of(contract);
  }

  /**
   * @param contract whose
   * @return the events that were read, in the order in which they came
   */
  public List<BankEvent> of(String contract) {
    return read.stream().filter(event -> event.contract().equals(contract)).toList();
  }

  /**
   * Reads one that is new.
   *
   * @param wait how long to wait for a message, at the most
   * @return the event; empty if no message came
   * @throws JMSException if the queue manager refuses
   */
  public Optional<BankEvent> next(Duration wait) throws JMSException {
    while (consumer.receive(wait.toMillis()) instanceof BytesMessage message) {
      byte[] bytes = new byte[(int) message.getBodyLength()];
      BankEvent event =
          BankEvent.in(
              HostRecord.of(
                  "ICHEVT", Arrays.copyOf(bytes, message.readBytes(bytes)), characters.charset()));
      if (event.number() > highest.getOrDefault(event.contract(), 0L)) {
        highest.put(event.contract(), event.number());
        read.add(event);
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
