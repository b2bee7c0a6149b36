package org.ichido.broker;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSContext;
import javax.jms.JMSException;
import javax.jms.JMSRuntimeException;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded broker as a service: connections of the user {@code ichido} without a port between.
 *
 * <p>The service is there even while the broker is not: a connection then fails with words, and the
 * next one tries to start the broker again, at most once a second. Requesters connect to {@code
 * tcp://127.0.0.1:PORT} with their user and the password in {@code <directory>/passwords/<user>}.
 *
 * <p>A configuration change restarts the broker and breaks its connections; messages stay. A change
 * to equal values does nothing. One that cannot be used stops the broker, and the status says which
 * key. Thread-safe.
 */
@Component(
    service = {ConnectionFactory.class, HealthSource.class},
    property = "name=ichido",
    immediate = true,
    configurationPid = "org.ichido.broker",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class EmbeddedBroker implements ConnectionFactory, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final RandomGenerator random;
  private final LongSupplier nanoTime;
  private volatile Life life;

  /** One configuration's life; the settings are null if the configuration cannot be used. */
  private record Life(@Nullable BrokerSettings settings, Supervisor supervisor) {}

  /**
   * Starts the broker. Does not throw if that fails: a component that failed stays a dead service.
   */
  @Activate
  public EmbeddedBroker(BrokerConfiguration configuration, @Reference RandomGenerator random) {
    this(configuration, random, System::nanoTime);
  }

  EmbeddedBroker(BrokerConfiguration configuration, RandomGenerator random, LongSupplier nanoTime) {
    this.random = random;
    this.nanoTime = nanoTime;
    this.life = life(configuration);
    start();
  }

  /** Takes over a configuration. The file install of a container writes equal ones again. */
  @Modified
  synchronized void reconfigure(BrokerConfiguration configuration) {
    Life next = life(configuration);
    if (next.settings() != null && next.settings().equals(life.settings())) {
      return;
    }
    life.supervisor().stop();
    life = next;
    start();
  }

  @Deactivate
  synchronized void stop() {
    life.supervisor().stop();
  }

  private Life life(BrokerConfiguration configuration) {
    try {
      BrokerSettings settings = BrokerSettings.of(configuration);
      PasswordFiles passwords =
          new PasswordFiles(settings.directory().resolve("passwords"), random);
      return new Life(
          settings, new Supervisor(() -> RunningBroker.start(settings, passwords), nanoTime));
    } catch (CannotRun e) {
      return new Life(
          null,
          new Supervisor(
              () -> {
                throw e;
              },
              nanoTime));
    }
  }

  private void start() {
    try {
      life.supervisor().running();
    } catch (CannotRun e) {
      LOG.error("ICH-BROKER-001 The embedded broker does not run: {}", e.words());
    }
  }

  @Override
  public Connection createConnection() throws JMSException {
    return connections().createConnection();
  }

  @Override
  public Connection createConnection(String user, String password) throws JMSException {
    return connections().createConnection(user, password);
  }

  @Override
  public JMSContext createContext() {
    return connectionsForContext().createContext();
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    return connectionsForContext().createContext(sessionMode);
  }

  @Override
  public JMSContext createContext(String user, String password) {
    return connectionsForContext().createContext(user, password);
  }

  @Override
  public JMSContext createContext(String user, String password, int sessionMode) {
    return connectionsForContext().createContext(user, password, sessionMode);
  }

  @Override
  public List<Health> health() {
    return List.of(life.supervisor().health());
  }

  private ConnectionFactory connections() throws JMSException {
    try {
      return life.supervisor().running().connections();
    } catch (CannotRun e) {
      JMSException failure = new JMSException("the embedded broker does not run: " + e.words());
      failure.initCause(e);
      throw failure;
    }
  }

  private ConnectionFactory connectionsForContext() {
    try {
      return connections();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }
}
