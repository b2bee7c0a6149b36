package org.ichido.transports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;
import org.ichido.demo.IbmMqInstallation;

/**
 * A queue manager that is there already, and on which {@code config/mq/ichido.mqsc} was run: that
 * of a bank's test environment. Nobody else may use its queues meanwhile. Its properties, given to
 * Maven or to the test's JVM:
 *
 * <table>
 *   <caption>What is said about it</caption>
 *   <tr><td>{@code ichido.mq.host}</td><td>where it is; without it the suite makes its own</td></tr>
 *   <tr><td>{@code ichido.mq.port}</td><td>1414 unless said</td></tr>
 *   <tr><td>{@code ichido.mq.queueManager}</td><td>its name, QM1 unless said</td></tr>
 *   <tr><td>{@code ichido.mq.channel}</td><td>of Ichido's server, ICHIDO.SVRCONN unless said</td></tr>
 *   <tr><td>{@code ichido.mq.clientChannel}</td><td>of the programs, ICHIDO.REQUESTER unless said;
 *       by a certificate a channel knows one user, so use a channel that knows them by their
 *       passwords</td></tr>
 *   <tr><td>{@code ichido.mq.user}</td><td>Ichido's user there, ichido unless said</td></tr>
 *   <tr><td>{@code ichido.mq.passwords}</td><td>a directory with an owner-only file for each of
 *       {@code ichido, channel, branch, app, core}, which holds the password</td></tr>
 *   <tr><td>{@code ichido.mq.cipherSuite}</td><td>such as {@code *TLS12ORHIGHER}; without TLS
 *       unless said</td></tr>
 *   <tr><td>{@code ichido.mq.jvm}</td><td>a file of properties for the server's JVM, such as
 *       {@code javax.net.ssl.trustStore}; the suite's own JVM takes the same ones</td></tr>
 * </table>
 */
final class RealQueueManager implements Transport {
  private final DemoServer server;
  private final IbmMqPrograms programs;
  private final Path passwords;
  private final String user;

  private RealQueueManager(DemoServer server, IbmMqPrograms programs, Path passwords, String user) {
    this.server = server;
    this.programs = programs;
    this.passwords = passwords;
    this.user = user;
  }

  /** Whether one is named. */
  static boolean isNamed() {
    return !said(System.getProperties(), "host", "").isEmpty();
  }

  static RealQueueManager started(Path directory, Preparation preparation, Properties said)
      throws Exception {
    IbmMqInstallation installation =
        new IbmMqInstallation(
            said(said, "host", ""),
            Integer.parseInt(said(said, "port", "1414")),
            said(said, "queueManager", "QM1"),
            said(said, "channel", "ICHIDO.SVRCONN"),
            said(said, "cipherSuite", ""));
    IbmMqPrograms programs =
        new IbmMqPrograms(installation, said(said, "clientChannel", "ICHIDO.REQUESTER"));
    Path passwords = Path.of(said(said, "passwords", "")).toAbsolutePath();
    String user = said(said, "user", "ichido");
    DemoServer server = DemoServer.prepare(IbmMqHouse.path("ichido.distribution"), directory);
    preparation.of(server);
    installation.into(server, IbmMqHouse.path("ichido.ibmmq"), user, password(passwords, user));
    String jvm = said(said, "jvm", "");
    if (!jvm.isEmpty()) {
      String lines = Files.readString(Path.of(jvm));
      Files.writeString(
          server.directory().resolve("etc/system.properties"),
          "\n" + lines,
          StandardOpenOption.APPEND);
      Properties own = new Properties();
      own.load(new StringReader(lines));
      own.forEach((key, value) -> System.setProperty(key.toString(), value.toString()));
    }
    server.boot();
    return new RealQueueManager(server, programs, passwords, user);
  }

  private static String said(Properties said, String key, String otherwise) {
    return said.getProperty("ichido.mq." + key, otherwise);
  }

  private static String password(Path passwords, String user) throws IOException {
    return Files.readString(passwords.resolve(user)).strip();
  }

  @Override
  public DemoServer server() {
    return server;
  }

  @Override
  public ConnectionFactory programs() throws JMSException {
    return programs.factory();
  }

  @Override
  public String own() {
    return user;
  }

  @Override
  public String password(String of) throws IOException {
    return password(passwords, of);
  }

  @Override
  public String hostQueue(String queue) {
    return IbmMqPrograms.hostQueue(queue);
  }

  @Override
  public Optional<Outage> outage() {
    return Optional.empty();
  }

  @Override
  public Optional<String> smallQueue() {
    return Optional.empty();
  }

  @Override
  public Gap beforeTheCommit() {
    return Gap.BY_CHANCE;
  }

  @Override
  public void close() throws InterruptedException {
    server.stop();
  }
}
