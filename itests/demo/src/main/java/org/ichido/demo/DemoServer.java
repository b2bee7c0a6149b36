package org.ichido.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server process of the demo and of the benchmarks: the distribution on free ports, with one
 * administrator who logs in by a key pair made for this run. It can be killed like a machine that
 * loses its power.
 */
public final class DemoServer {
  private static final Duration BOOT = Duration.ofMinutes(3);

  private final Server server;
  private final Path key;
  private final int sshPort;
  private final int brokerPort;
  private @Nullable Process process;

  private DemoServer(Server server, Path key, int sshPort, int brokerPort) {
    this.server = server;
    this.key = key;
    this.sshPort = sshPort;
    this.brokerPort = brokerPort;
  }

  /**
   * Unpacks, sets ports and the administrator's key, and starts nothing yet.
   *
   * @param archive the distribution
   * @param directory where it shall run; what was there before is gone
   * @return the server, ready to be started
   * @throws IOException if it cannot be unpacked or set up
   * @throws InterruptedException if somebody interrupts the build
   * @throws GeneralSecurityException if this JVM makes no RSA keys
   */
  public static DemoServer prepare(Path archive, Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    // Another run's tokens and messages would be in the way.
    Server.delete(directory);
    Server server = Server.unpack(archive, directory);
    int ssh = freePort();
    int broker = freePort();
    server.set("org.apache.karaf.shell.cfg", "sshPort", ssh);
    server.set("org.apache.karaf.management.cfg", "rmiRegistryPort", freePort());
    server.set("org.apache.karaf.management.cfg", "rmiServerPort", freePort());
    server.set("org.ichido.broker.cfg", "port", broker);
    Path key = administrator(server, directory.resolveSibling("administrator.pem"));
    return new DemoServer(server, key, ssh, broker);
  }

  /**
   * Before it is started: puts a bank in force that the distribution has as an example.
   *
   * @param bank its id
   * @throws IOException if there is no such example, or it is in force already
   */
  public void putInForce(String bank) throws IOException {
    Path example = server.directory().resolve("ichido/banks").resolve(bank);
    Path etc = server.directory().resolve("etc");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = etc.resolve(example.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /**
   * Before it is started: where its mails go.
   *
   * @param port a mail server's on this machine
   * @throws IOException if that cannot be written
   */
  public void mailTo(int port) throws IOException {
    server.set("org.ichido.mail.cfg", "port", port);
  }

  /**
   * @return where requesters connect
   */
  public String brokerAddress() {
    return "tcp://127.0.0.1:" + brokerPort;
  }

  /**
   * @param user a user of the broker
   * @return that user's password
   * @throws IOException if the broker has made none yet
   */
  public String password(String user) throws IOException {
    return Files.readString(
            server.directory().resolve("data/ichido/broker/passwords").resolve(user))
        .strip();
  }

  /**
   * @return the directory that it was unpacked to
   */
  public Path directory() {
    return server.directory();
  }

  /**
   * @param file a file in {@code etc/}
   * @param key one of its keys
   * @return the value
   * @throws IOException if it has none
   */
  public String setting(String file, String key) throws IOException {
    return server.setting(file, key);
  }

  /**
   * @return the running process
   */
  public Process process() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("the server was not started");
    }
    return running;
  }

  /**
   * Before it is started: changes a setting.
   *
   * @param file a file in {@code etc/}
   * @param key one of its keys
   * @param value what it shall be
   * @throws IOException if the file has no such key
   */
  public void set(String file, String key, int value) throws IOException {
    server.set(file, key, value);
  }

  /**
   * Runs one command in the server's shell, over SSH, as its administrator.
   *
   * @param command the command
   * @return what it said, also if it failed
   * @throws IOException if there is no client
   * @throws InterruptedException if somebody interrupts the build
   */
  public String shell(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                server.directory().resolve("bin/client").toString(),
                "-a",
                Integer.toString(sshPort),
                "-h",
                "127.0.0.1",
                "-u",
                "demo",
                "-k",
                key.toString(),
                "-b")
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process client = builder.start();
    try (var in = client.getOutputStream()) {
      in.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream out = client.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      client.waitFor();
      return said.strip();
    }
  }

  /**
   * kill -9: nothing is flushed, nothing is closed.
   *
   * @throws InterruptedException if somebody interrupts the build
   */
  public void kill() throws InterruptedException {
    process().destroyForcibly().waitFor();
  }

  /**
   * Starts it, for the first time or again, and waits until a bank is served.
   *
   * @throws IOException if it is not ready in time; its log is named
   * @throws InterruptedException if somebody interrupts the build
   */
  public void boot() throws IOException, InterruptedException {
    Process started = launch();
    process = started;
    untilReady(started);
  }

  /**
   * Ends it in order.
   *
   * @throws InterruptedException if somebody interrupts the build
   */
  public void stop() throws InterruptedException {
    process().destroy();
    if (!process().waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder karaf =
        new ProcessBuilder(server.script().toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    server.directory().resolveSibling("server.out").toFile()));
    // One process, so that the kill meets the JVM and not a script in front of it.
    karaf.environment().put("KARAF_EXEC", "exec");
    karaf.environment().put("JAVA_HOME", System.getProperty("java.home"));
    karaf.environment().remove("MAVEN_OPTS");
    Process started = karaf.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(started::destroyForcibly, "leaves nothing running"));
    return started;
  }

  private void untilReady(Process started) throws IOException, InterruptedException {
    long end = System.nanoTime() + BOOT.toNanos();
    String said = "";
    while (System.nanoTime() < end) {
      if (!started.isAlive()) {
        throw new IOException(
            "the server ended with exit code %d; see %s"
                .formatted(started.exitValue(), server.directory().resolve("data/log/karaf.log")));
      }
      said = shell("ichido:status");
      // A warning is in order: the vault's keystore is made by the first request.
      if (said.contains("Overall: OK") || said.contains("Overall: WARN")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new IOException("the server was not ready in " + BOOT + "; it last said:\n" + said);
  }

  /** An RSA key pair: the private key for the client, the public one for etc/keys.properties. */
  private static Path administrator(Server server, Path file)
      throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    KeyPair pair = generator.generateKeyPair();
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    List<String> pem = new ArrayList<>();
    pem.add("-----BEGIN PRIVATE KEY-----");
    pem.add(
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(pair.getPrivate().getEncoded()));
    pem.add("-----END PRIVATE KEY-----");
    Files.write(file, pem);
    RSAPublicKey open = (RSAPublicKey) pair.getPublic();
    byte[] name = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
    byte[] exponent = open.getPublicExponent().toByteArray();
    byte[] modulus = open.getModulus().toByteArray();
    ByteBuffer blob = ByteBuffer.allocate(12 + name.length + exponent.length + modulus.length);
    for (byte[] part : List.of(name, exponent, modulus)) {
      blob.putInt(part.length).put(part);
    }
    Files.writeString(
        server.directory().resolve("etc/keys.properties"),
        "demo = "
            + Base64.getEncoder().encodeToString(blob.array())
            + ",_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
    return file;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
