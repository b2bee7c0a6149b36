package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS, and what is not sent without it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ProtectionTest {
  private static Certificate ours;
  private static Certificate elsewheres;

  private SSLContext before;
  private ScriptedServer server;

  @BeforeAll
  static void certificates(@TempDir Path here, @TempDir Path there) throws Exception {
    ours = Certificate.of("dns:localhost,ip:127.0.0.1", here);
    elsewheres = Certificate.of("dns:mail.elsewhere.example", there);
  }

  @BeforeEach
  void start() throws Exception {
    before = SSLContext.getDefault();
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    SSLContext.setDefault(before);
  }

  private Delivery send(String security) {
    return Desk.send(server.port(), "security", security);
  }

  private void nothingWasSentButGreetings() {
    assertThat(server.commands()).isNotEmpty().isSubsetOf("EHLO", "STARTTLS", "QUIT");
    assertThat(server.heard()).noneMatch(line -> line.contains("Subject"));
  }

  @Test
  void withStarttlsTheLetterGoesEncrypted() throws Exception {
    SSLContext.setDefault(ours.trusting());
    server.with(ours.having());

    assertThat(send("starttls")).isEqualTo(new Delivery.Sent());
    assertThat(server.commands())
        .containsExactly("EHLO", "STARTTLS", "EHLO", "MAIL", "RCPT", "DATA", "QUIT");
  }

  @Test
  void ifStarttlsIsDemandedAndNotOfferedNothingIsSent() {
    Delivery delivery = send("starttls");

    assertThat(delivery)
        .isEqualTo(
            new Delivery.Postponed(
                "127.0.0.1:"
                    + server.port()
                    + " offers no STARTTLS, which security demands; nothing was sent"));
    nothingWasSentButGreetings();
  }

  @Test
  void ifStarttlsIsRefusedNothingIsSent() throws Exception {
    server.with(ours.having()).when("STARTTLS", "454 4.7.0 TLS not available");

    assertThat(Desk.why(send("starttls"))).endsWith("does not serve us: 454 4.7.0");
    nothingWasSentButGreetings();
  }

  /** Trust is the JVM's, and the JVM does not know who made it. */
  @Test
  void anUnknownCertificateGetsNothing() throws Exception {
    server.with(ours.having());

    Delivery delivery = send("starttls");
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).startsWith("no TLS with 127.0.0.1:").contains("PKIX");
    nothingWasSentButGreetings();
  }

  @Test
  void theCertificateOfAnotherServerGetsNothing() throws Exception {
    SSLContext.setDefault(elsewheres.trusting());
    server.with(elsewheres.having());

    Delivery delivery = send("starttls");
    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).startsWith("no TLS with 127.0.0.1:").contains("127.0.0.1 found");
    nothingWasSentButGreetings();
  }

  @Test
  void aServerThatSpeaksNoTlsGetsNothing() {
    Delivery delivery = send("tls");

    assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
    assertThat(Desk.why(delivery)).startsWith("no TLS with 127.0.0.1:");
    assertThat(server.commands()).isEmpty();
  }

  /** GreenMail over TLS from the first byte. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void withTlsTheLetterArrives(String host) throws Exception {
    SSLContext.setDefault(ours.trusting());
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, ours.file().toString());
    System.setProperty(
        DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, Certificate.PASSWORD);
    GreenMail real = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    real.start();
    try {
      assertThat(Desk.send(real.getSmtps().getPort(), "security", "tls", "host", host))
          .isEqualTo(new Delivery.Sent());
      assertThat(real.getReceivedMessages()).hasSize(1);
    } finally {
      real.stop();
      System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
      System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }
  }
}
