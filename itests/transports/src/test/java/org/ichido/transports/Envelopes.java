package org.ichido.transports;

import java.time.Duration;
import javax.jms.DeliveryMode;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.transports.LoadedCustomers.Loaded;

/** How a reply comes: as its request asks for it. */
final class Envelopes {
  /** MQRO_PASS_CORREL_ID. */
  private static final int PASS = 64;

  private final Premises premises;

  Envelopes(Premises premises) {
    this.premises = premises;
  }

  static String title(HostCharacters characters, boolean text) {
    return (text ? "text" : "bytes") + " in CCSID " + characters.ccsid();
  }

  void inItsOwnCharacters(HostCharacters characters, boolean text) throws Exception {
    Check check = premises.check(title(characters, text));
    Manner manner = Manner.USUAL.speaking(characters);
    manner = text ? manner.asText() : manner;
    HostRecord request = premises.good(premises.ofKinsan().next().master());
    boolean kana = characters.ccsid() != 1208 && characters.ccsid() != 819;
    String said = kana ? "ABC-123 ｱｲｳ" : "ABC-123";
    String name = "echo-%s-%d".formatted(text, characters.ccsid());
    HostRecord echo = premises.kinsan().host().echo(name, said);
    try (Requester channel = premises.channel()) {
      Answer answer = channel.ask(request, manner);
      check.equal("characters", characters, answer.characters());
      check.equal("as text", text, answer.text());
      check.equal("verdict", "ACCEPTED", answer.to(request).get("ICH-VERDICT"));
      check.equal("echo", said, channel.ask(echo, manner).to(echo).get("ICH-ECHO-TEXT"));
    }
    check.done();
  }

  void theCorrelationIdIsPassedOn() throws Exception {
    Check check = premises.check("a correlation id passed on");
    // As a host has it: 24 bytes.
    String correlation = "ID:" + "c0ffee00".repeat(6);
    HostRecord request = premises.good(premises.ofKinsan().next().master());
    try (Requester channel = premises.channel()) {
      Message message = channel.message(request, Manner.USUAL);
      message.setJMSCorrelationID(correlation);
      message.setIntProperty("JMS_IBM_Report_Pass_Correl_ID", PASS);
      channel.put(message, Manner.USUAL);
      Answer answer = channel.answerTo(correlation);
      check.equal("verdict", "ACCEPTED", answer.to(request).get("ICH-VERDICT"));
    }
    check.done();
  }

  void persistenceIsFollowed() throws Exception {
    Check check = premises.check("a reply is as persistent as its request");
    for (Manner manner : new Manner[] {Manner.USUAL, Manner.USUAL.volatileOnes()}) {
      HostRecord request = premises.good(premises.ofKinsan().next().master());
      try (Requester channel = premises.channel()) {
        Answer answer = channel.ask(request, manner);
        check.equal("delivery mode", manner.deliveryMode(), answer.deliveryMode());
      }
    }
    check.done();
  }

  void forEverIsFollowed() throws Exception {
    Check check = premises.check("a request without expiry has such a reply");
    HostRecord request = premises.good(premises.ofKinsan().next().master());
    try (Requester channel = premises.channel()) {
      Answer answer = channel.ask(request, Manner.USUAL.living(Duration.ZERO));
      check.equal("expiration", 0L, answer.expiration());
    }
    check.done();
  }

  /** The commit comes when the clock is past the expiry, so the message is dead on arrival. */
  void expiredOnItsQueue() throws Exception {
    Check check = premises.check("expired on its queue");
    Loaded one = premises.ofKinsan().next().master();
    String code = one.code(0);
    try (Requester channel = premises.channel();
        Session transacted = channel.transacted()) {
      Message message = channel.message(premises.verify(one, code), Manner.USUAL);
      try (MessageProducer producer =
          transacted.createProducer(channel.queue(channel.requests()))) {
        producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, 1);
      }
      Premises.until(
          check, "it expires", () -> System.currentTimeMillis() > message.getJMSExpiration() + 100);
      transacted.commit();
      premises.accepted(check, "the same code, asked in time", premises.verify(one, code));
      check.that(
          "nobody answers what is dead",
          channel.answerTo(message.getJMSMessageID(), Duration.ofMillis(1)).isEmpty());
    }
    check.done();
  }
}
