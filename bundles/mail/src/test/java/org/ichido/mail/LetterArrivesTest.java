package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.mail.Desk.BODY;
import static org.ichido.mail.Desk.RECIPIENT;
import static org.ichido.mail.Desk.SENDER;
import static org.ichido.mail.Desk.SUBJECT;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.stream.Stream;
import org.ichido.api.BankId;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real mail server has got when a notice was sent. */
class LetterArrivesTest {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private SmtpNotifier notifier;

  @BeforeEach
  void start() {
    server.start();
    notifier = Desk.notifier(server.getSmtp().getPort());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  @Test
  void japaneseSubjectAndTextArriveAsTheyWere() throws Exception {
    assertThat(notifier.send(Desk.notice())).isEqualTo(new Delivery.Sent());

    assertThat(only().getSubject()).isEqualTo(SUBJECT);
    assertThat(only().getContent()).isEqualTo(BODY.replace("\n", "\r\n"));
    assertThat(only().getContentType()).isEqualTo("text/plain; charset=UTF-8");
  }

  /** A relay may know seven bits alone (RFC 5321 section 2.3.1), and lines of 998. */
  @Test
  void whatGoesOverTheWireIsAsciiInShortLines() throws Exception {
    notifier.send(Desk.notice());

    String raw = GreenMailUtil.getWholeMessage(only());
    assertThat(raw).matches("[\\r\\n\\t\\x20-\\x7e]+");
    assertThat(raw.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
  }

  @Test
  void itComesFromTheSenderForOneRecipientAtTheClocksTime() throws Exception {
    notifier.send(Desk.notice());

    assertThat(only().getHeader("From")).containsExactly(SENDER);
    assertThat(only().getHeader("To")).containsExactly(RECIPIENT);
    assertThat(only().getRecipients(RecipientType.CC)).isNull();
    assertThat(only().getHeader("Return-Path")).containsExactly("<" + SENDER + ">");
    assertThat(only().getHeader("Date")).containsExactly("Sun, 22 Nov 2026 10:02:03 +0900");
    assertThat(only().getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(only().getHeader("Received")[0]).contains("HELO otp.bank.example");
  }

  /** So that a mail program shows a doubled mail once. */
  @Test
  void theSecondTryHasTheSameMessageId() throws Exception {
    notifier.send(Desk.notice());
    notifier.send(Desk.notice());

    assertThat(Stream.of(server.getReceivedMessages()).map(LetterArrivesTest::messageId))
        .containsExactly("<n-1@otp-auth.net>", "<n-1@otp-auth.net>");
  }

  private static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b@docomo.ne.jp", "ab.@ezweb.ne.jp", ".a@docomo.ne.jp"})
  void anOldAddressOfACarrierIsReachedInQuotes(String address) throws Exception {
    assertThat(notifier.send(Desk.to(address))).isEqualTo(new Delivery.Sent());

    assertThat(only().getHeader("To")).containsExactly("<\"" + address.replace("@", "\"@") + ">");
    assertThat(only().getAllRecipients()).hasSize(1);
  }

  @Test
  void aLongTextArrivesWhole() throws Exception {
    String body = String.join("", Collections.nCopies(5_000, ".一行目\n..\n.\n"));

    Delivery delivery =
        notifier.send(new Notice(new BankId("mirai"), "n-2", SENDER, RECIPIENT, "長い", body));

    assertThat(delivery).isEqualTo(new Delivery.Sent());
    assertThat(only().getContent()).isEqualTo(body.replace("\n", "\r\n"));
  }

  @Test
  void aConfigurationChangeTakesEffectForTheNextNotice() throws Exception {
    GreenMail other = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    other.start();
    try {
      notifier.send(Desk.notice());
      notifier.reconfigure(Desk.configuration(other.getSmtp().getPort()));
      notifier.send(Desk.notice());

      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(other.getReceivedMessages()).hasSize(1);
    } finally {
      other.stop();
    }
  }
}
