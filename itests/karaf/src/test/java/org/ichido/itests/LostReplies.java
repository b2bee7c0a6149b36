package org.ichido.itests;

import java.time.Instant;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.ichido.api.AuditEvent;
import org.ichido.evidence.Check;
import org.ichido.itests.Customers.Customer;
import org.ichido.spi.SecretVault;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** Requests that nobody waits for any more, and replies that cannot go where they are wanted. */
final class LostReplies {
  private static final String MISSING = "KINSAN.CHANNEL.MISSING";
  private static final String FULL = "KINSAN.CHANNEL.FULL";

  /** Long enough to be received and judged, so that only the answer comes too late. */
  private static final long LIVES_MILLIS = 5_000;

  private final BadInputLab lab;
  private final Attacker channel;

  LostReplies(BadInputLab lab) {
    this.lab = lab;
    this.channel = lab.channel;
  }

  /** The commit comes when the clock is past the expiry, so the message is dead on arrival. */
  void expiredBeforeDelivery() throws Exception {
    Check check = BadInputLab.check("expired before delivery");
    String before = lab.rolledBack();
    Customer victim = lab.customers.register();
    try (Session session = channel.transacted()) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(BadInputLab.good(victim).bytes(HostProgram.EBCDIC));
      message.setIntProperty(Attacker.CCSID, 939);
      channel.answerable(message);
      MessageProducer producer = session.createProducer(session.createQueue(Attacker.REQUESTS));
      producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, 1);
      BadInputLab.until("expired", () -> System.currentTimeMillis() > message.getJMSExpiration());
      session.commit();
    }
    lab.accepted(check, victim);
    check.equal("judged, the good one alone", 1L, lab.judged(victim));
    lab.isQuiet(check, before);
    check.done();
  }

  void expiredAfterDelivery(SecretVault vault) throws Exception {
    Check check = BadInputLab.check("expired after delivery");
    String before = lab.rolledBack();
    Customer victim = lab.customers.register();
    HostRecord request = BadInputLab.good(victim);
    Instant moment = Instant.now().plusMillis(2 * LIVES_MILLIS);
    try (SlowVault slow = new SlowVault(lab.context, vault, moment)) {
      channel.put(
          Attacker.REQUESTS, channel.bytes(request.bytes(HostProgram.EBCDIC), 939), LIVES_MILLIS);
      BadInputLab.until("REPLY_DROPPED", () -> seen(victim, AuditEvent.REPLY_DROPPED));
    }
    check.equal("no reply", 0, channel.depth(Attacker.REPLIES));
    HostRecord resent = askAgain(request);
    check.equal("the verdict stands", "0000", resent.get("ICH-RESPONSE-CODE"));
    check.equal("judged", 1L, lab.judged(victim));
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  void missingReplyQueue() throws Exception {
    Check check = BadInputLab.check("a missing reply queue");
    String before = lab.rolledBack();
    Customer victim = lab.customers.register();
    HostRecord request = BadInputLab.good(victim);
    BytesMessage message = channel.bytes(request.bytes(HostProgram.EBCDIC), 939);
    message.setJMSReplyTo(channel.session.createQueue(MISSING));
    channel.put(message);
    BadInputLab.until("REPLY_PARKED", () -> seen(victim, AuditEvent.REPLY_PARKED));
    BadInputLab.until("the status says so", () -> lab.health().contains("parked replies 1"));
    check.equal("judged", 1L, lab.judged(victim));
    HostRecord resent = askAgain(request);
    check.equal("the verdict stands", "0000", resent.get("ICH-RESPONSE-CODE"));
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  void fullReplyQueue(int depth) throws Exception {
    Check check = BadInputLab.check("a full reply queue");
    for (int i = 0; i < depth; i++) {
      channel.put(FULL, channel.session.createTextMessage("nobody reads me"));
    }
    Customer victim = lab.customers.register();
    BytesMessage message = channel.bytes(BadInputLab.good(victim).bytes(HostProgram.EBCDIC), 939);
    message.setJMSReplyTo(channel.session.createQueue(FULL));
    channel.put(message);
    BadInputLab.until("the full queue is in the status", () -> lab.health().contains("2053"));
    lab.theNextGoodOneIsAccepted(check);
    check.equal("still full", depth, channel.depth(FULL));
    channel.take(FULL);
    Message reply = null;
    for (int i = 0; i < depth; i++) {
      reply = channel.take(FULL);
    }
    check.equal("answered", message.getJMSMessageID(), reply.getJMSCorrelationID());
    check.equal("judged", 1L, lab.judged(victim));
    check.equal("the verdict", "0000", BadInputLab.header(reply).get("ICH-RESPONSE-CODE"));
    lab.theNextGoodOneIsAccepted(check);
    BadInputLab.until("receiving again", () -> lab.health().contains("receiving with"));
    lab.isQuiet(check, lab.rolledBack());
    check.done();
  }

  private boolean seen(Customer customer, AuditEvent event) {
    return lab.events(customer.holder()).contains(event);
  }

  private HostRecord askAgain(HostRecord request) throws Exception {
    channel.put(channel.bytes(request.bytes(HostProgram.EBCDIC), 939));
    return BadInputLab.header(channel.take(Attacker.REPLIES));
  }
}
