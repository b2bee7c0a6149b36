package org.ichido.queuemanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Trouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sessions move messages from one queue to another, each in a transaction, while some roll back and
 * some sockets are cut. The seed decides what each session does; the order of the threads is the
 * machine's.
 */
@DisplayName("races")
@ExtendWith(SuiteEvidence.class)
class RacesTest {
  private static final int CONNECTIONS = 8;
  private static final int SESSIONS = 16;
  private static final int MESSAGES = 1600;

  private final AtomicInteger rollbacks = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    long seed = Long.getLong("ichido.seed", System.nanoTime());
    System.out.println("races: -Dichido.seed=" + seed);
    try (QueueManager qm = QueueManager.named("QM1").queue("IN").queue("OUT").start()) {
      try (JmsProgram program = JmsProgram.transacted(qm)) {
        for (int n = 0; n < MESSAGES; n++) {
          program.send("IN", "number " + n);
        }
        program.session.commit();
      }
      List<Trouble> cuts = new ArrayList<>();
      for (Call call : List.of(Call.GET, Call.PUT, Call.COMMIT)) {
        for (Cut moment : Cut.values()) {
          cuts.add(qm.troubles().at(call).withProbability(0.001, seed + cuts.size()).cut(moment));
        }
      }
      for (long round = 0; round < 20 && !qm.queue("IN").messages().isEmpty(); round++) {
        moveAll(qm, seed + round * SESSIONS);
        // The client may forget a session whose connection was on another socket, which was cut.
        qm.cutAllSockets();
      }
      int struck = cuts.stream().mapToInt(Trouble::struck).sum();
      System.out.println(
          "races: "
              + struck
              + " sockets cut, "
              + rollbacks
              + " rollbacks, "
              + failures
              + " failures");

      Check check =
          new Check(
              new Evidence("queue-manager", 1, "check", "tries", "wrong"),
              "1,600 messages, 16 sessions, 8 connections: none lost, none doubled");
      List<String> out =
          qm.queue("OUT").messages().stream()
              .map(message -> body(message.data()))
              .sorted()
              .toList();
      for (int n = 0; n < MESSAGES; n++) {
        String expected = "number " + n;
        check.equal(expected, 1L, out.stream().filter(expected::equals).count());
      }
      check.done();
      assertThat(out).hasSize(MESSAGES);
      assertThat(qm.queue("IN").messages()).isEmpty();
      assertThat(struck).isPositive();
      assertThat(rollbacks).hasPositiveValue();
      assertThat(qm.surprises()).isEmpty();
    }
  }

  private void moveAll(QueueManager qm, long seed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
    List<Future<?>> movers = new ArrayList<>();
    List<SharedConnection> connections =
        IntStream.range(0, CONNECTIONS).mapToObj(n -> new SharedConnection(qm)).toList();
    for (int n = 0; n < SESSIONS; n++) {
      SharedConnection connection = connections.get(n % CONNECTIONS);
      Random random = new Random(seed + n);
      movers.add(
          threads.submit(
              () -> {
                move(connection, random);
                return null;
              }));
    }
    for (Future<?> mover : movers) {
      mover.get(100, TimeUnit.SECONDS);
    }
    threads.shutdown();
    for (SharedConnection connection : connections) {
      connection.close();
    }
  }

  private void move(SharedConnection shared, Random random) throws Exception {
    for (boolean empty = false; !empty; ) {
      Connection connection = shared.take();
      try {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        empty = moveUntilEmpty(session, shared, random);
        session.close();
      } catch (JMSException e) {
        failures.incrementAndGet();
        shared.failed();
      } finally {
        shared.giveBack();
      }
    }
  }

  /** Ends early, with false, when the session's sister saw the connection fail. */
  private boolean moveUntilEmpty(Session session, SharedConnection shared, Random random)
      throws JMSException {
    MessageConsumer in = session.createConsumer(session.createQueue("IN"));
    MessageProducer out = session.createProducer(session.createQueue("OUT"));
    for (Message next = in.receiveNoWait(); next != null; next = in.receiveNoWait()) {
      out.send(next);
      if (random.nextInt(10) == 0) {
        rollbacks.incrementAndGet();
        session.rollback();
      } else {
        session.commit();
      }
      if (shared.hasFailed()) {
        return false;
      }
    }
    return true;
  }

  /** The text behind the header of JMS, if there is one. */
  private static String body(byte[] data) {
    String all = new String(data, StandardCharsets.UTF_8);
    return all.substring(all.indexOf("number "));
  }

  /**
   * A connection for two sessions. When one of them sees it fail, both give it back, and it is made
   * anew: a connection that another thread uses must not be closed.
   */
  private static final class SharedConnection {
    private final QueueManager qm;
    private Connection connection;
    private int users;
    private boolean failed;

    SharedConnection(QueueManager qm) {
      this.qm = qm;
    }

    synchronized Connection take() throws Exception {
      while (failed && users > 0) {
        wait();
      }
      while (connection == null || failed) {
        close();
        connect();
      }
      users++;
      return connection;
    }

    private void connect() {
      try {
        connection = JmsProgram.factory(qm).createConnection();
        connection.start();
        failed = false;
      } catch (JMSException e) {
        failed = true;
      }
    }

    synchronized boolean hasFailed() {
      return failed;
    }

    synchronized void failed() {
      failed = true;
    }

    synchronized void giveBack() {
      users--;
      notifyAll();
    }

    synchronized void close() {
      try {
        if (connection != null) {
          connection.close();
        }
      } catch (JMSException itIsGoneAlready) {
        // A broken connection may refuse to be closed.
      } finally {
        connection = null;
      }
    }
  }
}
