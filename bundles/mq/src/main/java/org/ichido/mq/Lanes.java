package org.ichido.mq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.jms.ConnectionFactory;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.spi.transport.BankMessaging;
import org.jspecify.annotations.Nullable;

/**
 * A lane for each bank that has a valid profile and is not drained, so that one bank's full queue
 * holds up no other. What changed is stopped and started anew. Thread-safe.
 *
 * @param <L> what kind
 */
final class Lanes<L extends Lane<L>> {
  /** How long a lane that is stopped is waited for. */
  private static final Duration LEAVING = Duration.ofSeconds(10);

  private final String name;
  private final Predicate<BankMessaging> ofBank;
  private final Making<L> making;
  private final Map<BankId, L> lanes = new HashMap<>();

  /** The last lane of every bank that was stopped; it may be at work still. */
  private final Map<BankId, L> leaving = new HashMap<>();

  private List<BankMessaging> wanted = List.of();
  private @Nullable ConnectionFactory factory;
  private boolean closed;

  /** Makes a lane, which does not run yet. */
  interface Making<L> {
    L lane(BankMessaging bank, ConnectionFactory factory);
  }

  /**
   * @param name what the threads are called, such as EVENT
   * @param ofBank whether a bank has such a lane
   */
  Lanes(String name, Predicate<BankMessaging> ofBank, Making<L> making) {
    this.name = name;
    this.ofBank = ofBank;
    this.making = making;
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

  synchronized void served(List<BankMessaging> banks) {
    wanted = banks.stream().filter(ofBank).toList();
    follow();
  }

  synchronized Optional<L> of(BankId bank) {
    return Optional.ofNullable(lanes.get(bank));
  }

  private void follow() {
    ConnectionFactory current = factory;
    Map<BankId, BankMessaging> banks = new HashMap<>();
    if (current != null && !closed) {
      wanted.forEach(bank -> banks.put(bank.bank(), bank));
    }
    lanes
        .entrySet()
        .removeIf(
            entry -> {
              BankMessaging bank = banks.get(entry.getKey());
              boolean stays = bank != null && entry.getValue().follows(bank, current);
              if (!stays) {
                entry.getValue().stop();
                leaving.put(entry.getKey(), entry.getValue());
              }
              return !stays;
            });
    if (current != null) {
      banks.values().stream()
          .filter(bank -> !lanes.containsKey(bank.bank()))
          .forEach(bank -> start(bank, current));
    }
  }

  private void start(BankMessaging bank, ConnectionFactory current) {
    L lane = making.lane(bank, current);
    L former = leaving.remove(bank.bank());
    Thread thread =
        new Thread(
            () -> {
              if (former != null) {
                lane.succeed(former, LEAVING);
              }
              lane.run();
            },
            "ichido-mq %s %s".formatted(bank.bank(), name));
    thread.setDaemon(true);
    // The starter's loader may be that of any bundle; a provider's classes are found by its own.
    thread.setContextClassLoader(current.getClass().getClassLoader());
    lanes.put(bank.bank(), lane);
    thread.start();
  }

  synchronized List<Health> health() {
    List<Health> all = new ArrayList<>();
    lanes.values().forEach(lane -> all.add(lane.health()));
    return all;
  }

  /** Not under the lock: whoever tells of something must not wait for a queue. */
  void close() {
    List<L> last;
    synchronized (this) {
      closed = true;
      follow();
      last = List.copyOf(leaving.values());
    }
    long end = System.nanoTime() + LEAVING.toNanos();
    last.forEach(lane -> lane.await(Duration.ofNanos(end - System.nanoTime())));
  }
}
