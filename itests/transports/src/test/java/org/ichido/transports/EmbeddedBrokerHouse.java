package org.ichido.transports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.demo.DemoServer;

/** The distribution as it is unpacked, with the broker inside it. */
final class EmbeddedBrokerHouse implements Transport {
  /** So many that a burst of a suite finds room, and so few that a queue is soon full. */
  private static final int DEEPEST = 300;

  private final DemoServer server;

  private EmbeddedBrokerHouse(DemoServer server) {
    this.server = server;
  }

  static EmbeddedBrokerHouse started(Path directory, Preparation preparation) throws Exception {
    DemoServer server =
        DemoServer.prepare(
            Path.of(System.getProperty("ichido.distribution")).toAbsolutePath(), directory);
    preparation.of(server);
    server.set("org.ichido.broker.cfg", "maximumDepth", DEEPEST);
    Path broker = server.directory().resolve("etc/org.ichido.broker.cfg");
    Files.writeString(
        broker,
        Files.readString(broker)
            .replaceFirst(
                "(?m)^queues =$", "queues = " + String.join(", ", ShippedBanks.queues())));
    server.boot();
    return new EmbeddedBrokerHouse(server);
  }

  @Override
  public DemoServer server() {
    return server;
  }

  @Override
  public ConnectionFactory programs() {
    return new ActiveMQConnectionFactory(server.brokerAddress());
  }

  @Override
  public String password(String user) throws IOException {
    return server.password(user);
  }

  @Override
  public String hostQueue(String queue) {
    return queue;
  }

  /** A bundle of the server: the broker cannot go without going from there. */
  @Override
  public Optional<Outage> outage() {
    return Optional.of(
        new Outage() {
          @Override
          public void begin() throws Exception {
            server.shell("bundle:stop org.ichido.broker");
          }

          @Override
          public void end() throws Exception {
            server.shell("bundle:start org.ichido.broker");
          }
        });
  }

  @Override
  public Optional<String> smallQueue() {
    return Optional.of(ShippedBanks.SMALL);
  }

  /** Nobody can stand between the broker and its own process: the moment is left to chance. */
  @Override
  public Gap beforeTheCommit() {
    return Gap.BY_CHANCE;
  }

  @Override
  public void close() throws InterruptedException {
    server.stop();
  }
}
