package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ichido.api.Health;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who we are to the mail server. */
class LoginTest {
  private static final String PASSWORD = "S3cret-of-the-server";

  @TempDir Path directory;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Path file;

  @BeforeEach
  void start() throws IOException {
    server.setUser("ichido@otp-auth.net", "ichido", PASSWORD);
    server.start();
    file = directory.resolve("mail.password");
    write(PASSWORD + "\n");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private SmtpNotifier notifier(int port) {
    return Desk.notifier(port, "user", "ichido", "password.file", file.toString());
  }

  private SmtpNotifier notifier() {
    return notifier(server.getSmtp().getPort());
  }

  @Test
  void withTheRightPasswordItIsSent() {
    SmtpNotifier notifier = notifier();

    assertThat(notifier.send(Desk.notice())).isEqualTo(new Delivery.Sent());
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(Desk.health(notifier).lines().get(0)).endsWith(", as ichido");
  }

  /** No fault of the notice: it goes once the administrator has mended the password. */
  @Test
  void withAWrongPasswordItIsPostponedAndWithANewOneItGoesWithoutAChangeOfTheConfiguration()
      throws Exception {
    write("another one");
    SmtpNotifier notifier = notifier();

    Delivery delivery = notifier.send(Desk.notice());
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery))
        .isEqualTo(
            "127.0.0.1:%d refuses the login of ichido: 535 5.7.8"
                .formatted(server.getSmtp().getPort()));
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.WARN);

    write(PASSWORD);
    assertThat(notifier.send(Desk.notice())).isEqualTo(new Delivery.Sent());
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.OK);
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--,open to others than its owner", "rw-rw----,open to others than its owner"})
  void aPasswordThatOthersMayHaveReadIsNotUsed(String rights, String words) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    unusable(words);
  }

  @Test
  void withoutAPasswordNothingIsSent() throws Exception {
    write(" \n");
    unusable("is empty: write the password of ichido");
    write("パスワード");
    unusable("must hold a password of ASCII characters alone");
    Files.delete(file);
    unusable("is missing: write the password of ichido there, chmod 600");
  }

  private void unusable(String words) {
    SmtpNotifier notifier = notifier();

    Delivery delivery = notifier.send(Desk.notice());
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery))
        .startsWith("etc/org.ichido.mail.cfg: password.file: " + file)
        .contains(words);
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.DOWN);
    assertThat(Desk.health(notifier).lines()).contains(Desk.why(delivery));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  /** Health looks at the file anew: after it was mended, nobody needs to send a mail to see so. */
  @Test
  void aPasswordThatIsThereAgainIsSeenByHealth() throws Exception {
    Files.delete(file);
    SmtpNotifier notifier = notifier();
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.DOWN);

    write(PASSWORD);
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "250 8BITMIME,takes no logins: leave user empty",
    "250 AUTH GSSAPI NTLM,takes logins by neither PLAIN nor LOGIN"
  })
  void aServerThatTakesNoSuchLoginGetsNothing(String extension, String words) throws Exception {
    try (ScriptedServer other = new ScriptedServer()) {
      other.when("EHLO", "250-script\r\n" + extension);

      Delivery delivery = notifier(other.port()).send(Desk.notice());
      assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
      assertThat(Desk.why(delivery)).endsWith(words);
      assertThat(other.commands()).isSubsetOf("EHLO", "QUIT");
    }
  }
}
