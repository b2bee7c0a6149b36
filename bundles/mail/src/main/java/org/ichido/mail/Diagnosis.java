package org.ichido.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.ichido.spi.notice.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What a try that failed means, and why in words for operators. They hold names and codes alone:
 * neither what the server said nor anything of the notice.
 */
final class Diagnosis {
  /** "Authentication required", "Must issue a STARTTLS command first" (RFC 4954, RFC 3207). */
  private static final int NOT_LIKE_THIS = 530;

  private final MailSettings settings;
  private final QuietTransport server;

  Diagnosis(MailSettings settings, QuietTransport server) {
    this.settings = settings;
    this.server = server;
  }

  /** The server answered to sender, recipient or letter, and not as hoped. */
  Outcome of(SendFailedException e) {
    String command = e instanceof SMTPSendFailedException failed ? failed.getCommand() : "RCPT";
    int code = server.getLastReturnCode();
    if (command.equals(".") && code / 100 == 2) {
      // The library wants 250; to RFC 5321 section 4.3.2 the first digit counts.
      return Outcome.SENT;
    }
    if (code == NOT_LIKE_THIS) {
      return Outcome.trouble(settings.server() + " wants a login or TLS: 530. See user, security");
    }
    boolean recipient = command.equals("RCPT");
    String what = recipient ? "recipient" : command.startsWith("MAIL") ? "sender" : "mail";
    return switch (code / 100) {
      case 4 ->
          new Outcome(
              new Delivery.Postponed(
                  "the mail server does not take the %s now: %s"
                      .formatted(what, server.replyCodes())),
              !recipient);
      case 5 ->
          new Outcome(
              new Delivery.Refused(
                  "the mail server refuses the %s: %s".formatted(what, server.replyCodes())),
              !recipient);
      default -> Outcome.trouble(noSmtp());
    };
  }

  /** The conversation did not get as far as that, or broke. */
  Outcome of(MessagingException e) {
    String network = network(e);
    return Outcome.trouble(network == null ? unwelcome(e) : network);
  }

  private @Nullable String network(MessagingException e) {
    String to = settings.server();
    OutOfBounds bounds = cause(e, OutOfBounds.class);
    if (bounds != null) {
      return to + ": " + bounds.getMessage();
    }
    if (cause(e, UnknownHostException.class) != null) {
      return "no address is known of the host " + settings.host();
    }
    if (cause(e, SocketTimeoutException.class) != null) {
      return "%s did not accept a connection within %s (timeout.connect)"
          .formatted(to, Limits.inWords(settings.limits().connect()));
    }
    SSLException tls = cause(e, SSLException.class);
    if (tls != null) {
      return "no TLS with " + to + ": " + tls.getMessage();
    }
    IOException other = cause(e, IOException.class);
    return other == null ? null : "the connection to " + to + " failed: " + other.getMessage();
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    Throwable next = e;
    while (next != null && !type.isInstance(next)) {
      next = next.getCause();
    }
    return type.cast(next);
  }

  /** It answered to who we are, and not as hoped. */
  private String unwelcome(MessagingException e) {
    int code = server.getLastReturnCode();
    if (e instanceof AuthenticationFailedException) {
      return code < 400
          ? settings.server() + " takes logins by neither PLAIN nor LOGIN"
          : "%s refuses the login of %s: %s"
              .formatted(
                  settings.server(),
                  settings.login().map(Login::user).orElse("nobody"),
                  server.replyCodes());
    }
    if (code >= 400) {
      return settings.server() + " does not serve us: " + server.replyCodes();
    }
    if (code > 0 && settings.protection() == Protection.STARTTLS) {
      return settings.server() + " offers no STARTTLS, which security demands; nothing was sent";
    }
    return noSmtp();
  }

  private String noSmtp() {
    return settings.server() + " hung up, or what it says is no SMTP";
  }
}
