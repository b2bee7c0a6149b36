package org.ichido.itests;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.demo.DemoServer;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * The distribution in a process of its own, which can be killed, on a clock that a file drives: a
 * test in the container would die with it. Its time is that of whoever talks to it.
 */
final class DrivenServer implements AutoCloseable, InstantSource {
  private static final String CLOCK = "org.ichido.testkit.clock.cfg";
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  /** If file install missed a file: it does when two changes come close together. */
  private static final long WRITTEN_AGAIN = Duration.ofSeconds(3).toNanos();

  /** How often file install looks, in ms, and not once a second. */
  private static final int LOOKS = 100;

  private final DemoServer server;
  private final BankHost echoing;
  private Instant now;
  private int echoes;

  private DrivenServer(DemoServer server, String bank, Instant start) {
    this.server = server;
    this.now = start;
    echoing = new BankHost(bank, this);
  }

  /** Unpacks and starts it; what was in the directory is gone. */
  static DrivenServer started(
      Path archive, Path directory, Path testkit, String bank, Instant start) throws Exception {
    DemoServer server = DemoServer.prepare(archive, directory);
    server.set("config.properties", "felix.fileinstall.poll", LOOKS);
    Files.copy(testkit, server.directory().resolve("deploy").resolve(testkit.getFileName()));
    DrivenServer driven = new DrivenServer(server, bank, start);
    driven.write();
    driven.boot();
    return driven;
  }

  @Override
  public Instant instant() {
    return now;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, Scenario.JAPAN);
  }

  /** From now on it is so late, here and there. */
  void set(Instant time) throws Exception {
    now = time;
    write();
    untilThere();
  }

  void minute() throws Exception {
    set(now.plus(Scenario.MINUTE));
  }

  ConnectionFactory queues() {
    return new ActiveMQConnectionFactory(server.brokerAddress());
  }

  String password(String user) throws IOException {
    return server.password(user);
  }

  /** A command of its shell, and what it said. */
  String shell(String command) throws Exception {
    return server.shell(command);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    server.kill();
  }

  /** For the first time or again; it goes on at the time at which it was killed. */
  void boot() throws Exception {
    server.boot();
    untilThere();
  }

  private void write() throws IOException {
    Path file = server.directory().resolve("etc").resolve(CLOCK);
    Path next = file.resolveSibling(CLOCK + ".next");
    Files.write(next, ("start = " + now + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Until an answer bears the new time: it is that of the clock by which codes are judged. */
  private void untilThere() throws Exception {
    try (HostProgram channel =
        HostProgram.loggedIn(
            queues(),
            "channel",
            password("channel"),
            "KINSAN.OTP.REQUEST",
            "KINSAN.CHANNEL.REPLY")) {
      long begun = System.nanoTime();
      long written = begun;
      while (!time(channel).equals(Optional.of(now))) {
        if (System.nanoTime() - written > WRITTEN_AGAIN) {
          write();
          written = System.nanoTime();
        }
        assertTrue("the server is told the time", System.nanoTime() - begun < PATIENCE);
      }
    }
  }

  private Optional<Instant> time(HostProgram channel) throws Exception {
    echoes++;
    HostRecord echo = echoing.echo("echo-" + echoes, "what time is it?");
    byte[] reply = channel.ask(echo, HostProgram.PATIENCE);
    return HostRecord.headerOf(reply, HostProgram.EBCDIC).time("ICH-SENT-AT");
  }

  @Override
  public void close() throws InterruptedException {
    server.stop();
  }
}
