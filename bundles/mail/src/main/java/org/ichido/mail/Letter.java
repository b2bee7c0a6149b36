package org.ichido.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.ichido.spi.notice.Notice;

/**
 * A notice that can be a mail: no field can be read as more than itself (CWE-93). Text is UTF-8 in
 * base64, which also a relay that knows seven bits alone leaves as it is.
 */
final class Letter {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** Line breaks of all kinds among them, also those that only Unicode calls so. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}]");

  private static final Pattern CONTROL_IN_TEXT = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");

  /** What mail programs show as something else (RFC 2047 section 2). */
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[!-~]*\\?=");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("Asia/Tokyo"));

  private final Notice notice;
  private final Mailbox sender;
  private final Mailbox recipient;
  private final Instant date;

  private Letter(Notice notice, Mailbox sender, Mailbox recipient, Instant date) {
    this.notice = notice;
    this.sender = sender;
    this.recipient = recipient;
    this.date = date;
  }

  /**
   * @param notice what to send
   * @param date when it is sent
   * @throws UnfitNotice if a field is not what {@link Notice} says
   */
  static Letter of(Notice notice, Instant date) throws UnfitNotice {
    if (!ID.matcher(notice.id()).matches()) {
      throw new UnfitNotice("id", "is not 1 to 64 letters, digits, dots and hyphens");
    }
    Mailbox sender = mailbox("sender", notice.sender());
    Mailbox recipient = mailbox("recipient", notice.recipient());
    if (CONTROL.matcher(notice.subject()).find()) {
      throw new UnfitNotice("subject", "has a line break or another control character");
    }
    if (ENCODED_WORD.matcher(notice.subject()).find()) {
      throw new UnfitNotice("subject", "would be shown as something else, because of =? and ?=");
    }
    if (CONTROL_IN_TEXT.matcher(notice.body()).find()) {
      throw new UnfitNotice(
          "body", "has a control character that ends no line and is no tabulator");
    }
    encodable("subject", notice.subject());
    encodable("body", notice.body());
    return new Letter(notice, sender, recipient, date);
  }

  private static Mailbox mailbox(String field, String text) throws UnfitNotice {
    return Mailbox.of(text).orElseThrow(() -> new UnfitNotice(field, "is no mail address"));
  }

  private static void encodable(String field, String text) throws UnfitNotice {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new UnfitNotice(field, "has half a character");
    }
  }

  /** Where bounces go (RFC 5321 section 4.1.1.2). */
  String envelopeSender() {
    return sender.path();
  }

  Address[] recipients() {
    return new Address[] {address(recipient)};
  }

  MimeMessage message(Session session) throws MessagingException {
    // The library would make a new Message-ID each time, from the name of this machine.
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + notice.id() + "@" + sender.domain() + ">");
          }
        };
    message.setFrom(address(sender));
    message.setRecipient(Message.RecipientType.TO, address(recipient));
    message.setSubject(notice.subject(), "UTF-8");
    message.setHeader("Date", DATE.format(date));
    // Else out-of-office replies come back (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    // A data source and not a text: that would be looked up in the container's mailcap files.
    byte[] text =
        LINE_BREAK.matcher(notice.body()).replaceAll("\r\n").getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(
        new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
    message.setHeader("Content-Transfer-Encoding", "base64");
    message.saveChanges();
    return message;
  }

  private static InternetAddress address(Mailbox mailbox) {
    InternetAddress address = new InternetAddress();
    address.setAddress(mailbox.path());
    return address;
  }
}
