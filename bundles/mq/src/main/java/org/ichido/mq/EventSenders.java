package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.mq.record.EventRecord;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.ichido.spi.transport.Outbox;
import org.ichido.spi.transport.OutboxWatcher;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells core banking what happened: a lane for each bank that has a valid profile and is not
 * drained, so that one bank's full queue holds up no other. Thread-safe.
 */
@Component(
    name = "org.ichido.mq.EventSenders",
    configurationPid = "org.ichido.mq",
    service = {BankWatcher.class, OutboxWatcher.class, HealthSource.class})
public final class EventSenders implements BankWatcher, OutboxWatcher, HealthSource {
  /** How soon a lost signal is made good, and a postponed event tried again. */
  private static final Duration ROUND = Duration.ofSeconds(1);

  /** How long a lane that is stopped is waited for. */
  private static final Duration LEAVING = Duration.ofSeconds(10);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Outbox outbox;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Clock clock;

  private final EventRecord records = new EventRecord(RecordLayouts.load());
  private final Map<BankId, EventLane> lanes = new HashMap<>();

  /** The last lane of every bank that was stopped; it may be at work still. */
  private final Map<BankId, EventLane> leaving = new HashMap<>();

  private final Duration round;
  private List<BankMessaging> wanted = List.of();
  private @Nullable ConnectionFactory factory;
  private boolean closed;

  /** For Declarative Services. */
  @Activate
  public EventSenders() {
    this(ROUND);
  }

  EventSenders(Duration round) {
    this.round = round;
  }

  @Reference(
      name = "connectionFactory",
      target = "(name=ichido)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindConnectionFactory(ConnectionFactory current) {
    factory = current;
    follow();
  }

  /** Of two factories the new one may have come before the old one goes. */
  synchronized void unbindConnectionFactory(ConnectionFactory old) {
    if (factory == old) {
      factory = null;
      follow();
    }
  }

  @Override
  public synchronized void served(List<BankMessaging> banks) {
    wanted = List.copyOf(banks);
    follow();
  }

  @Override
  public void written(BankId bank, OutboxRow.Kind kind) {
    EventLane lane;
    synchronized (this) {
      lane = kind == OutboxRow.Kind.EVENT ? lanes.get(bank) : null;
    }
    if (lane != null) {
      lane.written();
    }
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
    EventLane lane = new EventLane(bank, current, records, this::sending, new Signal(round));
    EventLane former = leaving.remove(bank.bank());
    Thread thread =
        new Thread(
            () -> {
              if (former != null) {
                lane.succeed(former, LEAVING);
              }
              lane.run();
            },
            "ichido-mq %s EVENT".formatted(bank.bank()));
    thread.setDaemon(true);
    // The starter's loader may be that of any bundle; a provider's classes are found by its own.
    thread.setContextClassLoader(current.getClass().getClassLoader());
    lanes.put(bank.bank(), lane);
    thread.start();
  }

  private Optional<EventLane.Sending> sending() {
    Outbox currentOutbox = outbox;
    Clock currentClock = clock;
    return currentOutbox == null || currentClock == null
        ? Optional.empty()
        : Optional.of(new EventLane.Sending(currentOutbox, currentClock));
  }

  @Override
  public synchronized List<Health> health() {
    List<Health> all = new ArrayList<>();
    lanes.values().forEach(lane -> all.add(lane.health()));
    return all;
  }

  /** Not under the lock: whoever tells of an event must not wait for a queue. */
  @Deactivate
  void deactivate() {
    List<EventLane> last;
    synchronized (this) {
      closed = true;
      follow();
      last = List.copyOf(leaving.values());
    }
    long end = System.nanoTime() + LEAVING.toNanos();
    last.forEach(lane -> lane.await(Duration.ofNanos(end - System.nanoTime())));
  }
}
