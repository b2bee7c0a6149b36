package org.ichido.mq;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.jms.ConnectionFactory;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the listeners as the banks and the connection factory are: what changed is stopped and
 * started anew, what did not goes on undisturbed. A thread of its own does it, so that whoever
 * tells of a change need not wait for messages in hand. Thread-safe.
 */
final class ServedBanks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedBanks.class);

  private final QueueListener.House house;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "ichido-mq listeners");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<BankId, BankListener> running = new ConcurrentHashMap<>();
  private final Map<String, Figures> figures = new ConcurrentHashMap<>();

  /** The last listener of every bank that was stopped; it may have a message in hand still. */
  private final Map<BankId, BankListener> stopped = new ConcurrentHashMap<>();

  /** The last profile of every bank, also of those that have no valid one at the moment. */
  private final Map<BankId, BankMessaging> ever = new ConcurrentHashMap<>();

  private volatile List<BankMessaging> valid = List.of();

  private volatile Set<String> ownQueues = Set.of();
  private volatile List<BankMessaging> wanted = List.of();
  private volatile @Nullable ConnectionFactory factory;
  private boolean closed;

  ServedBanks(Timing timing, RequiredServices services) {
    house = new QueueListener.House(timing, services, name -> ownQueues.contains(name));
  }

  synchronized void known(List<BankMessaging> banks) {
    valid = List.copyOf(banks);
    own(banks);
  }

  synchronized void served(List<BankMessaging> banks) {
    wanted = List.copyOf(banks);
    own(banks);
    follow();
  }

  private void own(List<BankMessaging> banks) {
    banks.forEach(bank -> ever.put(bank.bank(), bank));
    Set<String> own = new HashSet<>();
    for (BankMessaging bank : ever.values()) {
      own.addAll(bank.queues().values());
      own.add(bank.backoutQueue());
      own.add(bank.eventQueue());
      bank.debitQueue().ifPresent(own::add);
    }
    ownQueues = Set.copyOf(own);
  }

  /**
   * @return a bank with a valid profile, received or not
   */
  Optional<BankMessaging> bank(BankId id) {
    return valid.stream().filter(bank -> bank.bank().equals(id)).findFirst();
  }

  Optional<ConnectionFactory> factory() {
    return Optional.ofNullable(factory);
  }

  /** How messages of a bank are handled that come by that queue. */
  RequestHandling handling(BankMessaging bank, QueueRole role, String queue) {
    return new RequestHandling(
        bank, queue, gate(bank, role), figures(queue), new ExcusedRollbacks());
  }

  RequesterGate gate(BankMessaging bank, QueueRole role) {
    return new RequesterGate(bank, role, house.ownQueue());
  }

  /**
   * @param wait how long to wait at the most until a bank's listener that was stopped has ended
   * @return how many of the bank's sessions have not ended
   */
  int inHand(BankId bank, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      // What was told before is followed first.
      worker.submit(() -> {}).get(wait.toMillis(), TimeUnit.MILLISECONDS);
      BankListener leaving = stopped.get(bank);
      if (leaving != null) {
        leaving.await(deadline);
      }
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      // Then they are counted while the stop goes on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return atWork(bank);
  }

  private int atWork(BankId bank) {
    return Stream.of(running, stopped)
        .map(listeners -> listeners.get(bank))
        .filter(Objects::nonNull)
        .distinct()
        .mapToInt(BankListener::atWork)
        .sum();
  }

  synchronized void factory(ConnectionFactory current) {
    factory = current;
    follow();
  }

  /** Of two factories the new one may have come before the old one goes. */
  synchronized void gone(ConnectionFactory old) {
    if (factory == old) {
      factory = null;
      follow();
    }
  }

  private void follow() {
    if (!closed) {
      worker.execute(this::reconcile);
    }
  }

  private void reconcile() {
    try {
      ConnectionFactory current = factory;
      List<BankMessaging> banks = current == null ? List.of() : wanted;
      Map<BankId, BankListener> leaving = new HashMap<>(running);
      List<BankMessaging> starting = new ArrayList<>();
      for (BankMessaging bank : banks) {
        BankListener listener = running.get(bank.bank());
        if (listener != null && current != null && listener.follows(bank, current)) {
          leaving.remove(bank.bank());
        } else {
          starting.add(bank);
        }
      }
      stop(leaving);
      if (current != null) {
        starting.forEach(bank -> start(bank, current));
      }
    } catch (RuntimeException e) {
      LOG.error(
          "ICH-MQ-001 The listeners could not follow a change of the banks or of the queue", e);
    }
  }

  private void start(BankMessaging bank, ConnectionFactory current) {
    BankListener listener = new BankListener(bank, current, house, this::figures);
    running.put(bank.bank(), listener);
    listener.start();
    LOG.info("Bank {}: listening to {}", bank.bank(), bank.queues().values());
  }

  private Figures figures(String queue) {
    return figures.computeIfAbsent(queue, name -> new Figures());
  }

  private void stop(Map<BankId, BankListener> leaving) {
    leaving.values().forEach(BankListener::stop);
    long deadline = System.nanoTime() + house.timing().stop().toNanos();
    leaving.forEach(
        (bank, listener) -> {
          stopped.put(bank, listener);
          listener.join(deadline);
          running.remove(bank);
          LOG.info("Bank {}: stopped listening", bank);
        });
  }

  List<Health> health() {
    List<Health> all = new ArrayList<>();
    for (BankMessaging bank : wanted) {
      BankListener listener = running.get(bank.bank());
      if (listener != null) {
        all.addAll(listener.health());
      } else {
        bank.queues()
            .forEach((role, queue) -> all.add(waiting(QueueListener.name(bank, role, queue))));
      }
    }
    Set<BankId> received = wanted.stream().map(BankMessaging::bank).collect(toSet());
    for (BankMessaging bank : valid) {
      if (!received.contains(bank.bank())) {
        bank.queues().forEach((role, queue) -> all.add(unreceived(bank, role, queue)));
      }
    }
    return all;
  }

  private Health unreceived(BankMessaging bank, QueueRole role, String queue) {
    int left = atWork(bank.bank());
    String line =
        left == 0
            ? "not received, nothing is in hand; messages stay on the queue, see bank "
                + bank.bank()
            : "not received any more; %d sessions are still at work".formatted(left);
    return new Health(QueueListener.name(bank, role, queue), Health.Level.WARN, List.of(line));
  }

  private Health waiting(String part) {
    String line =
        factory == null
            ? "waits for a javax.jms.ConnectionFactory service as connectionFactory.target of"
                + " etc/org.ichido.mq.cfg says; messages stay on the queue"
            : "about to start";
    return new Health(part, Health.Level.DOWN, List.of(line));
  }

  /** Stops all listeners and waits for messages in hand, not longer than the stop may take. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      worker.execute(() -> stop(new HashMap<>(running)));
      worker.shutdown();
    }
    try {
      if (!worker.awaitTermination(2 * house.timing().stop().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("ICH-MQ-007 The listeners were still stopping when the component was left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
