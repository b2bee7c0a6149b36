package org.ichido.broker;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.api.Health;

/** The component as a container runs it, on a clock that the test drives. */
final class Installation implements AutoCloseable {
  /** Long enough that only a lost message is waited for. */
  private static final long WITHIN_MILLIS = 20_000;

  private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");
  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

  private final AtomicLong nanoTime = new AtomicLong();
  private final Path directory;
  final EmbeddedBroker component;

  Installation(Path directory, Map<String, Object> keys) {
    this.directory = directory;
    this.component = new EmbeddedBroker(configuration(directory, keys), RANDOM, nanoTime::get);
  }

  /** With a free port, for ichido and two requesters. */
  static Installation in(Path directory) {
    return new Installation(directory, Map.of());
  }

  static BrokerConfiguration configuration(Path directory, Map<String, Object> keys) {
    Map<String, Object> all = new HashMap<>();
    all.put("directory", directory.toString());
    all.put("port", 0);
    all.put("users", new String[] {"ichido, CICSA001, CICSB002"});
    all.putAll(keys);
    return (BrokerConfiguration)
        Proxy.newProxyInstance(
            BrokerConfiguration.class.getClassLoader(),
            new Class<?>[] {BrokerConfiguration.class},
            (proxy, key, none) -> all.getOrDefault(key.getName(), key.getDefaultValue()));
  }

  void aSecondPasses() {
    nanoTime.addAndGet(1_000_000_000L);
  }

  Health health() {
    List<Health> all = component.health();
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.get(0);
  }

  int port() {
    Matcher listening = LISTENING.matcher(String.join("\n", health().lines()));
    if (!listening.find()) {
      throw new AssertionError(health());
    }
    return Integer.parseInt(listening.group(1));
  }

  String password(String user) throws IOException {
    return Files.readString(directory.resolve("passwords").resolve(user));
  }

  /** The way of a requester in another process. */
  ConnectionFactory outside() {
    return outside(port());
  }

  static ActiveMQConnectionFactory outside(int port) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    factory.setWatchTopicAdvisories(false);
    return factory;
  }

  void send(String queue, String... texts) throws JMSException {
    try (Connection connection = component.createConnection()) {
      send(connection, queue, texts);
    }
  }

  static void send(Connection connection, String queue, String... texts) throws JMSException {
    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
    var producer = session.createProducer(session.createQueue(queue));
    for (String text : texts) {
      producer.send(session.createTextMessage(text));
    }
    session.commit();
    session.close();
  }

  /** The next message, committed. */
  String receive(String queue) throws JMSException {
    try (Connection connection = component.createConnection()) {
      connection.start();
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
      String text = next(consumer).getBody(String.class);
      session.commit();
      return text;
    }
  }

  static Message next(MessageConsumer consumer) throws JMSException {
    Message message = consumer.receive(WITHIN_MILLIS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  @Override
  public void close() {
    component.stop();
  }
}
