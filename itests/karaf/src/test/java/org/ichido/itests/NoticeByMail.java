package org.ichido.itests;

import java.io.IOException;
import org.ichido.api.BankId;
import org.ichido.evidence.Check;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.ichido.spi.notice.Notifier;
import org.osgi.framework.BundleContext;

/** A notice through the container's mail bundle to a real mail server. */
final class NoticeByMail {
  private static final String PART = "mail";
  private static final Notice NOTICE =
      new Notice(
          new BankId("kinsan"),
          "n-1",
          "otp@kinsan.co.jp",
          "kansai@mirai.jp",
          "発行のお知らせ",
          "髙橋 様\nサービスID ①\n");

  private final BundleContext context;
  private final Notifier mail;

  NoticeByMail(BundleContext context, Notifier mail) {
    this.context = context;
    this.mail = mail;
  }

  /** The administrator names the server, and then one that cannot be. */
  void goesWhereTheFileSays(Check check) throws Exception {
    String port = System.getProperty(MailServer.SMTP);
    ProfileFile file = new ProfileFile(context, "org.ichido.mail.cfg");
    try {
      file.set("port", port);
      HealthLines.until(context, PART, "to 127.0.0.1:" + port);
      check.equal("delivery", new Delivery.Sent(), mail.send(NOTICE));
      check.that("last sent", HealthLines.of(context, PART).contains("last sent "));
      arrived(check);

      file.set("port", "0");
      HealthLines.until(context, PART, "etc/org.ichido.mail.cfg: port: must be");
      check.that("postponed", mail.send(NOTICE) instanceof Delivery.Postponed);
    } finally {
      file.restore();
    }
  }

  private static void arrived(Check check) throws IOException {
    ReceivedMail received =
        new ReceivedMail(Integer.getInteger(MailServer.POP3), NOTICE.recipient());
    check.equal("text", NOTICE.body().replace("\n", "\r\n"), received.text());
    check.that("id", received.has("Message-ID: <n-1@kinsan.co.jp>"));
  }
}
