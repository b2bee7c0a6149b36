package org.ichido.transports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.HostRecord;
import org.ichido.transports.LoadedCustomers.Loaded;

/**
 * Requests that expire between their delivery and their answer. No queue manager can be told to
 * deliver what is dead, so the server's own clock is put forward, by the test kit's.
 */
final class LateClock {
  private static final Duration LATE = Duration.ofMinutes(3);

  private final Premises premises;
  private int echoes;

  LateClock(Premises premises) {
    this.premises = premises;
  }

  void deadRequestsAreNotJudgedAndDeadRepliesNotSent() throws Exception {
    Check check = premises.check("expired after delivery");
    Loaded judged = premises.ofKinsan().next().master();
    Loaded fresh = premises.ofKinsan().next().master();
    HostRecord before = premises.good(judged);
    HostRecord never = premises.good(fresh);
    try (Requester channel = premises.channel()) {
      check.equal("in time", "ACCEPTED", channel.ask(before).to(before).get("ICH-VERDICT"));
      Path clock =
          premises.transport().server().directory().resolve("etc/org.ichido.testkit.clock.cfg");
      String resent;
      String asked;
      try {
        set(clock, Instant.now().plus(LATE));
        Premises.until(
            check, "its clock is late", () -> ahead(channel).compareTo(LATE.dividedBy(2)) > 0);
        resent = channel.put(channel.message(before.move("ICH-RESEND", "Y"), Manner.USUAL));
        asked = channel.put(channel.message(never, Manner.USUAL));
        Premises.until(
            check,
            "a reply dropped",
            () -> Premises.entries(premises.explained(judged.customer()), "REPLY_DROPPED") == 1);
        Premises.until(
            check,
            "a request expired",
            () -> Premises.entries(premises.explained(fresh.customer()), "REQUEST_EXPIRED") == 1);
      } finally {
        Files.delete(clock);
      }
      Premises.until(
          check, "its clock is right", () -> ahead(channel).compareTo(LATE.dividedBy(2)) < 0);
      for (String dead : new String[] {resent, asked}) {
        check.that("no reply", channel.answerTo(dead, Duration.ofMillis(1)).isEmpty());
      }
      check.equal(
          "accepted, in the audit",
          "1 0",
          Premises.entries(premises.explained(judged.customer()), "ACCEPTED")
              + " "
              + Premises.entries(premises.explained(fresh.customer()), "ACCEPTED"));
    }
    check.done();
  }

  private Duration ahead(Requester channel) throws Exception {
    echoes++;
    HostRecord echo = premises.kinsan().host().echo("late-" + echoes, "what time is it?");
    Answer answer = channel.ask(echo, Manner.USUAL.living(Duration.ZERO));
    Instant there = answer.header().time("ICH-SENT-AT").orElseThrow();
    return Duration.between(Instant.now(), there);
  }

  private static void set(Path clock, Instant time) throws IOException {
    Path next = clock.resolveSibling(clock.getFileName() + ".next");
    Files.writeString(next, "start = " + time + "\n");
    Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
  }
}
