package org.ichido.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that can stand in an SMTP command and a header and be nothing but an address there.
 * Prints nothing of itself: it is personal data.
 */
final class Mailbox {
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "([!-~&&[^\"\\\\<>@]]{1,64})@((?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*)");

  /** What needs no quotes (RFC 5321 section 4.1.2, Dot-string). */
  private static final Pattern DOT_STRING =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private final String local;
  private final String domain;

  private Mailbox(String local, String domain) {
    this.local = local;
    this.domain = domain;
  }

  static Optional<Mailbox> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Mailbox(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /**
   * @return the address as it is sent. Carriers in Japan gave out addresses such as {@code
   *     a..b@docomo.ne.jp}, which are lawful in quotes alone; with them they are the same mailbox.
   */
  String path() {
    boolean plain = DOT_STRING.matcher(local).matches();
    return (plain ? local : '"' + local + '"') + "@" + domain;
  }

  String domain() {
    return domain;
  }
}
