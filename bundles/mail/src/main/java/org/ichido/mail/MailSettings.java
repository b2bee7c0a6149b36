package org.ichido.mail;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.Settings;

/**
 * A checked {@code etc/org.ichido.mail.cfg}.
 *
 * @param host the mail server's name or address
 * @param port its port
 * @param protection what protects the way there
 * @param login who we are to it; none: it asks nobody
 * @param ehlo the name that we give ourselves (RFC 5321 section 4.1.1.1)
 * @param limits how long we wait for it
 */
record MailSettings(
    String host,
    int port,
    Protection protection,
    Optional<Login> login,
    String ehlo,
    Limits limits) {
  static final String FILE = "etc/org.ichido.mail.cfg";

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("[!-~]{1,255}");
  private static final Pattern EHLO =
      Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*|\\[[A-Za-z0-9.:]+\\]");
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Keys that the container adds to every configuration. */
  private static final Pattern OF_THE_CONTAINER =
      Pattern.compile("(service|component|felix|osgi|org)\\..*");

  /**
   * @param configuration all keys and values
   * @throws InvalidSetting naming the key, if one is missing, unknown or out of range, or two
   *     contradict each other
   */
  static MailSettings of(Map<String, ?> configuration) throws InvalidSetting {
    Settings keys = Settings.of(own(configuration));
    String host = keys.text("host", HOST, "the name or address of the mail server");
    int port = keys.number("port", 1, 65535);
    Protection protection = Protection.of(keys.choice("security", Protection.choices()));
    Optional<Login> login = login(keys);
    String ehlo =
        keys.text(
            "ehlo", EHLO, "the name of this machine, or its address in brackets: [192.0.2.1]");
    Limits limits = limits(keys.section("timeout."));
    for (String key : keys.unread()) {
      throw keys.problem(key, "is no key of this file");
    }
    inTheClear(keys, host, protection, login);
    return new MailSettings(host, port, protection, login, ehlo, limits);
  }

  private static Map<String, String> own(Map<String, ?> configuration) {
    Map<String, String> own = new TreeMap<>();
    configuration.forEach(
        (key, value) -> {
          if (!OF_THE_CONTAINER.matcher(key).matches()) {
            own.put(key, String.valueOf(value));
          }
        });
    return own;
  }

  private static Optional<Login> login(Settings keys) throws InvalidSetting {
    // Read in any case: without a user the file may be named already.
    Optional<String> file = keys.optional(Login.FILE_KEY);
    if (keys.optional("user").isEmpty()) {
      return Optional.empty();
    }
    String user = keys.text("user", USER, "1 to 255 visible ASCII characters");
    if (file.isEmpty()) {
      throw keys.problem(Login.FILE_KEY, "is missing, and user is set");
    }
    try {
      return Optional.of(new Login(user, new OwnerOnlyFile(Path.of(file.get()))));
    } catch (InvalidPathException e) {
      throw keys.problem(Login.FILE_KEY, "is no path of a file");
    }
  }

  private static Limits limits(Settings timeout) throws InvalidSetting {
    return new Limits(
        timeout.duration("connect", SHORTEST, LONGEST),
        timeout.duration("read", SHORTEST, LONGEST),
        timeout.duration("write", SHORTEST, LONGEST),
        timeout.duration("whole", SHORTEST, LONGEST.multipliedBy(3)));
  }

  /**
   * A mail names a customer and what is done with his token: nobody on the network shall read it.
   */
  private static void inTheClear(
      Settings keys, String host, Protection protection, Optional<Login> login)
      throws InvalidSetting {
    if (protection.encrypts() || LOOPBACK.matcher(host).matches()) {
      return;
    }
    if (protection == Protection.NONE) {
      throw keys.problem(
          "security",
          "'none' is for a mail server on this machine (127.0.0.1, ::1, localhost), but host is '"
              + host
              + "'; use starttls or tls, or 'none-anywhere' if customers' mail may be read on the"
              + " network");
    }
    if (login.isPresent()) {
      throw keys.problem(
          "user", "a password never goes over the network in the clear; use starttls or tls");
    }
  }

  /** The server, for operators. */
  String server() {
    return host + ":" + port;
  }
}
