package org.ichido.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.ichido.spi.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** One try with a mail server: connects, logs in, hands over one letter, hangs up. */
final class Conversation {
  private final MailSettings settings;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  Conversation(MailSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  Outcome about(Letter letter) {
    String user = null;
    String password = null;
    if (settings.login().isPresent()) {
      Login login = settings.login().get();
      try {
        user = login.user();
        password = login.password();
      } catch (InvalidSetting e) {
        return Outcome.trouble(MailSettings.FILE + ": " + e.getMessage());
      }
    }
    // The library looks for its parts with the caller's class loader first, where it finds none or,
    // worse, those of another copy of it.
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(Conversation.class.getClassLoader());
    try {
      return about(letter, user, password);
    } catch (RuntimeException e) {
      // Not its message: that may hold what the server said.
      return Outcome.trouble("the mail library failed with " + e.getClass().getName());
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private Outcome about(Letter letter, @Nullable String user, @Nullable String password) {
    Session session = Session.getInstance(properties(letter));
    QuietTransport server = new QuietTransport(session, settings);
    try {
      server.connect(settings.host(), settings.port(), user, password);
      if (password != null && !server.supportsExtension("AUTH")) {
        // The library would go on without.
        return Outcome.trouble(settings.server() + " takes no logins: leave user empty");
      }
      server.sendMessage(letter.message(session), letter.recipients());
      return Outcome.SENT;
    } catch (SendFailedException e) {
      return new Diagnosis(settings, server).of(e);
    } catch (MessagingException e) {
      return new Diagnosis(settings, server).of(e);
    } finally {
      hangUp(server);
    }
  }

  private Properties properties(Letter letter) {
    Limits limits = settings.limits();
    Protection protection = settings.protection();
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", new BoundedSockets(limits, nanoTime));
    put(properties, "socketFactory.fallback", false);
    put(properties, "connectiontimeout", limits.connect().toMillis());
    put(properties, "writetimeout", limits.write().toMillis());
    put(properties, "localhost", settings.ehlo());
    put(properties, "from", letter.envelopeSender());
    put(properties, "auth", settings.login().isPresent());
    // Over TLS or to this machine, so in the clear: what NTLM and DIGEST-MD5 add is outdated.
    put(properties, "auth.mechanisms", "PLAIN LOGIN");
    put(properties, "ssl.enable", protection == Protection.TLS);
    put(properties, "ssl.checkserveridentity", true);
    put(properties, "starttls.enable", protection == Protection.STARTTLS);
    put(properties, "starttls.required", protection == Protection.STARTTLS);
    return properties;
  }

  private static void put(Properties properties, String key, Object value) {
    properties.setProperty("mail.smtp." + key, value.toString());
  }

  private static void hangUp(QuietTransport server) {
    try {
      server.close();
    } catch (MessagingException | RuntimeException e) {
      // What became of the letter is known, and the connection is closed all the same.
    }
  }
}
