package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.mail.ScriptedServer.GREETING;
import static org.ichido.mail.ScriptedServer.HANG_UP;
import static org.ichido.mail.ScriptedServer.SAY_NOTHING;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller gets for what the server answers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class AnswersTest {
  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Delivery send() {
    return Desk.send(server.port());
  }

  @Test
  void whatIsTakenIsSent() {
    assertThat(send()).isEqualTo(new Delivery.Sent());
    assertThat(server.commands()).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "QUIT");
    assertThat(server.heard())
        .contains("EHLO otp.bank.example", "MAIL FROM:<" + Desk.SENDER + ">")
        .contains("RCPT TO:<" + Desk.RECIPIENT + ">");
  }

  /** The first digit counts (RFC 5321 section 4.3.2). */
  @Test
  void anyReplyInTheTwoHundredsToTheLetterIsSent() {
    server.when(".", "252 2.0.0 taken, I think");

    assertThat(send()).isEqualTo(new Delivery.Sent());
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,553 5.7.1 <mirai@otp-auth.net> not yours,the mail server refuses the sender: 553 5.7.1",
    "RCPT,550 5.1.1 <kansai@mirai.jp> unknown,the mail server refuses the recipient: 550 5.1.1",
    "RCPT,550 no kansai@mirai.jp here,the mail server refuses the recipient: 550",
    "RCPT,552 5.2.2 full,the mail server refuses the recipient: 552 5.2.2",
    "RCPT,599 odd,the mail server refuses the recipient: 599",
    "DATA,554 no valid recipients,the mail server refuses the mail: 554",
    ".,554 5.6.0 I do not like kansai@mirai.jp,the mail server refuses the mail: 554 5.6.0"
  })
  void aPermanentRefusalIsRefused(String command, String reply, String why) {
    server.when(command, reply);

    assertThat(send()).isEqualTo(new Delivery.Refused(why));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,452 4.3.1 full,the mail server does not take the sender now: 452 4.3.1",
    "RCPT,450 4.2.0 kansai@mirai.jp greylisted,the mail server does not take the recipient now: 450"
        + " 4.2.0",
    "DATA,451 4.3.0 later,the mail server does not take the mail now: 451 4.3.0",
    ".,421 4.3.2 closing,the mail server does not take the mail now: 421 4.3.2"
  })
  void aTemporaryRefusalIsPostponed(String command, String reply, String why) {
    server.when(command, reply);

    assertThat(send()).isEqualTo(new Delivery.Postponed(why));
  }

  @Test
  void whatIsRefusedGetsNoLetter() {
    server.when("RCPT", "550 5.1.1 unknown");
    send();

    assertThat(server.commands()).doesNotContain("DATA");
    assertThat(server.heard()).noneMatch(line -> line.startsWith("Subject"));
  }

  /** The answer is known: what comes after it cannot take it back. */
  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void aRefusalCountsWhateverTheServerDoesThen(String command) {
    for (String then : List.of(HANG_UP, SAY_NOTHING)) {
      server.when(command, "554 no").when("RSET", then).when("QUIT", then);
      assertThat(Desk.send(server.port(), "timeout.read", "200 ms"))
          .as(then)
          .isInstanceOf(Delivery.Refused.class);
    }
  }

  @Test
  void whatIsTakenStaysSentWhateverTheServerDoesThen() {
    for (String then : List.of(HANG_UP, SAY_NOTHING, "500 no", "?!")) {
      server.when("QUIT", then);
      assertThat(Desk.send(server.port(), "timeout.read", "200 ms"))
          .as(then)
          .isEqualTo(new Delivery.Sent());
    }
  }

  /**
   * What is about us and not about the notice: the next try may succeed once somebody mended it.
   */
  @ParameterizedTest
  @CsvSource({
    "GREETING,554 5.7.1 go away,does not serve us: 554 5.7.1",
    "GREETING,421 busy,does not serve us: 421",
    "MAIL,530 5.7.0 Must issue a STARTTLS command first,wants a login or TLS: 530",
    "RCPT,530 5.7.0 Authentication required,wants a login or TLS: 530"
  })
  void aServerThatDoesNotServeUsPostpones(String command, String reply, String why) {
    server.when(command, reply);

    Delivery delivery = send();
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).startsWith("127.0.0.1:" + server.port()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 what?", "?!"})
  void aServerThatKnowsNoEhloIsServedWithHelo(String reply) {
    server.when("EHLO", reply);

    assertThat(send()).isEqualTo(new Delivery.Sent());
    assertThat(server.commands()).containsExactly("EHLO", "HELO", "MAIL", "RCPT", "DATA", "QUIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA", "."})
  void aServerThatHangsUpPostpones(String command) {
    server.when(command, HANG_UP);

    Delivery delivery = send();
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).contains("127.0.0.1:" + server.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA", "."})
  void whatIsNoSmtpPostpones(String command) {
    for (String nonsense :
        List.of("HTTP/1.1 400 Bad Request", "", "25", "-1 minus", "999 beyond")) {
      // Who understands no EHLO is asked HELO.
      server.when(command, nonsense).when(command.replace("EHLO", "HELO"), nonsense);
      assertThat(send()).as(nonsense).isInstanceOf(Delivery.Postponed.class);
    }
  }

  /** The library says QUIT to a reply that is none, for ever. */
  @Test
  void whoSpeaksAnotherLanguageIsLeft() {
    for (String command : List.of("MAIL", "RCPT", "DATA", ".", "QUIT")) {
      server.when(command, "HTTP/1.1 400 Bad Request");
    }

    assertThat(send()).isInstanceOf(Delivery.Postponed.class);
    assertThat(server.commands()).containsExactly("EHLO", "MAIL", "QUIT");
  }

  @Test
  void aServerThatIsNotThereOrNotKnownPostpones() throws Exception {
    int dead = Desk.deadPort();
    assertThat(Desk.why(Desk.send(dead)))
        .isEqualTo("the connection to 127.0.0.1:" + dead + " failed: Connection refused");

    // A label above 63 characters: no resolver asks anybody.
    String nowhere = "x".repeat(70) + ".invalid";
    assertThat(Desk.why(Desk.send(25, "host", nowhere, "security", "starttls")))
        .isEqualTo("no address is known of the host " + nowhere);
  }

  @Test
  void noReasonHoldsTheAddressOrTheText() throws Exception {
    String all = Desk.RECIPIENT + " " + Desk.SUBJECT + " " + Desk.BODY.replace("\n", " ");
    for (String command : List.of(GREETING, "EHLO", "MAIL", "RCPT", "DATA", ".")) {
      for (String code : List.of("550 ", "450 5.1.1 ", "250-", "250 ", "354 ", "", "???")) {
        try (ScriptedServer echo = new ScriptedServer().when(command, code + all)) {
          SmtpNotifier notifier = Desk.notifier(echo.port(), "timeout.read", "200 ms");
          Delivery delivery = notifier.send(Desk.notice());
          assertThat(delivery + " " + notifier.health())
              .doesNotContain("kansai", "トークン", "12345678");
        }
      }
    }
  }
}
