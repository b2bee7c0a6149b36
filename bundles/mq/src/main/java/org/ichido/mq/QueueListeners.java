package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.jms.ConnectionFactory;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.mq.record.RecordExchange;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.ichido.spi.transport.ParkedReplies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of all banks as an OSGi component. Works without configuration; a change of it
 * starts all listeners anew. Without a connection factory or one of core's services it is there,
 * says so in its health, and receives nothing.
 *
 * <p>{@code connectionFactory.target} chooses the connection factory, which must not be a pool.
 */
@Component(
    configurationPid = "org.ichido.mq",
    immediate = true,
    service = {BankWatcher.class, HealthSource.class, QueueListeners.class})
public final class QueueListeners implements BankWatcher, HealthSource {
  /** The keys of {@code etc/org.ichido.mq.cfg}. */
  @interface Config {
    /** Milliseconds that one receive waits, 50 to 10000: a stop takes as long. */
    long receive_timeout() default 500;
  }

  private static final Logger LOG = LoggerFactory.getLogger(QueueListeners.class);
  private static final long SHORTEST_RECEIVE = 50;
  private static final long LONGEST_RECEIVE = 10_000;

  private final RequiredServices services = new RequiredServices();
  private final ServedBanks banks;

  /**
   * @param config the configuration
   */
  @Activate
  public QueueListeners(Config config) {
    this(Timing.receiving(receiveTimeout(config.receive_timeout())));
  }

  QueueListeners(Timing timing) {
    banks = new ServedBanks(timing, services);
  }

  /** Out of range is put into range: a typing error is no reason to leave the banks alone. */
  private static Duration receiveTimeout(long millis) {
    long used = Math.max(SHORTEST_RECEIVE, Math.min(LONGEST_RECEIVE, millis));
    if (used != millis) {
      LOG.warn(
          "ICH-MQ-008 etc/org.ichido.mq.cfg: receive.timeout is {} ms, but must be {} to {} ms; {} ms is used",
          millis,
          SHORTEST_RECEIVE,
          LONGEST_RECEIVE,
          used);
    }
    return Duration.ofMillis(used);
  }

  @Reference(
      name = "connectionFactory",
      target = "(name=ichido)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindConnectionFactory(ConnectionFactory factory) {
    banks.factory(factory);
  }

  void unbindConnectionFactory(ConnectionFactory factory) {
    banks.gone(factory);
  }

  @Reference(
      name = "recordExchange",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindRecordExchange(RecordExchange exchange) {
    services.exchange(exchange);
  }

  void unbindRecordExchange(RecordExchange exchange) {
    services.exchangeGone(exchange);
  }

  @Reference(
      name = "auditTrail",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAuditTrail(AuditTrail audit) {
    services.audit(audit);
  }

  void unbindAuditTrail(AuditTrail audit) {
    services.auditGone(audit);
  }

  @Reference(
      name = "clock",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindClock(Clock clock) {
    services.clock(clock);
  }

  void unbindClock(Clock clock) {
    services.clockGone(clock);
  }

  @Reference(
      name = "parkedReplies",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindParkedReplies(ParkedReplies parked) {
    services.parked(parked);
  }

  void unbindParkedReplies(ParkedReplies parked) {
    services.parkedGone(parked);
  }

  @Override
  public void known(List<BankMessaging> known) {
    banks.known(known);
  }

  @Override
  public void served(List<BankMessaging> served) {
    banks.served(served);
  }

  @Override
  public List<Health> health() {
    return banks.health();
  }

  /**
   * @return the banks whose messages are received, and those that are not at the moment
   */
  ServedBanks banks() {
    return banks;
  }

  /**
   * @return the services that a message is handled with
   */
  RequiredServices services() {
    return services;
  }

  @Deactivate
  void deactivate() {
    banks.close();
  }
}
