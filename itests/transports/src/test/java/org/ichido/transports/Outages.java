package org.ichido.transports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** A part is away and comes back: nothing is lost, and nothing is judged twice. */
final class Outages {
  private static final int MANY = 20;

  private final Premises premises;

  Outages(Premises premises) {
    this.premises = premises;
  }

  void theQueueManagerIsAway(Transport.Outage outage) throws Exception {
    Check check = premises.check("the queue manager away and back");
    outage.begin();
    try {
      Premises.until(
          check,
          "the status says so",
          () -> {
            String status = premises.statusOfRequests();
            return status.startsWith("DOWN") && !status.contains("receiving with");
          });
    } finally {
      outage.end();
    }
    Premises.until(
        check, "and that it is back", () -> premises.statusOfRequests().contains("receiving with"));
    premises.accepted(check, "asked", premises.good(premises.ofKinsan().next().master()));
    check.done();
  }

  void requestsWaitForTheStore() throws Exception {
    Check check = premises.check("many requests wait for the store");
    // Not core: the embedded broker needs it as well.
    premises.transport().server().shell("bundle:stop org.ichido.store-jdbc");
    try (Requester channel = premises.channel()) {
      Map<String, HostRecord> waiting;
      try {
        waiting = put(channel);
        check.equal("answered meanwhile", 0, channel.left());
      } finally {
        premises.transport().server().shell("bundle:start org.ichido.store-jdbc");
      }
      Map<String, byte[]> answers = new LinkedHashMap<>();
      for (String id : waiting.keySet()) {
        answers.put(id, channel.answerTo(id).bytes());
      }
      onceAndForAll(check, waiting, answers);
    }
    check.done();
  }

  /** A server that has judged and not yet answered is killed. */
  void killedBetweenTheTwoCommits() throws Exception {
    Check check = premises.check("killed between the commits");
    Map<String, HostRecord> waiting;
    try (Transport.Gap gap = premises.transport().beforeTheCommit();
        Requester channel = premises.channel()) {
      waiting = put(channel);
      gap.reached();
      premises.transport().server().kill();
    }
    premises.transport().server().boot();
    try (Requester channel = premises.channel()) {
      Map<String, byte[]> answers = new LinkedHashMap<>();
      for (String id : waiting.keySet()) {
        answers.put(id, channel.answerTo(id).bytes());
      }
      onceAndForAll(check, waiting, answers);
    }
    check.done();
  }

  /** By message id. */
  private Map<String, HostRecord> put(Requester channel) throws Exception {
    Map<String, HostRecord> waiting = new LinkedHashMap<>();
    for (int i = 0; i < MANY; i++) {
      HostRecord request = premises.good(premises.ofKinsan().next().master());
      waiting.put(channel.put(channel.message(request, Manner.USUAL)), request);
    }
    return waiting;
  }

  /** Each is accepted, one reply to each, the same to a resend; and no code is good again. */
  private void onceAndForAll(
      Check check, Map<String, HostRecord> waiting, Map<String, byte[]> answers) throws Exception {
    try (Requester channel = premises.channel()) {
      check.equal("second replies", 0, channel.left());
      for (Map.Entry<String, HostRecord> one : waiting.entrySet()) {
        HostRecord request = one.getValue();
        byte[] first = answers.get(one.getKey());
        check.equal(
            "verdict", "ACCEPTED", request.reply(first, HostProgram.EBCDIC).get("ICH-VERDICT"));
        check.that(
            "a resend gets the same bytes",
            Arrays.equals(first, channel.ask(request.move("ICH-RESEND", "Y")).bytes()));
        HostRecord again =
            premises
                .kinsan()
                .channel()
                .verify(
                    new Customer(request.get("ICH-CONTRACT"), request.get("ICH-USER")),
                    "TRANSFER",
                    "APPROVE",
                    request.get("ICH-CODE"));
        check.equal(
            "the same code again", "REFUSED", channel.ask(again).to(again).get("ICH-VERDICT"));
      }
    }
  }
}
