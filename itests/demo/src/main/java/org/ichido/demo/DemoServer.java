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

/**
 * The server process of the demo: the distribution on free ports, with one administrator who logs
 * in by a key pair made for this run. It can be killed like a machine that loses its power.
 */
final class DemoServer {
  private static final Duration BOOT = Duration.ofMinutes(3);

  private final Server server;
  private final Path key;
  private final int sshPort;
  private final int brokerPort;
  private Process process;

  private DemoServer(Server server, Path key, int sshPort, int brokerPort) throws IOException {
    this.server = server;
    this.key = key;
    this.sshPort = sshPort;
    this.brokerPort = brokerPort;
    this.process = launch();
  }

  /**
   * Unpacks, sets ports and the administrator's key, starts, and waits until a bank is served.
   *
   * @param archive the distribution
   * @param directory where it shall run; what was there before is gone
   */
  static DemoServer start(Path archive, Path directory)
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
    DemoServer running = new DemoServer(server, key, ssh, broker);
    running.untilReady();
    return running;
  }

  String brokerAddress() {
    return "tcp://127.0.0.1:" + brokerPort;
  }

  String password(String user) throws IOException {
    return Files.readString(
            server.directory().resolve("data/ichido/broker/passwords").resolve(user))
        .strip();
  }

  /** Runs one command in the server's shell, over SSH. */
  String shell(String command) throws IOException, InterruptedException {
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

  /** kill -9: nothing is flushed, nothing is closed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void restart() throws IOException, InterruptedException {
    process = launch();
    untilReady();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
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

  private void untilReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + BOOT.toNanos();
    String said = "";
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException(
            "the server ended with exit code %d; see %s"
                .formatted(process.exitValue(), server.directory().resolve("data/log/karaf.log")));
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
