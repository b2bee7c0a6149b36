package org.ichido.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.jms.JMSException;
import org.ichido.bench.echo.Echo;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.figure.Spread;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.CpuMeter;
import org.ichido.bench.round.Results;
import org.ichido.bench.round.Rounds;
import org.ichido.bench.round.Sample;
import org.ichido.demo.DemoServer;
import org.ichido.plain.PlainHouse;

/** P5 and P11: the packaged distribution as a process, and a host at its queues. */
final class ThroughTheQueues implements AutoCloseable {
  private static final int TOKENS = 120_000;
  private static final int CALLERS = 16;
  private static final String ADMINISTRATOR = "bench";

  /** A server that has just started compiles for a while what it runs. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final Duration BETWEEN_SWAPS = Duration.ofSeconds(3);

  private final DemoServer server;
  private final HostChannel host;
  private final CodesInTime codes;
  private final String password;
  private final CpuMeter cpu;
  private final Rounds rounds;
  private final Goals goals;

  private ThroughTheQueues(
      DemoServer server,
      HostChannel host,
      CodesInTime codes,
      String password,
      Rounds rounds,
      Goals goals) {
    this.server = server;
    this.host = host;
    this.codes = codes;
    this.password = password;
    this.cpu = CpuMeter.of(server.process().toHandle());
    this.rounds = rounds;
    this.goals = goals;
  }

  /** Unpacks, registers customers with the parts that ship, adds the echo, and starts. */
  static ThroughTheQueues start(Path archive, Path directory, Rounds rounds, Goals goals)
      throws Exception {
    Files.createDirectories(directory.toAbsolutePath().getParent());
    DemoServer server = DemoServer.prepare(archive, directory);
    rounds.out().println("Registering " + TOKENS + " customers, then starting the server");
    CodesInTime codes;
    try (PlainHouse house = new PlainHouse(directory.resolve("data/ichido"), Clock.systemUTC())) {
      codes = new CodesInTime(Customer.register(house, TOKENS));
    }
    String password = administrator(directory.resolve("etc/users.properties"));
    int sessions = Integer.parseInt(server.setting("org.ichido.bank~kinsan.cfg", "queue.sessions"));
    EchoBundle.write(
        Files.createDirectories(directory.resolve("deploy")).resolve("echo.jar"), sessions);
    server.boot();
    HostChannel host = new HostChannel(server.brokerAddress(), server.password("channel"));
    return new ThroughTheQueues(server, host, codes, password, rounds, goals);
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
    Callers many = verify("verify by queue, 16 requesters", CALLERS);
    Callers manyEchoes = echo("transacted echo, 16 requesters", CALLERS);
    rounds.warmUp(WARM_UP, List.of(many, manyEchoes));
    Results rate = rounds.run("P5", Duration.ofSeconds(4), 1, List.of(many, manyEchoes));
    goals.add(rate);
    goals.add(
        "P5",
        "verify by queue, against a bare echo",
        "times",
        rate.ratio(many.name(), manyEchoes.name(), Sample::perSecond),
        Bound.atLeast(0.6));

    Callers one = verify("verify by queue, 1 requester", 1);
    Callers oneEcho = echo("transacted echo, 1 requester", 1);
    Results alone = rounds.run("P5", Duration.ofSeconds(2), List.of(one, oneEcho));
    goals.add(alone);
    List<Double> over = new ArrayList<>();
    for (int round = 0; round < rounds.counted(); round++) {
      double verify = median(alone.rounds(one.name()).get(round));
      double allowed = median(alone.rounds(oneEcho.name()).get(round)) + commit + 1;
      over.add(verify / allowed);
    }
    goals.add(
        "P5", "its p50, against echo + commit + 1 ms", "times", Spread.of(over), Bound.atMost(1));
  }

  private static double median(Sample sample) {
    return sample.median().getAsDouble();
  }

  private Callers verify(String name, int count) throws JMSException {
    List<HostChannel.Line> lines = lines(HostChannel.REQUESTS, count);
    return new Callers(
        name,
        count,
        caller -> {
          if (!CodesInTime.accepted(lines.get(caller).ask(codes.next()))) {
            throw new IllegalStateException("a right code was not accepted");
          }
        },
        cpu);
  }

  private Callers echo(String name, int count) throws JMSException {
    List<HostChannel.Line> lines = lines(Echo.QUEUE, count);
    return new Callers(
        name,
        count,
        caller -> {
          byte[] record = codes.next();
          if (lines.get(caller).ask(record).length != record.length) {
            throw new IllegalStateException("the echo lost something");
          }
        },
        cpu);
  }

  private List<HostChannel.Line> lines(String queue, int count) throws JMSException {
    List<HostChannel.Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(host.line(queue));
    }
    return lines;
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
    }
  }
}
