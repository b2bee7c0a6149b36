package org.ichido.transports;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.jms.JMSException;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.transports.LoadedCustomers.Loaded;

/**
 * What the checks of one transport share: the transport itself, Kinsan's and Mirai's customers, and
 * what an administrator sees.
 *
 * @param title the transport's name in the evidence
 */
record Premises(
    Transport transport,
    String title,
    LoadedCustomers ofKinsan,
    LoadedCustomers ofMirai,
    Programs kinsan,
    Programs mirai) {
  private static final Evidence EVIDENCE =
      new Evidence("transports", 2, "check", "transport", "tries", "wrong");

  static Premises of(Transport transport, String title) throws Exception {
    return new Premises(
        transport,
        title,
        LoadedCustomers.of(transport, Bank.KINSAN, 150),
        LoadedCustomers.of(transport, Bank.MIRAI, 10),
        Programs.of(Bank.KINSAN, "suite"),
        Programs.of(Bank.MIRAI, "suite"));
  }

  static Evidence evidence() {
    return EVIDENCE;
  }

  Check check(String name) {
    return new Check(EVIDENCE, name, title);
  }

  Requester channel() throws JMSException, IOException {
    return Requester.of(transport, Bank.KINSAN, Bank.Desk.CHANNEL);
  }

  /** A record in order, with the right code of now. */
  HostRecord good(Loaded one) {
    return verify(one, one.code(0));
  }

  HostRecord verify(Loaded one, String code) {
    return kinsan.channel().verify(one.customer(), "TRANSFER", "APPROVE", code);
  }

  /** The verdict on a request by a connection of its own. */
  void accepted(Check check, String what, HostRecord request) throws JMSException, IOException {
    try (Requester channel = channel()) {
      check.equal(what, "ACCEPTED", channel.ask(request).to(request).get("ICH-VERDICT"));
    }
  }

  /** What the audit has of a customer of Kinsan, in JSON. */
  String explained(Customer customer) throws IOException, InterruptedException {
    return transport
        .server()
        .shell(
            "ichido:explain --json --limit 100 kinsan %s %s"
                .formatted(customer.contract(), customer.user()));
  }

  /** How many entries of that event an explanation has. */
  static long entries(String explained, String event) {
    return Pattern.compile("\"event\": ?\"" + event + "\"").matcher(explained).results().count();
  }

  /** What the status says of the queue by which Kinsan's channel asks. */
  String statusOfRequests() throws IOException, InterruptedException {
    String part = "queue " + Bank.KINSAN.queue("REQUEST") + " (REQUEST)";
    StringBuilder said = new StringBuilder();
    boolean here = false;
    for (String line : transport.server().shell("ichido:status").lines().toList()) {
      here = line.contains(part) || (here && (line.isBlank() || line.startsWith("  ")));
      if (here) {
        said.append(line.strip()).append('\n');
      }
    }
    return said.toString();
  }

  /** Waits for what is about to happen; not longer than for a reply. */
  static void until(Check check, String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + HostProgram.PATIENCE.toNanos();
    boolean holds = condition.call();
    while (!holds && System.nanoTime() < end) {
      Thread.onSpinWait();
      holds = condition.call();
    }
    check.that(what, holds);
  }
}
