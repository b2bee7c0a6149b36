package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.ichido.api.Health;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ichido:status} shows of the mail. */
class MailHealthTest {
  private ScriptedServer server;
  private SmtpNotifier notifier;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
    notifier = Desk.notifier(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private void sendAfter(int minutes) {
    notifier.clock =
        Clock.fixed(Desk.NOW.plus(Duration.ofMinutes(minutes)), ZoneId.of("Asia/Tokyo"));
    assertThat(notifier.send(Desk.notice())).isNotNull();
  }

  private void says(Health.Level level, String... lines) {
    assertThat(Desk.health(notifier)).isEqualTo(new Health("mail", level, List.of(lines)));
  }

  private String to() {
    return "to 127.0.0.1:" + server.port() + " in the clear on this machine";
  }

  @Test
  void atFirstNothingWasSent() {
    says(Health.Level.OK, to(), "nothing sent yet");
  }

  @Test
  void itSaysWhenTheLastWasSent() {
    sendAfter(0);
    sendAfter(5);

    says(Health.Level.OK, to(), "last sent 2026-11-22 10:07:03 JST");
  }

  @Test
  void itWarnsSinceWhenNothingGoesOutAndWhyUntilSomethingDoes() {
    sendAfter(0);
    server.when(ScriptedServer.GREETING, "421 busy");
    sendAfter(1);
    server.when(ScriptedServer.GREETING, "554 no service");
    sendAfter(2);
    says(
        Health.Level.WARN,
        to(),
        "nothing goes out since 2026-11-22 10:03:03 JST (tries: 2); the last: 127.0.0.1:"
            + server.port()
            + " does not serve us: 554",
        "last sent 2026-11-22 10:02:03 JST");

    server.when(ScriptedServer.GREETING, "220 welcome");
    sendAfter(9);
    says(
        Health.Level.OK,
        to(),
        "last sent 2026-11-22 10:11:03 JST",
        "last trouble from 2026-11-22 10:03:03 JST to 2026-11-22 10:04:03 JST: 127.0.0.1:"
            + server.port()
            + " does not serve us: 554");

    server.when(ScriptedServer.GREETING, "421 busy");
    sendAfter(20);
    says(
        Health.Level.WARN,
        to(),
        "nothing goes out since 2026-11-22 10:22:03 JST (tries: 1); the last: 127.0.0.1:"
            + server.port()
            + " does not serve us: 421",
        "last sent 2026-11-22 10:11:03 JST");
  }

  /** A customer's wrong address is no trouble of the administrator's; a refused sender is. */
  @Test
  void whoseFaultItIsDecides() {
    server.when("RCPT", "550 5.1.1 unknown");
    sendAfter(0);
    says(Health.Level.OK, to(), "nothing sent yet");
    server.when("RCPT", "450 4.2.0 greylisted");
    sendAfter(1);
    says(Health.Level.OK, to(), "nothing sent yet");

    server.when("MAIL", "553 5.7.1 not yours");
    sendAfter(2);
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.WARN);
  }

  @Test
  void withoutAClockNothingIsSentAndNothingLost() {
    notifier.clock = null;

    Delivery delivery = notifier.send(Desk.notice());
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).contains("org.ichido.core");
    assertThat(server.commands()).isEmpty();
  }
}
