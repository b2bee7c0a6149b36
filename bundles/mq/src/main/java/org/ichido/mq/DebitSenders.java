package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.mq.record.DebitRecord;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.ichido.spi.transport.Debits;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks core banking about fees, for each bank that gives hard tokens to customers. Thread-safe. */
@Component(
    name = "org.ichido.mq.DebitSenders",
    configurationPid = "org.ichido.mq",
    service = {BankWatcher.class, HealthSource.class})
public final class DebitSenders implements BankWatcher, HealthSource {
  /** How often it is looked what is due. */
  private static final Duration ROUND = Duration.ofSeconds(1);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Debits debits;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Clock clock;

  private final DebitRecord records = new DebitRecord(RecordLayouts.load());
  private final Lanes<DebitLane> lanes;

  /** For Declarative Services. */
  @Activate
  public DebitSenders() {
    this(Timing.receiving(ROUND));
  }

  /**
   * @param timing how often it looks, and how long it pauses after trouble
   */
  DebitSenders(Timing timing) {
    lanes =
        new Lanes<>(
            "DEBIT",
            bank -> bank.debitQueue().isPresent(),
            (bank, factory) ->
                new DebitLane(
                    bank,
                    factory,
                    records,
                    this::sending,
                    new Signal(timing.receive()),
                    new Pause(timing)));
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

  private Optional<DebitLane.Sending> sending() {
    Debits currentDebits = debits;
    Clock currentClock = clock;
    return currentDebits == null || currentClock == null
        ? Optional.empty()
        : Optional.of(new DebitLane.Sending(currentDebits, currentClock));
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
