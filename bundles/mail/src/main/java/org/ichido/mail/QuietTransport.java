package org.ichido.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.List;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP client for a single mail: it logs nothing, and gives replies by their codes.
 */
final class QuietTransport extends SMTPTransport {
  /**
   * The library traces the conversation, mail and all, to loggers that it names after the package
   * of this class, if they are on. A filter, because a container sets the levels of all loggers
   * anew at every change of its own; kept, because loggers that nobody keeps are forgotten.
   */
  @SuppressWarnings("UnusedVariable")
  private static final List<Logger> SILENCED =
      Stream.of("", ".protocol")
          .map(name -> Logger.getLogger(QuietTransport.class.getPackageName() + name))
          .peek(logger -> logger.setFilter(entry -> false))
          .toList();

  /** An enhanced status code (RFC 2034 section 4) behind the reply code. */
  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);

  private boolean closing;

  QuietTransport(Session session, MailSettings settings) {
    super(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
  }

  /**
   * Leaves out RSET, which the library sends after a refusal: no second mail follows, and if the
   * server hangs up meanwhile, the refusal would be lost in that.
   */
  @Override
  public synchronized void issueCommand(String command, int expected) throws MessagingException {
    if (!command.equals("RSET")) {
      super.issueCommand(command, expected);
    }
  }

  /**
   * Not while it does so already: to a reply that is none the library hangs up, says QUIT, and gets
   * another such reply.
   */
  @Override
  public synchronized void close() throws MessagingException {
    if (!closing) {
      closing = true;
      try {
        super.close();
      } finally {
        closing = false;
      }
    }
  }

  /**
   * @return the codes of the last reply, such as {@code 550 5.1.1}, and none of its words, which
   *     may repeat the address
   */
  String replyCodes() {
    String said = getLastServerResponse();
    Matcher matcher = ENHANCED.matcher(said == null ? "" : said);
    return matcher.matches()
        ? getLastReturnCode() + " " + matcher.group(1)
        : Integer.toString(getLastReturnCode());
  }
}
