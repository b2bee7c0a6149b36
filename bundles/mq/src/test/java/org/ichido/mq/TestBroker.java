package org.ichido.mq;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jms.ResourceAllocationException;
import javax.jms.TransactionRolledBackException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.command.TransactionId;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** A real broker in this JVM: users log in, and it says who sent what. */
final class TestBroker implements TestTransport {
  static final String OURSELVES = "ICHIDO";
  static final String CICS = "CICS1";
  static final String STRANGER = "STRANGER";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name = "test" + NUMBER.incrementAndGet();

  /** Queues to which nobody may send; each refusal is noted. */
  final Set<String> closedQueues = ConcurrentHashMap.newKeySet();

  /** Queues that take nothing more. */
  final Set<String> fullQueues = ConcurrentHashMap.newKeySet();

  /** How many commits fail from now on. */
  final AtomicInteger failingCommits = new AtomicInteger();

  final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();
  private BrokerService broker;

  TestBroker() throws Exception {
    start();
  }

  @Override
  public void start() throws Exception {
    broker = new BrokerService();
    broker.setBrokerName(name);
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setSchedulerSupport(false);
    broker.setAdvisorySupport(false);
    broker.setPopulateJMSXUserID(true);
    broker.setUseAuthenticatedPrincipalForJMSXUserID(true);
    SimpleAuthenticationPlugin login =
        new SimpleAuthenticationPlugin(
            List.of(
                new AuthenticationUser(OURSELVES, OURSELVES, "users"),
                new AuthenticationUser(CICS, CICS, "users"),
                new AuthenticationUser(STRANGER, STRANGER, "users")));
    BrokerPlugin closing = Closing::new;
    broker.setPlugins(new BrokerPlugin[] {login, closing});
    broker.start();
    broker.waitUntilStarted();
  }

  @Override
  public void stop() throws Exception {
    broker.stop();
    broker.waitUntilStopped();
  }

  @Override
  public ActiveMQConnectionFactory factory(String user) {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(
            user, user, "vm://" + name + "?create=false&waitForStart=200");
    factory.getRedeliveryPolicy().setMaximumRedeliveries(-1);
    factory.getRedeliveryPolicy().setInitialRedeliveryDelay(0);
    factory.getRedeliveryPolicy().setRedeliveryDelay(0);
    factory.getPrefetchPolicy().setAll(0);
    factory.setTrustedPackages(List.of());
    factory.setWatchTopicAdvisories(false);
    return factory;
  }

  @Override
  public void closeQueue(String queue) {
    closedQueues.add(queue);
  }

  @Override
  public void fillQueue(String queue) {
    fullQueues.add(queue);
  }

  @Override
  public void openQueues() {
    closedQueues.clear();
    fullQueues.clear();
  }

  @Override
  public void failCommits(int number) {
    failingCommits.set(number);
  }

  @Override
  public String refusal() throws InterruptedException {
    String queue = refusals.poll(20, TimeUnit.SECONDS);
    if (queue == null) {
      throw new AssertionError("nobody tried to send to a closed queue");
    }
    return queue;
  }

  @Override
  public void close() throws Exception {
    stop();
  }

  private final class Closing extends BrokerFilter {
    Closing(Broker next) {
      super(next);
    }

    @Override
    public void addProducer(ConnectionContext context, ProducerInfo info) throws Exception {
      String queue = info.getDestination() == null ? "" : info.getDestination().getPhysicalName();
      if (closedQueues.contains(queue)) {
        refusals.add(queue);
        throw new SecurityException(
            "not authorized to write to " + queue + ": reason '2035' ('MQRC_NOT_AUTHORIZED')");
      }
      if (fullQueues.contains(queue)) {
        refusals.add(queue);
        throw new ResourceAllocationException("reason '2053' ('MQRC_Q_FULL')");
      }
      super.addProducer(context, info);
    }

    @Override
    public void commitTransaction(ConnectionContext context, TransactionId id, boolean onePhase)
        throws Exception {
      if (failingCommits.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new TransactionRolledBackException("failed on purpose");
      }
      super.commitTransaction(context, id, onePhase);
    }
  }
}
