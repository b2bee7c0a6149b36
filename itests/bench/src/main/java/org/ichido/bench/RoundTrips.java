package org.ichido.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.jms.JMSException;
import org.ichido.bench.echo.Echo;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.figure.Spread;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.CpuMeter;
import org.ichido.bench.round.Results;
import org.ichido.bench.round.Rounds;
import org.ichido.bench.round.Sample;

/**
 * P5 on one wire: a verification by request and reply, against an echo in the same server.
 *
 * @param wire how the figures call it
 * @param host asks
 * @param codes what it asks
 * @param cpu the server's
 * @param rounds how often
 * @param goals where the figures go
 */
record RoundTrips(
    String wire, HostChannel host, CodesInTime codes, CpuMeter cpu, Rounds rounds, Goals goals) {
  private static final int CALLERS = 16;

  /** A server that has just started compiles for a while what it runs. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  /**
   * @param commit how long one bare durable commit takes on this machine, in milliseconds
   */
  void measure(double commit) throws Exception {
    Callers many = verify("verify %s, 16 requesters".formatted(wire), CALLERS);
    Callers manyEchoes = echo("transacted echo %s, 16 requesters".formatted(wire), CALLERS);
    rounds.warmUp(WARM_UP, List.of(many, manyEchoes));
    Results rate = rounds.run("P5", Duration.ofSeconds(4), 1, List.of(many, manyEchoes));
    goals.add(rate);
    goals.add(
        "P5",
        "verify %s, against a bare echo".formatted(wire),
        "times",
        rate.ratio(many.name(), manyEchoes.name(), Sample::perSecond),
        Bound.atLeast(0.6));

    Callers one = verify("verify %s, 1 requester".formatted(wire), 1);
    Callers oneEcho = echo("transacted echo %s, 1 requester".formatted(wire), 1);
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
}
