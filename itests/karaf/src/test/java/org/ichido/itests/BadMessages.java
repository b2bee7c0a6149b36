package org.ichido.itests;

import java.util.Arrays;
import java.util.List;
import javax.jms.Destination;
import javax.jms.MapMessage;
import javax.jms.Message;
import javax.jms.StreamMessage;
import javax.jms.TextMessage;
import javax.management.BadAttributeValueExpException;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** Messages that are bad before anybody looks at a record in them. */
final class BadMessages {
  private BadMessages() {}

  static List<BadInput> bodies() {
    return List.of(
        new BadInput(
            "a map",
            (channel, good) -> {
              MapMessage map = channel.answerable(channel.session.createMapMessage());
              map.setString("ICH-CODE", good.get("ICH-CODE"));
              return channel.put(map);
            },
            backedOut("NOT_TEXT_OR_BYTES")),
        new BadInput(
            "a stream",
            (channel, good) -> {
              StreamMessage stream = channel.answerable(channel.session.createStreamMessage());
              stream.writeString("ICHI");
              return channel.put(stream);
            },
            backedOut("NOT_TEXT_OR_BYTES")),
        new BadInput(
            "no body at all",
            (channel, good) -> channel.put(channel.answerable(channel.session.createMessage())),
            backedOut("NOT_TEXT_OR_BYTES")),
        new BadInput(
            "an object that runs code when it is read",
            (channel, good) ->
                channel.put(
                    channel.answerable(
                        channel.session.createObjectMessage(
                            new BadAttributeValueExpException("gadget")))),
            backedOut("NOT_TEXT_OR_BYTES")),
        new BadInput(
            "empty bytes",
            (channel, good) -> channel.put(channel.bytes(new byte[0], 939)),
            backedOut("NOT_A_RECORD")),
        new BadInput(
            "an empty text",
            (channel, good) -> channel.put(channel.text("", 939)),
            backedOut("NOT_A_RECORD")),
        new BadInput(
            "a text of null",
            (channel, good) -> channel.put(channel.text(null, 939)),
            backedOut("NOT_A_RECORD")),
        new BadInput(
            "64 KiB and a byte",
            (channel, good) -> channel.put(channel.bytes(padded(good, 64 * 1024 + 1), 939)),
            backedOut("TOO_LARGE")),
        new BadInput(
            "200 kB",
            (channel, good) -> channel.put(channel.bytes(padded(good, 200_000), 939)),
            backedOut("TOO_LARGE")),
        new BadInput(
            "10 MB",
            (channel, good) -> channel.put(channel.bytes(padded(good, 10_000_000), 939)),
            backedOut("TOO_LARGE")),
        new BadInput(
            "a text of 10 million characters",
            (channel, good) -> channel.put(channel.text("I".repeat(10_000_000), 939)),
            backedOut("TOO_LARGE")));
  }

  static List<BadInput> characterSets() {
    return List.of(
        said("an unknown CCSID", 37, backedOut("UNSUPPORTED_CCSID")),
        said("a negative CCSID", -1, backedOut("UNSUPPORTED_CCSID")),
        said("EBCDIC that says UTF-8", 1208, backedOut("NOT_A_RECORD")),
        said("1399 in bytes", 1399, new Ending.Judged("ACCEPTED")),
        new BadInput(
            "a CCSID in words",
            (channel, good) -> {
              Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
              message.setStringProperty(Attacker.CCSID, "no such set");
              return channel.put(message);
            },
            backedOut("UNSUPPORTED_CCSID")),
        text("a text in 1390", 1390, backedOut("UNSUPPORTED_CCSID")),
        text("a text in 1399", 1399, backedOut("UNSUPPORTED_CCSID")),
        new BadInput(
            "a text with characters outside its CCSID",
            (channel, good) -> channel.put(channel.text("日本" + text(good), 819)),
            backedOut("BAD_CHARACTERS")),
        new BadInput(
            "a lone surrogate",
            (channel, good) -> channel.put(channel.text(text(good) + "\ud800", 1208)),
            backedOut("BAD_CHARACTERS")));
  }

