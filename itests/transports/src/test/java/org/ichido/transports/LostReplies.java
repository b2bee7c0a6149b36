package org.ichido.transports;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** Replies that cannot go where they are wanted. */
final class LostReplies {
  /** A line of ichido:reply-list. */
  private static final Pattern PARKED =
      Pattern.compile("(?m)^(\\d+) +.*(?:\\R .*)*" + Pattern.quote(ShippedBanks.MISSING));

  private static final int MORE_THAN_FIT = 1_000;

  private final Premises premises;

  LostReplies(Premises premises) {
    this.premises = premises;
  }

  void missingQueue() throws Exception {
    Check check = premises.check("a missing reply queue");
    HostRecord request = premises.good(premises.ofKinsan().next().master());
    try (Requester channel = premises.channel()) {
      Message message = channel.message(request, Manner.USUAL);
      message.setJMSReplyTo(channel.queue(ShippedBanks.MISSING));
      String id = channel.put(message);
      String[] said = {""};
      Premises.until(
          check,
          "the reply is parked",
          () -> {
            said[0] = premises.transport().server().shell("ichido:reply-list kinsan");
            return PARKED.matcher(said[0]).find();
          });
      Matcher parked = PARKED.matcher(said[0]);
      check.that("reply-list names it: " + said[0], parked.find());
      String resent =
          premises
              .transport()
              .server()
              .shell(
                  "ichido:reply-resend --to %s kinsan %s"
                      .formatted(Bank.KINSAN.replies(Bank.Desk.CHANNEL), parked.group(1)));
      check.that("reply-resend: " + resent, resent.contains("RESENT"));
      Optional<Answer> answer = channel.answerTo(id, HostProgram.PATIENCE);
      check.that("the reply comes", answer.isPresent());
      byte[] asked = channel.ask(request).bytes();
      check.that(
          "a resend gets the same bytes",
          Arrays.equals(asked, answer.map(Answer::bytes).orElse(null)));
      check.equal("verdict", "0000", answer.orElseThrow().header().get("ICH-RESPONSE-CODE"));
    }
    check.done();
  }

  void fullQueue(String small) throws Exception {
    Check check = premises.check("a full reply queue, and another bank");
    HostRecord request = premises.good(premises.ofKinsan().next().master());
    LoadedCustomers.Loaded other = premises.ofMirai().next().master();
    HostRecord elsewhere =
        premises.mirai().channel().verify(other.customer(), "TRANSFER", "APPROVE", other.code(0));
    try (Requester channel = premises.channel();
        Requester mirai = Requester.of(premises.transport(), Bank.MIRAI, Bank.Desk.CHANNEL)) {
      fill(channel, small);
      Message message = channel.message(request, Manner.USUAL);
      message.setJMSReplyTo(channel.queue(small));
      String id = channel.put(message);
      Premises.until(
          check, "the status says 2053", () -> premises.statusOfRequests().contains("2053"));
      check.equal(
          "another bank meanwhile",
          "ACCEPTED",
          mirai.ask(elsewhere).to(elsewhere).get("ICH-VERDICT"));
      Optional<Message> next = channel.take(small, HostProgram.PATIENCE);
      while (next.isPresent() && !id.equals(next.get().getJMSCorrelationID())) {
        next = channel.take(small, HostProgram.PATIENCE);
      }
      check.that("the reply comes as soon as there is room", next.isPresent());
      check.equal(
          "verdict", "0000", Answer.of(next.orElseThrow()).header().get("ICH-RESPONSE-CODE"));
      premises.accepted(
          check, "and the bank is back", premises.good(premises.ofKinsan().next().master()));
      Premises.until(
          check,
          "the status says so",
          () -> premises.statusOfRequests().contains("receiving with"));
      channel.take(small, Duration.ofMillis(1));
    }
    check.done();
  }

  /** Persistent, since nobody is told what becomes of others. */
  private static void fill(Requester channel, String small) throws JMSException {
    try (MessageProducer producer = channel.session.createProducer(channel.queue(small))) {
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      for (int i = 0; i < MORE_THAN_FIT; i++) {
        producer.send(channel.session.createTextMessage("nobody reads me"));
      }
    } catch (JMSException e) {
      if (String.valueOf(e.getMessage()).contains("2053")
          || String.valueOf(e.getCause()).contains("2053")) {
        return;
      }
      throw e;
    }
    throw new IllegalStateException(small + " takes " + MORE_THAN_FIT + " messages");
  }
}
