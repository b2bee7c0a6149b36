package org.ichido.itests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jms.ConnectionFactory;
import javax.jms.Message;
import javax.jms.Queue;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.itests.Customers.Customer;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.osgi.framework.BundleContext;

/** Puts bad messages, looks where they end, and sees to it that the house is none the worse. */
final class BadInputLab implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PART = "bank kinsan, queue KINSAN.OTP.REQUEST (REQUEST)";

  final BundleContext context;
  final Attacker channel;
  final Customers customers;
  private final TokenAdministration administration;
  private final Audit audit;
  private final Hosts hosts;

  BadInputLab(
      BundleContext context,
      ConnectionFactory queues,
      Customers customers,
      TokenAdministration administration,
      Audit audit)
      throws Exception {
    this.context = context;
    this.customers = customers;
    this.administration = administration;
    this.audit = audit;
    channel = new Attacker(queues, "channel");
    hosts = new Hosts(queues);
  }

  /** A record in order, with the right code of now. */
  static HostRecord good(Customer customer) {
    return Hosts.verify(id(), customer.holder(), Customers.rightCode(customer));
  }

  static String id() {
    return "bad-input-" + COUNT.incrementAndGet();
  }

  static Check check(String name) {
    return new Check(Evidence.attacks(), name, "queue");
  }

  void tryOut(BadInput input) throws Exception {
    Customer victim = customers.register();
    Check check = check(input.name());
    String rolledBack = rolledBack();
    try {
      Message put = input.put().by(channel, good(victim));
      ends(check, input.ending(), put);
      if (input.ending() instanceof Ending.Judged) {
        check.equal("judged", 1L, judged(victim));
        theNextGoodOneIsAccepted(check);
      } else {
        check.equal("judged", 0L, judged(victim));
        check.equal("failures", 0, token(victim).failures());
        accepted(check, victim);
      }
      isQuiet(check, rolledBack);
    } catch (RuntimeException e) {
      check.that(e.toString(), false);
    }
    check.done();
  }

  private void ends(Check check, Ending ending, Message put) throws Exception {
    if (ending instanceof Ending.BackedOut backedOut) {
      Message moved = channel.take(Attacker.BACKOUT);
      check.equal("reason", backedOut.reason(), moved.getStringProperty("ICHIDO_REASON"));
      check.equal("id", put.getJMSMessageID(), moved.getStringProperty("ICHIDO_MESSAGE_ID"));
      check.equal("from", Attacker.REQUESTS, moved.getStringProperty("ICHIDO_QUEUE"));
      check.that("the sender", !moved.getStringProperty("ICHIDO_USER").equals("somebody"));
      check.that("its own kind", sameKind(put, moved));
      return;
    }
    HostRecord reply = answer(check, put);
    if (ending instanceof Ending.Coded coded) {
      check.equal("code", coded.code(), reply.get("ICH-RESPONSE-CODE"));
      check.equal("reason", coded.reason(), reply.get("ICH-RESPONSE-REASON"));
    } else if (ending instanceof Ending.Judged judged) {
      check.equal("verdict", judged.verdict(), verdict(reply));
    }
  }

  /** By the class of the code: a header has no verdict. */
  private static String verdict(HostRecord header) {
    return header.get("ICH-RESPONSE-CODE").equals("0000") ? "ACCEPTED" : "REFUSED";
  }

  /** The header of the reply to a message. */
  HostRecord answer(Check check, Message put) throws Exception {
    Message reply = channel.take(((Queue) put.getJMSReplyTo()).getQueueName());
    check.equal("correlation", put.getJMSMessageID(), reply.getJMSCorrelationID());
    return header(reply);
  }

  static HostRecord header(Message reply) throws Exception {
    int ccsid = reply.getIntProperty(Attacker.CCSID);
    return HostRecord.headerOf(Attacker.body(reply), Attacker.charset(ccsid));
  }

  private static boolean sameKind(Message one, Message other) {
    return one.getClass() == other.getClass();
  }

  void theNextGoodOneIsAccepted(Check check) throws Exception {
    accepted(check, customers.register());
  }

  void accepted(Check check, Customer customer) throws Exception {
    try (HostProgram program = hosts.channel()) {
      HostRecord reply = Hosts.reply("ICHVFR", program, good(customer));
      check.equal("the next good one", "ACCEPTED", reply.get("ICH-VERDICT"));
    }
  }

  void isQuiet(Check check, String rolledBackBefore) throws Exception {
    for (String queue :
        List.of(Attacker.REQUESTS, Attacker.BACKOUT, Attacker.REPLIES, "KINSAN.BRANCH.REPLY")) {
      // What was received is acknowledged a moment later.
      until("nothing is left on " + queue, () -> channel.depth(queue) == 0);
    }
    check.equal("rolled back", rolledBackBefore, rolledBack());
  }

  /** After a case that went wrong: what it left must not be taken for the next one's. */
  void clear() throws Exception {
    for (String queue : List.of(Attacker.BACKOUT, Attacker.REPLIES, "KINSAN.BRANCH.REPLY")) {
      while (channel.depth(queue) > 0) {
        channel.take(queue);
      }
    }
  }

  /** The figure, and whether the listener is receiving. */
  String rolledBack() throws Exception {
    String lines = health();
    if (!lines.contains("receiving with")) {
      return "not receiving: " + lines;
    }
    return lines.replaceAll("(?s).*(rolled back \\d+).*", "$1");
  }

  String health() throws Exception {
    return HealthLines.of(context, PART);
  }

  /** Waits for what is about to happen; never longer than for a reply. */
  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Hosts.WAIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain: " + what);
      }
      Thread.onSpinWait();
    }
  }

  TokenDescription token(Customer customer) {
    return administration.list(Customers.KINSAN, Optional.of(Customers.CONTRACT), 10_000).stream()
        .filter(token -> token.users().contains(customer.holder().user()))
        .findFirst()
        .orElseThrow();
  }

  List<AuditEvent> events(Holder holder) {
    return audit.of(holder, 100).stream().map(AuditEntry::event).toList();
  }

  long judged(Customer customer) {
    List<AuditEvent> verdicts =
        Arrays.asList(AuditEvent.ACCEPTED, AuditEvent.REFUSED, AuditEvent.REPLAYED);
    return events(customer.holder()).stream().filter(verdicts::contains).count();
  }

  @Override
  public void close() throws Exception {
    channel.close();
    hosts.close();
  }
}
