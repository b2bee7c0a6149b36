package org.ichido.broker;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.ichido.api.Health;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker from its start to its stop. A message whose send or commit returned is on the disk.
 * Thread-safe.
 */
final class RunningBroker {
  private static final Logger LOG = LoggerFactory.getLogger(RunningBroker.class);
  private static final String NAME = "ichido";

  /** What the status calls it. */
  static final String PART = "broker";

  private static final long MEGABYTE = 1L << 20;
  private static final int NEARLY_FULL_PERCENT = 80;

  /** For messages that are not persistent; its journal file alone takes 32. */
  private static final long SPOOLED_MEGABYTES = 64;

  /** A sender waits this long for room and is then told; it must not wait for ever. */
  private static final long FULL_AFTER_MILLIS = 5_000;

  private static final long REDELIVERY_MILLIS = 200;
  private static final long START_WITHIN_MILLIS = 60_000;

  private final BrokerService service;
  private final BrokerSettings settings;
  private final ConnectionFactory connections;
  private final int port;

  private RunningBroker(
      BrokerService service, BrokerSettings settings, ConnectionFactory connections, int port) {
    this.service = service;
    this.settings = settings;
    this.connections = connections;
    this.port = port;
  }

  /**
   * @throws CannotRun if it does not start; nothing of it is left then
   */
  static RunningBroker start(BrokerSettings settings, PasswordFiles passwords) throws CannotRun {
    List<AuthenticationUser> users = new ArrayList<>();
    for (String user : settings.users()) {
      users.add(new AuthenticationUser(user, passwords.password(user), "users"));
    }
    String own = passwords.password(BrokerSettings.OWN_USER);
    makeDirectories(settings);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The broker finds its parts by name, and looks where the thread says first.
    thread.setContextClassLoader(BrokerService.class.getClassLoader());
    BrokerService service = new BrokerService();
    try {
      configure(service, settings, users);
      service.start();
      if (!service.waitUntilStarted(START_WITHIN_MILLIS)) {
        throw new IllegalStateException("not started in " + START_WITHIN_MILLIS + " ms");
      }
      RunningBroker running =
          new RunningBroker(service, settings, ownConnections(own), port(service));
      LOG.info("The embedded broker is up, {}", running.listening());
      return running;
    } catch (Exception e) {
      stop(service);
      throw new CannotRun(words(e, settings), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** For the owner alone: there are codes in the messages. */
  private static void makeDirectories(BrokerSettings settings) throws CannotRun {
    try {
      OwnerOnlyFile.makeDirectory(journal(settings));
      OwnerOnlyFile.makeDirectory(spool(settings));
    } catch (UnusableFile e) {
      throw new CannotRun(e);
    }
  }

  /** Connections of the user {@code ichido}, inside this process. */
  ConnectionFactory connections() {
    return connections;
  }

  /** Where it listens, for the log and the status. */
  String listening() {
    return port < 0 ? "no port is open" : "listening on 127.0.0.1:" + port;
  }

  /** How it is doing, from memory. */
  Health health() {
    int percent = service.getSystemUsage().getStoreUsage().getPercentUsage();
    List<String> lines = new ArrayList<>();
    lines.add(listening());
    if (!settings.queues().isEmpty()) {
      lines.add("queues " + String.join(", ", new TreeSet<>(settings.queues())));
    }
    lines.add("users " + String.join(", ", settings.users()));
    lines.add(
        "messages in %s, %d %% of %d MB"
            .formatted(settings.directory(), percent, settings.storeMegabytes()));
    if (percent < NEARLY_FULL_PERCENT) {
      return new Health(PART, Health.Level.OK, lines);
    }
    lines.add("nearly full, senders will fail: read the queues that grow, or set storeMegabytes");
    return new Health(PART, Health.Level.WARN, lines);
  }

  /** False as well when it stopped by itself, as it does when its disk fails. */
  boolean isRunning() {
    return service.isStarted() && !service.isStopping();
  }

  void stop() {
    stop(service);
  }

  private static void stop(BrokerService service) {
    try {
      service.stop();
      service.waitUntilStopped();
    } catch (Exception e) {
      // What it acknowledged is on the disk all the same.
      LOG.warn(
          "ICH-BROKER-002 The embedded broker did not stop cleanly; the next start recovers its store",
          e);
    }
  }

  private static void configure(
      BrokerService service, BrokerSettings settings, List<AuthenticationUser> users)
      throws Exception {
    service.setBrokerName(NAME);
    service.setDataDirectory(settings.directory().toString());
    // The broker deletes this one and makes it anew, open to all: hence one below ours.
    service.setTmpDataDirectory(spool(settings).resolve("messages").toFile());
    service.setPersistent(true);
    service.setPersistenceAdapter(store(settings));
    service.setUseJmx(false);
    service.setUseShutdownHook(false);
    service.setSchedulerSupport(false);
    service.setAdvisorySupport(false);
    service.setUseVirtualTopics(false);
    service.setDestinationPolicy(policy());

    var limits = service.getSystemUsage();
    limits.getMemoryUsage().setLimit(settings.memoryMegabytes() * MEGABYTE);
    limits.getStoreUsage().setLimit(settings.storeMegabytes() * MEGABYTE);
    limits.getTempUsage().setLimit(SPOOLED_MEGABYTES * MEGABYTE);
    limits.setSendFailIfNoSpaceAfterTimeout(FULL_AFTER_MILLIS);

    // Else a sender writes into JMSXUserID what it likes. The user is the one that was proved,
    // not the one that the connection names.
    service.setPopulateJMSXUserID(true);
    service.setUseAuthenticatedPrincipalForJMSXUserID(true);
    SimpleAuthenticationPlugin login = new SimpleAuthenticationPlugin(users);
    login.setAnonymousAccessAllowed(false);
    service.setPlugins(
        new BrokerPlugin[] {
          new QueuesOnly(), new DefinedQueues(settings.queues(), settings.maximumDepth()), login
        });

    service.addConnector("vm://" + NAME);
    if (settings.port() >= 0) {
      service.addConnector(
          "tcp://127.0.0.1:%d?maximumConnections=%d&wireFormat.maxFrameSize=%d&wireFormat.stackTraceEnabled=false"
              .formatted(
                  settings.port(), settings.maximumConnections(), settings.maximumMessageBytes()));
    }
  }

  private static KahaDBPersistenceAdapter store(BrokerSettings settings) throws Exception {
    KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
    store.setDirectory(journal(settings).toFile());
    store.setJournalDiskSyncStrategy("always");
    store.setJournalMaxFileLength(4 << 20);
    store.setChecksumJournalFiles(true);
    store.setCheckForCorruptJournalFiles(true);
    store.setIgnoreMissingJournalfiles(false);
    // Else a message may be handed out before it is on the disk.
    store.setConcurrentStoreAndDispatchQueues(false);
    // Else the start waits for ever for another process to let go.
    store.getLocker().setFailIfLocked(true);
    return store;
  }

  private static Path journal(BrokerSettings settings) {
    return settings.directory().resolve("kahadb");
  }

  private static Path spool(BrokerSettings settings) {
    return settings.directory().resolve("spool");
  }

  private static PolicyMap policy() {
    IndividualDeadLetterStrategy deadLetters = new IndividualDeadLetterStrategy();
    deadLetters.setQueuePrefix("DLQ.");
    deadLetters.setProcessExpired(false);
    deadLetters.setProcessNonPersistent(false);
    PolicyEntry everyQueue = new PolicyEntry();
    everyQueue.setQueue(">");
    everyQueue.setDeadLetterStrategy(deadLetters);
    PolicyMap policy = new PolicyMap();
    policy.setDefaultEntry(everyQueue);
    return policy;
  }

  private static ConnectionFactory ownConnections(String password) {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(
            BrokerSettings.OWN_USER, password, "vm://" + NAME + "?create=false");
    // Else the client itself moves a message away after 6 rollbacks.
    factory.getRedeliveryPolicy().setMaximumRedeliveries(-1);
    factory.getRedeliveryPolicy().setInitialRedeliveryDelay(REDELIVERY_MILLIS);
    factory.getRedeliveryPolicy().setRedeliveryDelay(REDELIVERY_MILLIS);
    // A second message in hand would wait behind one that is rolled back again and again.
    factory.getPrefetchPolicy().setAll(0);
    factory.setTrustAllPackages(false);
    factory.setTrustedPackages(List.of());
    factory.setWatchTopicAdvisories(false);
    return factory;
  }

  private static int port(BrokerService service) throws Exception {
    for (var connector : service.getTransportConnectors()) {
      URI uri = connector.getConnectUri();
      if ("tcp".equals(uri.getScheme())) {
        return uri.getPort();
      }
    }
    return -1;
  }

  private static String words(Exception failure, BrokerSettings settings) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "port %d on 127.0.0.1 is in use: stop the program that has it, or set another port (0 takes a free one) in etc/org.ichido.broker.cfg"
            .formatted(settings.port());
      }
    }
    if (String.valueOf(failure.getMessage()).contains("could not be locked")) {
      return "another process has %s: stop it, or set another directory in etc/org.ichido.broker.cfg"
          .formatted(settings.directory());
    }
    return "it does not start with its messages in %s (%s): see the log; copy the directory before any repair"
        .formatted(settings.directory(), failure.getMessage());
  }
}
