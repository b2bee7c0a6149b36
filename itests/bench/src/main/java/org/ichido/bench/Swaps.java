package org.ichido.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.ichido.demo.DemoServer;

/**
 * An administrator who updates one bundle after the other. Over JMX: a shell client of its own for
 * each command would take a third of this machine.
 */
final class Swaps implements AutoCloseable {
  /** All that ship but api and spi, which hardly ever change, and the broker, which is the wire. */
  private static final List<String> BUNDLES =
      List.of(
          "org.ichido.oath",
          "org.ichido.lockout",
          "org.ichido.vault",
          "org.ichido.store.jdbc",
          "org.ichido.core",
          "org.ichido.mq",
          "org.ichido.shell");

  private static final String MANAGEMENT = "org.apache.karaf.management.cfg";

  private final JMXConnector connector;
  private final MBeanServerConnection karaf;
  private int done;

  @SuppressWarnings("BanJNDI") // the address is this machine's own, the server is our own
  Swaps(DemoServer server, String user, String password) throws IOException {
    String address =
        "service:jmx:rmi://127.0.0.1:%s/jndi/rmi://127.0.0.1:%s/karaf-root"
            .formatted(
                server.setting(MANAGEMENT, "rmiServerPort"),
                server.setting(MANAGEMENT, "rmiRegistryPort"));
    connector =
        JMXConnectorFactory.connect(
            new JMXServiceURL(address),
            Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
    karaf = connector.getMBeanServerConnection();
  }

  /**
   * Updates the next bundle, again and again, until the thread is interrupted.
   *
   * @return how many were updated
   */
  int every(Duration pause) throws IOException, JMException {
    int before = done;
    ObjectName bundles = new ObjectName("org.apache.karaf:type=bundle,name=root");
    try {
      while (true) {
        String bundle = BUNDLES.get(done % BUNDLES.size());
        karaf.invoke(
            bundles, "update", new Object[] {bundle}, new String[] {String.class.getName()});
        done++;
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
    } catch (InterruptedException e) {
      return done - before;
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
