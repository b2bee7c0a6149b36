package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

/** Tells core banking what happened. Thread-safe. */
@Component(
    name = "org.ichido.mq.EventSenders",
    configurationPid = "org.ichido.mq",
    service = {BankWatcher.class, OutboxWatcher.class, HealthSource.class})
public final class EventSenders implements BankWatcher, OutboxWatcher, HealthSource {
  /** How soon a lost signal is made good, and a postponed event tried again. */
  private static final Duration ROUND = Duration.ofSeconds(1);

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
  private final Lanes<EventLane> lanes;

  /** For Declarative Services. */
  @Activate
  public EventSenders() {
    this(ROUND);
  }

  EventSenders(Duration round) {
    lanes =
        new Lanes<>(
            "EVENT",
            bank -> true,
            (bank, factory) ->
                new EventLane(bank, factory, records, this::sending, new Signal(round)));
  }

  @Reference(
      name = "connectionFactory",
      target = "(name=ichido)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindConnectionFactory(ConnectionFactory current) {
    lanes.factory(current);
  }

  void unbindConnectionFactory(ConnectionFactory old) {
    lanes.gone(old);
  }

  @Override
  public void served(List<BankMessaging> banks) {
    lanes.served(banks);
  }

  @Override
  public void written(BankId bank, OutboxRow.Kind kind) {
    if (kind == OutboxRow.Kind.EVENT) {
      lanes.of(bank).ifPresent(Lane::written);
    }
  }

  private Optional<EventLane.Sending> sending() {
    Outbox currentOutbox = outbox;
    Clock currentClock = clock;
    return currentOutbox == null || currentClock == null
        ? Optional.empty()
        : Optional.of(new EventLane.Sending(currentOutbox, currentClock));
  }

  @Override
  public List<Health> health() {
    return lanes.health();
  }

  @Deactivate
  void deactivate() {
    lanes.close();
  }
}
