package org.ichido.core.profile;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/** Reads what a profile says about mails. */
final class NoticePolicyReader {
  private static final String ATOM = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(ATOM + "(?:\\." + ATOM + ")+");

  /** RFC 5321 section 4.5.3.1.1: at most 64 characters; the dot-atom of RFC 5322 section 3.4.1. */
  private static final Pattern LOCAL =
      Pattern.compile("(?=.{1,64}$)[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*");

  private static final Pattern URL = Pattern.compile("https://[\\x21-\\x7e]{1,200}");

  private NoticePolicyReader() {}

  /**
   * @param settings the section {@code mail.}
   * @param files the files that the profile names
   * @return what it says
   * @throws InvalidSetting for the first problem found
   */
  static NoticePolicy read(Settings settings, SideFiles files) throws InvalidSetting {
    return new NoticePolicy(
        sender(settings),
        MailTextReader.read(files.text(settings, "issue.file")),
        downloadUrl(settings));
  }

  private static String sender(Settings settings) throws InvalidSetting {
    List<String> domains = settings.words("senders");
    for (String domain : domains) {
      if (!DOMAIN.matcher(domain).matches()) {
        throw settings.problem(
            "senders", "must be domains such as otp-auth.net, but one is '" + domain + "'");
      }
    }
    String sender = settings.text("sender");
    int at = sender.lastIndexOf('@');
    if (at < 0 || !LOCAL.matcher(sender.substring(0, at)).matches()) {
      throw settings.problem("sender", "must be an address, but is '" + sender + "'");
    }
    String domain = sender.substring(at + 1);
    if (domains.stream().noneMatch(domain::equalsIgnoreCase)) {
      throw settings.problem(
          "sender",
          "is of '%s', which customers were not told to let pass: 'mail.senders' names %s"
              .formatted(domain.toLowerCase(Locale.ROOT), String.join(", ", domains)));
    }
    return sender;
  }

  private static URI downloadUrl(Settings settings) throws InvalidSetting {
    String value = settings.text("download-url");
    try {
      URI url = URI.create(value);
      if (URL.matcher(value).matches() && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for any other value that is none.
    }
    throw settings.problem(
        "download-url", "must be an address that begins with https://, but is '" + value + "'");
  }
}
