package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.ichido.api.Health;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the file, and what must not. */
class MailSettingsTest {
  @Test
  void whatStandsThereIsWhatHolds() throws Exception {
    MailSettings settings =
        MailSettings.of(
            Desk.configuration(
                587,
                "host",
                "mail.bank.example",
                "security",
                "starttls",
                "user",
                "ichido@bank.example",
                "password.file",
                "data/mail.password"));

    assertThat(settings.server()).isEqualTo("mail.bank.example:587");
    assertThat(settings.protection()).isEqualTo(Protection.STARTTLS);
    assertThat(settings.login().map(Login::user)).contains("ichido@bank.example");
    assertThat(settings.limits())
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1)));
  }

  @Test
  void asShippedItCanBeUsed() throws Exception {
    Properties shipped = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("../../config", MailSettings.FILE))) {
      shipped.load(file);
    }
    Map<String, String> configuration = new HashMap<>();
    shipped.stringPropertyNames().forEach(key -> configuration.put(key, shipped.getProperty(key)));

    assertThat(MailSettings.of(configuration).server()).isEqualTo("127.0.0.1:25");
    assertThat(MailSettings.of(configuration).protection()).isEqualTo(Protection.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "port",
        "security",
        "ehlo",
        "timeout.connect",
        "timeout.read",
        "timeout.write",
        "timeout.whole"
      })
  void aKeyThatIsMissingIsNamed(String key) {
    Map<String, Object> configuration = Desk.configuration(25);
    configuration.remove(key);

    refused(configuration, key, "is missing");
    configuration.put(key, " ");
    refused(configuration, key, "is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "host,two words,the name or address of the mail server",
    "host,mail/bank,the name or address of the mail server",
    "port,0,from 1 to 65535",
    "port,65536,from 1 to 65535",
    "port,smtp,from 1 to 65535",
    "security,ssl,'one of none, none-anywhere, starttls, tls'",
    "security,STARTTLS,'one of none, none-anywhere, starttls, tls'",
    "ehlo,two words,the name of this machine",
    "ehlo,[],the name of this machine",
    "timeout.connect,99 ms,from 100 ms to 600 s",
    "timeout.read,11 min,from 100 ms to 600 s",
    "timeout.write,30,a duration with its unit",
    "timeout.whole,31 min,from 100 ms to 1800 s",
    "user,two words,visible ASCII",
    "user,利用者,visible ASCII",
    "user,ichido,'password.file: is missing, and user is set'",
    "pasword.file,data/x,is no key of this file"
  })
  void aValueThatCannotBeUsedIsNamed(String key, String value, String words) {
    refused(Desk.configuration(25, key, value), words.startsWith(key) ? key : "", words);
  }

  @Test
  void aLineBreakIsInNoValue() {
    refused(Desk.configuration(25, "ehlo", "a.example\r\nMAIL FROM:<x@y>"), "ehlo", "the name");
    refused(Desk.configuration(25, "user", "a\r\nb", "password.file", "x"), "user", "visible");
    refused(Desk.configuration(25, "host", "a\r\nb"), "host", "name or address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LocalHost", "::1"})
  void withoutProtectionOnlyToThisMachine(String host) {
    assertThatCode(() -> MailSettings.of(Desk.configuration(25, "host", host)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "mail.bank.example",
        "127.0.0.1.bank.example",
        "localhost.bank",
        "::2"
      })
  void withoutProtectionToAnotherMachineOnlyIfTheAdministratorSaysSo(String host) {
    refused(Desk.configuration(25, "host", host), "security", "none-anywhere");
    assertThatCode(
            () ->
                MailSettings.of(Desk.configuration(25, "host", host, "security", "none-anywhere")))
        .doesNotThrowAnyException();
  }

  @Test
  void aPasswordNeverGoesOverTheNetworkInTheClear() {
    refused(
        Desk.configuration(
            25,
            "host",
            "mail.bank.example",
            "security",
            "none-anywhere",
            "user",
            "ichido",
            "password.file",
            "x"),
        "user",
        "use starttls or tls");
  }

  @Test
  void keysOfTheContainerAreNoTypingErrors() {
    assertThatCode(
            () ->
                MailSettings.of(
                    Desk.configuration(
                        25,
                        "component.name",
                        "x",
                        "component.id",
                        "17",
                        "org.apache.karaf.features.configKey",
                        "x")))
        .doesNotThrowAnyException();
  }

  /** Never a dead service: it is there, says what is wrong, and loses nothing. */
  @Test
  void withAWrongConfigurationNoticesWaitAndHealthNamesFileAndKey() {
    SmtpNotifier notifier = Desk.notifier(25, "port", "0");
    String problem =
        "etc/org.ichido.mail.cfg: port: must be a whole number from 1 to 65535, but is '0'";

    assertThat(notifier.send(Desk.notice())).isEqualTo(new Delivery.Postponed(problem));
    assertThat(Desk.health(notifier).level()).isEqualTo(Health.Level.DOWN);
    assertThat(Desk.health(notifier).lines())
        .containsExactly("no mail is sent, notices wait", problem);
  }

  @Test
  void withoutTheFileHealthSaysSo() {
    SmtpNotifier notifier = Desk.on(new SmtpNotifier(Map.of("component.id", 1L)));

    assertThat(Desk.health(notifier).lines()).contains("etc/org.ichido.mail.cfg: host: is missing");
  }

  private static void refused(Map<String, Object> configuration, String key, String words) {
    assertThatThrownBy(() -> MailSettings.of(configuration))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(key)
        .hasMessageContaining(words);
  }
}
