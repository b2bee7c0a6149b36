package org.ichido.transports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.jms.BytesMessage;
import javax.jms.MapMessage;
import javax.jms.Message;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.transports.LoadedCustomers.Loaded;

/**
 * What nobody can be answered for goes to the backout queue with its reason; else a code says it.
 */
final class BadMessages {
  private static final int KNOWN = 939;

  private final Premises premises;

  BadMessages(Premises premises) {
    this.premises = premises;
  }

  /** How one is made of a record that is in order, and put. */
  @FunctionalInterface
  interface Put {
    Message by(Requester channel, HostRecord good) throws Exception;
  }

  /**
   * @param reason on the backout queue; empty if it is answered
   * @param code of the reply
   */
  record Bad(String name, Put put, Optional<String> reason, String code) {}

  static List<Bad> all() {
    return List.of(
        poison("half a header", "NOT_A_RECORD", (c, good) -> c.putBytes(half(good, 30), KNOWN)),
        poison("a byte", "NOT_A_RECORD", (c, good) -> c.putBytes(half(good, 1), KNOWN)),
        poison(
            "200 kB",
            "TOO_LARGE",
            (c, good) -> c.putBytes(Arrays.copyOf(ebcdic(good), 200_000), KNOWN)),
        poison("an unknown CCSID", "UNSUPPORTED_CCSID", (c, good) -> c.putBytes(ebcdic(good), 37)),
        poison(
            "EBCDIC that says UTF-8", "NOT_A_RECORD", (c, good) -> c.putBytes(ebcdic(good), 1208)),
        poison("no reply-to", "NO_REPLY_TO", (c, good) -> put(c, replyTo(c, good, null))),
        poison(
            "another's reply-to",
            "REPLY_TO_REFUSED",
            (c, good) -> put(c, replyTo(c, good, "KINSAN.BRANCH.REPLY"))),
        poison(
            "our own queue as reply-to",
            "REPLY_TO_REFUSED",
            (c, good) -> put(c, replyTo(c, good, "KINSAN.OTP.OPERATOR"))),
        poison(
            "a map",
            "NOT_TEXT_OR_BYTES",
            (c, good) -> {
              MapMessage map = c.session.createMapMessage();
              map.setString("ICH-CODE", good.get("ICH-CODE"));
              return c.putAsJms(map);
            }),
        poison(
            "an object",
            "NOT_TEXT_OR_BYTES",
            (c, good) -> c.putAsJms(c.session.createObjectMessage("I am an object"))),
        coded("half a record", "8003", (c, good) -> c.putBytes(half(good, 300), KNOWN)),
        coded(
            "another bank's record",
            "8008",
            (c, good) -> c.putBytes(ebcdic(good.move("ICH-BANK", "9991")), KNOWN)),
        coded(
            "a record of another queue",
            "8006",
            (c, good) -> c.putBytes(ebcdic(good.move("ICH-RECORD-TYPE", "USRR")), KNOWN)),
        coded(
            "good, with an RFH2 and odd properties",
            "0000",
            (c, good) -> {
              BytesMessage message = c.session.createBytesMessage();
              message.writeBytes(ebcdic(good));
              message.setIntProperty(Requester.CCSID, KNOWN);
              message.setStringProperty("usr_x", "<usr><x>1</x></usr>".repeat(50));
              message.setStringProperty("ICHIDO_REASON", "FORGED\r\nline");
              return c.putAsJms(message);
            }));
  }

  private static Bad poison(String name, String reason, Put put) {
    return new Bad(name, put, Optional.of(reason), "");
  }

  private static Bad coded(String name, String code, Put put) {
    return new Bad(name, put, Optional.empty(), code);
  }

  private static byte[] ebcdic(HostRecord record) {
    return record.bytes(HostProgram.EBCDIC);
  }

  private static byte[] half(HostRecord record, int length) {
    return Arrays.copyOf(ebcdic(record), length);
  }

  private static Message replyTo(Requester channel, HostRecord good, String queue)
      throws Exception {
    Message message = channel.message(good, Manner.USUAL);
    message.setJMSReplyTo(queue == null ? null : channel.queue(queue));
    return message;
  }

  private static Message put(Requester channel, Message message) throws Exception {
    channel.put(message);
    return message;
  }

  void tryOut(Bad bad) throws Exception {
    Check check = premises.check("bad message: " + bad.name());
    Loaded victim = premises.ofKinsan().next().master();
    try (Requester channel = premises.channel()) {
      Message put = bad.put().by(channel, premises.good(victim));
      if (bad.reason().isPresent()) {
        movedAway(check, put, bad.reason().get());
      } else {
        check.equal(
            "code",
            bad.code(),
            channel.answerTo(put.getJMSMessageID()).header().get("ICH-RESPONSE-CODE"));
      }
      HostRecord next = premises.good(bad.code().equals("0000") ? other() : victim);
      check.equal("the next good one", "ACCEPTED", channel.ask(next).to(next).get("ICH-VERDICT"));
    }
    check.done();
  }

  private Loaded other() {
    return premises.ofKinsan().next().master();
  }

  private void movedAway(Check check, Message put, String reason) throws Exception {
    try (Requester ours =
        Requester.of(
            premises.transport(), premises.transport().own(), Bank.KINSAN, Bank.Desk.CHANNEL)) {
      Optional<Message> moved = ours.take(Bank.KINSAN.queue("BACKOUT"), HostProgram.PATIENCE);
      check.that("it is moved away", moved.isPresent());
      if (moved.isPresent()) {
        check.equal("reason", reason, moved.get().getStringProperty("ICHIDO_REASON"));
        check.equal(
            "id", put.getJMSMessageID(), moved.get().getStringProperty("ICHIDO_MESSAGE_ID"));
        check.equal(
            "queue", Bank.KINSAN.queue("REQUEST"), moved.get().getStringProperty("ICHIDO_QUEUE"));
        check.equal("user", "channel", moved.get().getStringProperty("ICHIDO_USER").strip());
      }
    }
  }
}