  static List<BadInput> replyQueues() {
    return List.of(
        replyTo("no reply-to", channel -> null, "NO_REPLY_TO"),
        replyTo("a reply-to off the list", queue("KINSAN.ANYBODY"), "REPLY_TO_REFUSED"),
        replyTo("the request queue as reply-to", queue(Attacker.REQUESTS), "REPLY_TO_REFUSED"),
        replyTo("the operator queue as reply-to", queue(Attacker.OPERATORS), "REPLY_TO_REFUSED"),
        replyTo("the backout queue as reply-to", queue(Attacker.BACKOUT), "REPLY_TO_REFUSED"),
        replyTo("another's reply-to", queue("KINSAN.BRANCH.REPLY"), "REPLY_TO_REFUSED"),
        replyTo(
            "a reply-to on another queue manager",
            queue("queue://QM2/" + Attacker.REPLIES),
            "REPLY_TO_REFUSED"),
        replyTo(
            "two queues as reply-to",
            queue(Attacker.REPLIES + "," + Attacker.OPERATORS),
            "REPLY_TO_REFUSED"),
        replyTo(
            "a topic as reply-to",
            channel -> channel.session.createTopic(Attacker.REPLIES),
            "REPLY_TO_REFUSED"),
        replyTo(
            "a temporary queue as reply-to",
            channel -> channel.session.createTemporaryQueue(),
            "REPLY_TO_REFUSED"));
  }

  static List<BadInput> identities() {
    return List.of(
        user("a user of no requester", "stranger", "stranger"),
        user("a user of no requester, forging JMSXUserID", "stranger", "channel"),
        user("the server's own user", "ichido", "ichido"),
        new BadInput(
            "a known user, forging JMSXUserID",
            (channel, good) -> {
              Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
              message.setStringProperty("JMSXUserID", "stranger");
              return channel.put(message);
            },
            new Ending.Judged("ACCEPTED")),
        new BadInput(
            "odd properties",
            (channel, good) -> {
              Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
              message.setStringProperty("JMS_IBM_Format", "MQHRF2  ");
              message.setStringProperty("usr_x", "<usr><x>1</x></usr>".repeat(500));
              message.setIntProperty("JMS_IBM_Encoding", 273);
              message.setStringProperty("JMSXGroupID", "a group");
              message.setIntProperty("JMSXGroupSeq", -1);
              message.setStringProperty("ICHIDO_REASON", "FORGED\r\nline");
              message.setObjectProperty("JMS_IBM_Report_Pass_Correl_ID", "no number");
              return channel.put(message);
            },
            new Ending.Judged("ACCEPTED")),
        delivered("a forged delivery count", 99, new Ending.Judged("ACCEPTED")),
        delivered("a delivery count below zero", -99, new Ending.Judged("ACCEPTED")),
        new BadInput(
            "a forged reason on a message without reply-to",
            (channel, good) -> {
              Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
              message.setJMSReplyTo(null);
              message.setStringProperty("ICHIDO_REASON", "ALL_IS_WELL");
              message.setStringProperty("ICHIDO_USER", "somebody");
              return channel.put(message);
            },
            backedOut("NO_REPLY_TO")));
  }

  private static Ending backedOut(String reason) {
    return new Ending.BackedOut(reason);
  }

  private static BadInput said(String name, int ccsid, Ending ending) {
    return new BadInput(
        name,
        (channel, good) -> channel.put(channel.bytes(good.bytes(HostProgram.EBCDIC), ccsid)),
        ending);
  }

  private static BadInput text(String name, int ccsid, Ending ending) {
    return new BadInput(
        name, (channel, good) -> channel.put(channel.text(text(good), ccsid)), ending);
  }

  private static BadInput delivered(String name, int count, Ending ending) {
    return new BadInput(
        name,
        (channel, good) -> {
          Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
          message.setIntProperty("JMSXDeliveryCount", count);
          return channel.put(message);
        },
        ending);
  }

  private static BadInput user(String name, String login, String said) {
    return new BadInput(
        name,
        (channel, good) -> {
          try (Attacker other = channel.as(login)) {
            TextMessage message = other.text(text(good), 939);
            message.setStringProperty("JMSXUserID", said);
            return other.put(message);
          }
        },
        backedOut("REQUESTER_UNKNOWN"));
  }

  private interface ReplyTo {
    Destination of(Attacker channel) throws Exception;
  }

  private static ReplyTo queue(String name) {
    return channel -> channel.session.createQueue(name);
  }

  private static BadInput replyTo(String name, ReplyTo replyTo, String reason) {
    return new BadInput(
        name,
        (channel, good) -> {
          Message message = channel.bytes(good.bytes(HostProgram.EBCDIC), 939);
          message.setJMSReplyTo(replyTo.of(channel));
          return channel.put(message);
        },
        backedOut(reason));
  }

  private static String text(HostRecord record) {
    return new String(record.bytes(HostProgram.EBCDIC), HostProgram.EBCDIC);
  }

  private static byte[] padded(HostRecord record, int length) {
    return Arrays.copyOf(record.bytes(HostProgram.EBCDIC), length);
  }
}
