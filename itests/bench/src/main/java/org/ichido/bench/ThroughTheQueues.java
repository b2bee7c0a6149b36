package org.ichido.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.jms.JMSException;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.round.CpuMeter;
import org.ichido.bench.round.Results;
import org.ichido.bench.round.Rounds;
import org.ichido.bench.round.Sample;
import org.ichido.demo.DemoServer;
import org.ichido.plain.PlainHouse;

/** P5 and P11: the packaged distribution as a process, and a host at its queues. */
final class ThroughTheQueues implements AutoCloseable {
  /** For a whole run: a token has one new code a minute. */
  private static final int TOKENS = 120_000;

  private static final String ADMINISTRATOR = "bench";

  private static final Duration BETWEEN_SWAPS = Duration.ofSeconds(3);

  private final Wire wire;
  private final DemoServer server;
  private final HostChannel host;
  private final CodesInTime codes;
  private final String password;
  private final CpuMeter cpu;
  private final Rounds rounds;
  private final Goals goals;

  private ThroughTheQueues(
      Wire wire,
      DemoServer server,
      HostChannel host,
      CodesInTime codes,
      String password,
      Rounds rounds,
      Goals goals) {
    this.wire = wire;
    this.server = server;
    this.host = host;
    this.codes = codes;
    this.password = password;
    this.cpu = CpuMeter.of(server.process().toHandle());
    this.rounds = rounds;
    this.goals = goals;
  }

  /** Unpacks, registers customers with the parts that ship, adds the echo, and starts. */
  static ThroughTheQueues start(Path archive, Path directory, Wire wire, Rounds rounds, Goals goals)
      throws Exception {
    Files.createDirectories(directory.toAbsolutePath().getParent());
    DemoServer server = DemoServer.prepare(archive, directory);
    int tokens = (int) (TOKENS * rounds.scale());
    rounds.out().println("Registering " + tokens + " customers, then starting the server");
    CodesInTime codes;
    try (PlainHouse house = new PlainHouse(directory.resolve("data/ichido"), Clock.systemUTC())) {
      codes = new CodesInTime(Customer.register(house, tokens));
    }
    String password = administrator(directory.resolve("etc/users.properties"));
    int sessions = Integer.parseInt(server.setting("org.ichido.bank~kinsan.cfg", "queue.sessions"));
    EchoBundle.write(
        Files.createDirectories(directory.resolve("deploy")).resolve("echo.jar"),
        wire.factory(),
        sessions);
    wire.lay(server);
    server.boot();
    HostChannel host = new HostChannel(wire.connect(server), wire::address);
    return new ThroughTheQueues(wire, server, host, codes, password, rounds, goals);
  }

  /** For the swaps, over JMX, on the loopback address of this one server. */
  private static String administrator(Path users) throws IOException {
    byte[] random = new byte[16];
    new Random().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.writeString(
        users,
        "\n%s = %s,_g_:admingroup\n".formatted(ADMINISTRATOR, password),
        StandardOpenOption.APPEND);
    return password;
  }

  /**
   * @param commit how long one bare durable commit takes on this machine, in milliseconds
   */
  void roundTrips(double commit) throws Exception {
    new RoundTrips(wire.words(), host, codes, cpu, rounds, goals).measure(commit);
  }

  void swaps() throws Exception {
    try (Swaps administrator = new Swaps(server, ADMINISTRATOR, password)) {
      LoadWithGaps calm = new LoadWithGaps("nothing swapped, 4 requesters", host, codes, cpu, null);
      LoadWithGaps swapped =
          new LoadWithGaps(
              "a bundle swapped every 3 s, 4 requesters",
              host,
              codes,
              cpu,
              () -> administrator.every(BETWEEN_SWAPS));
      Results results = rounds.run("P11", Duration.ofSeconds(12), List.of(calm, swapped));
      goals.add(results);
      goals.add(
          "P11",
          "rate under swaps, against without",
          "times",
          results.ratio(swapped.name(), calm.name(), Sample::perSecond),
          Bound.atLeast(0.7));
      goals.add(
          "P11",
          "longest gap between answers",
          "s",
          results.of(swapped.name(), sample -> sample.extra(LoadWithGaps.GAP)),
          Bound.everAtMost(1));
      goals.add(
          "P11",
          "right codes refused, and requests without a reply",
          "requests",
          results.of(swapped.name(), sample -> sample.extra(LoadWithGaps.WRONG)),
          Bound.everAtMost(0));
    }
  }

  @Override
  public void close() throws JMSException, InterruptedException {
    try {
      host.close();
    } finally {
      server.stop();
      wire.close();
    }
  }
}
