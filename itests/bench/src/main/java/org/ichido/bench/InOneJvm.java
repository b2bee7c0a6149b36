package org.ichido.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.bench.figure.Bound;
import org.ichido.bench.figure.Spread;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.Results;
import org.ichido.bench.round.Rounds;
import org.ichido.bench.round.Sample;
import org.ichido.plain.PlainHouse;
import org.ichido.spi.SecretVault;

/** P1 to P4 and P12: the parts that ship, in this JVM, without queues. */
final class InOneJvm {
  static final String BARE_COMMITS = "bare SQL, 1 caller, each commits alone";

  private static final int CALLERS = 32;
  private static final String TIMES = "times";

  private final Scratch scratch;
  private final Rounds rounds;
  private final Goals goals;

  InOneJvm(Scratch scratch, Rounds rounds, Goals goals) {
    this.scratch = scratch;
    this.rounds = rounds;
    this.goals = goals;
  }

  void verifyCore() throws Exception {
    try (PlainHouse house = new PlainHouse(scratch.directory("core"), Clock.systemUTC())) {
      VerifyCore core = new VerifyCore(house.vault());
      var verify = core.verify();
      var bare = core.bare();
      var javaOtp = core.javaOtp();
      var unseal = core.unsealAndVerify();
      Results results =
          rounds.run(
              "P1, P2",
              Duration.ofMillis(1500),
              30,
              List.of(verify, bare, unseal, javaOtp, core.commonsCodec()));
      goals.add(results);
      goals.add(
          "P1",
          "verify core, against bare JCA",
          TIMES,
          results.ratio(verify.name(), bare.name(), Sample::perSecond),
          Bound.atLeast(0.85));
      goals.add(
          "P1",
          "verify core, against java-otp's String API",
          TIMES,
          results.ratio(verify.name(), javaOtp.name(), Sample::perSecond),
          Bound.atLeast(2));
      goals.add(
          "P2",
          "unseal and verify, against verify core",
          TIMES,
          results.ratio(unseal.name(), verify.name(), Sample::perSecond),
          Bound.atLeast(0.7));
    }
  }

  void manyCallers() throws Exception {
    try (DurableHouse together = new DurableHouse(scratch.directory("together"));
        DurableHouse alone =
            new DurableHouse(scratch.directory("alone"), store -> new OneAtATime(store, false));
        DurableHouse inTurn =
            new DurableHouse(scratch.directory("in-turn"), store -> new OneAtATime(store, true))) {
      Callers many = together.callers("house, 32 callers", CALLERS);
      Callers each = alone.callers("each commits alone, 32 callers", CALLERS);
      Callers fair = inTurn.callers("each commits alone and in turn, 32 callers", CALLERS);
      Results results = rounds.run("P3", Duration.ofSeconds(4), List.of(many, each, fair));
      goals.add(results);
      // Against the faster of the two doors in rate, and against the one with the shorter tail.
      goals.add(
          "P3",
          "durable verify, against each commit alone",
          TIMES,
          results.ratio(many.name(), each.name(), Sample::perSecond),
          Bound.atLeast(3));
      goals.add(
          "P3",
          "its p99, against that of each in turn",
          TIMES,
          results.ratio(many.name(), fair.name(), sample -> sample.tail().getAsDouble()),
          Bound.atMost(1));
    }
  }

  void syncs() throws Exception {
    Duration turn = Duration.ofNanos((long) (Duration.ofSeconds(2).toNanos() * rounds.scale()));
    Optional<List<Double>> counted =
        SyncCount.verificationsPerSync(scratch.directory("traced"), rounds.counted(), turn);
    if (counted.isEmpty()) {
      rounds.out().println("P4: no strace here, so the syncs are not counted");
      return;
    }
    goals.add(
        "P4",
        "verifies for one fsync, 32 callers",
        "verifies",
        Spread.of(counted.get()),
        Bound.atLeast(8));
  }

  /**
   * @return how long one bare durable commit takes, in milliseconds
   */
  double oneCaller() throws Exception {
    var forBare = new DurableHouse(scratch.directory("bare"));
    SecretVault vault = forBare.house().vault();
    forBare.close();
    OtpParameters otp = new OtpParameters("totp", HashFunction.SHA1, 6, SteppingClock.STEP);
    StoreDirectory directory = new StoreDirectory(scratch.directory("bare"));
    try (DurableHouse house = new DurableHouse(scratch.directory("one"));
        BareCommits commits = new BareCommits(directory, vault, otp, forBare.customers())) {
      Callers one = house.callers("house, 1 caller", 1);
      Callers bare = commits.caller(BARE_COMMITS);
      Results results = rounds.run("P4", Duration.ofSeconds(2), List.of(one, bare));
      goals.add(results);
      goals.add(
          "P4",
          "one caller's p50, against bare SQL",
          TIMES,
          results.ratio(one.name(), bare.name(), sample -> sample.median().getAsDouble()),
          Bound.atMost(1.5));
      return results.of(bare.name(), sample -> sample.median().getAsDouble()).median();
    }
  }

  void priceOfSafety() throws Exception {
    try (DurableHouse safe = new DurableHouse(scratch.directory("safe"));
        DurableHouse unsafe = new DurableHouse(scratch.directory("unsafe"))) {
      new StoreDirectory(scratch.directory("unsafe")).loseAcknowledgedCommits();
      Callers durable = safe.callers("durable, 32 callers", CALLERS);
      Callers delayed = unsafe.callers("HSQLDB's default delay, 32 callers", CALLERS);
      Results results = rounds.run("P12", Duration.ofSeconds(4), List.of(durable, delayed));
      goals.add(results);
      goals.add(
          "P12",
          "durable, against HSQLDB's default delay",
          TIMES,
          results.ratio(durable.name(), delayed.name(), Sample::perSecond),
          Bound.atLeast(0.5));
    }
  }
}
