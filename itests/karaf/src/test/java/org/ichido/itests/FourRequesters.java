package org.ichido.itests;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.QueueBrowser;
import javax.jms.Session;
import org.ichido.itests.Asking.NoVerdict;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Two host programs and two callers of the service who go on asking, each for customers of its own,
 * while somebody swaps what answers them.
 */
final class FourRequesters implements AutoCloseable {
  private static final int IN_STOCK = 60;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Answers answers = new Answers();
  private final Neighbours neighbours;
  private final ServiceTracker<ConnectionFactory, ConnectionFactory> factories;
  private final List<Asking> requesters = new ArrayList<>();
  private final List<BlockingQueue<AskedCustomer>> stocks = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread registrar = new Thread(this::register, "test registrar");

  /**
   * @param run two letters; no two runs in one container have the same
   */
  FourRequesters(BundleContext context, String run) throws Exception {
    neighbours = new Neighbours(context, answers);
    factories =
        new ServiceTracker<>(
            context,
            FrameworkUtil.createFilter("(&(objectClass=javax.jms.ConnectionFactory)(name=ichido))"),
            null);
    factories.open();
    for (int i = 0; i < 2; i++) {
      add(run + "Q" + i, Answers.Way.QUEUE, new QueueProgram(factories));
      add(run + "S" + i, Answers.Way.SERVICE, new ServiceProgram(neighbours));
    }
    registrar.start();
    threads.forEach(Thread::start);
  }

  private void add(String name, Answers.Way way, Asking.Program program) {
    BlockingQueue<AskedCustomer> stock = new ArrayBlockingQueue<>(IN_STOCK);
    Asking requester = new Asking(name, way, program, stock, answers);
    stocks.add(stock);
    requesters.add(requester);
    threads.add(new Thread(requester, "test requester " + name));
  }

  Answers answers() {
    return answers;
  }

  /** What the parts say of themselves. */
  String health() {
    try {
      return neighbours.say("health");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a line of status that begins so contains that. */
  void untilHealth(String begin, String words) {
    until(
        h -> h.lines().anyMatch(line -> line.startsWith(begin) && line.contains(words)),
        begin + " ... " + words);
  }

  /** Waits until no line of status begins so. */
  void untilHealthLacks(String begin) {
    until(h -> h.lines().noneMatch(line -> line.startsWith(begin)), "no " + begin);
  }

  private void until(Predicate<String> says, String what) {
    long end = System.nanoTime() + PATIENCE;
    while (!says.test(health())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("status does not say " + what + ", but: " + health());
      }
      Thread.onSpinWait();
    }
  }

  /** What the audit's own verification says. */
  String audit() throws InterruptedException {
    return neighbours.say("audit");
  }

  /** Waits until every requester has got so many answers more. */
  void further(int answered) throws InterruptedException {
    answers.further(answered, requesters.stream().map(Asking::name).toList(), this::health);
  }

  private void register() {
    ServiceProgram service = new ServiceProgram(neighbours);
    try {
      for (int number = 0; !closed.get(); number++) {
        for (int i = 0; i < stocks.size() && !closed.get(); i++) {
          AskedCustomer customer = new AskedCustomer(requesters.get(i).name(), number);
          String outcome = service.said(customer.registration());
          if (!outcome.startsWith("RegisterOutcome[kind=REGISTERED")) {
            answers.wrong(customer.user() + " was not registered: " + outcome);
          }
          while (!closed.get() && !stocks.get(i).offer(customer, 100, TimeUnit.MILLISECONDS)) {
            // There are enough for now.
          }
        }
      }
    } catch (InterruptedException | NoVerdict | RuntimeException | Error e) {
      answers.wrong("no more customers: " + e);
    }
  }

  /**
   * Lets them end what they are about, and compares what is stored with what was answered.
   *
   * @return what is wrong
   */
  List<String> finish() throws Exception {
    end();
    List<String> wrong = new ArrayList<>(answers.wrongAndLost());
    ServiceProgram service = new ServiceProgram(neighbours);
    Map<String, Map<String, String>> stored = new HashMap<>();
    for (Asking requester : requesters) {
      for (AskedCustomer customer : requester.done()) {
        String contract = customer.contract();
        if (!stored.containsKey(contract)) {
          stored.put(contract, byUser(service.said("tokens " + contract)));
        }
        String must = customer.failures() + " " + customer.locked();
        String is = stored.get(contract).get(customer.user());
        if (!must.equals(is)) {
          wrong.add("%s: stored are %s, answered were %s".formatted(customer.user(), is, must));
        }
      }
    }
    wrong.addAll(strangeReplies());
    return wrong;
  }

  private static Map<String, String> byUser(String lines) {
    Map<String, String> byUser = new HashMap<>();
    lines.lines().map(line -> line.split(" ", 2)).forEach(words -> byUser.put(words[0], words[1]));
    return byUser;
  }

  /** A request that was put twice may have two replies; they are the same. */
  private List<String> strangeReplies() throws Exception {
    List<String> strange = new ArrayList<>();
    ConnectionFactory factory = factories.waitForService(0);
    Connection connection = factory.createConnection("channel", EmbeddedBroker.password("channel"));
    try {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      QueueBrowser replies = session.createBrowser(session.createQueue("KINSAN.CHANNEL.REPLY"));
      Enumeration<?> all = replies.getEnumeration();
      while (all.hasMoreElements()) {
        byte[] bytes = bytes((Message) all.nextElement());
        HostRecord reply = HostRecord.of("ICHVFR", bytes, HostProgram.EBCDIC);
        String id = reply.get("ICH-REQUEST-ID");
        if (id.startsWith(requesters.get(0).name().substring(0, 2))
            && !answers.known(id, QueueProgram.whole(bytes))) {
          strange.add("a second reply to " + id + " is another: " + reply.get("ICH-VERDICT"));
        }
      }
    } finally {
      connection.close();
    }
    return strange;
  }

  private static byte[] bytes(Message message) throws JMSException {
    BytesMessage reply = (BytesMessage) message;
    byte[] bytes = new byte[(int) reply.getBodyLength()];
    reply.readBytes(bytes);
    return bytes;
  }

  private void end() throws InterruptedException {
    requesters.forEach(Asking::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    closed.set(true);
    registrar.join();
  }

  @Override
  public void close() throws Exception {
    end();
    factories.close();
    neighbours.close();
  }
}
