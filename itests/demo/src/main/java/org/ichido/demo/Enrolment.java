package org.ichido.demo;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.jms.JMSException;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RequestIds;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TokenApp;
import org.ichido.testkit.token.TransportKey;

/**
 * A customer of another bank, Kansai Mirai, gets a token: this process is core banking, the
 * internet-banking channel, the mail server, the customer and the customer's phone.
 */
final class Enrolment {
  private static final Customer HANA = new Customer("M0001", "hana");
  private static final String ADDRESS = "hana@mirai.jp";
  private static final String PASSWORD = "58203917";
  private static final Duration STEP = Duration.ofSeconds(60);
  private static final long MAIL_WAIT = Duration.ofSeconds(60).toMillis();

  private final DemoServer server;
  private final GreenMail mails;
  private final Checks checks;
  private final PrintStream out;
  private final Programs programs;
  private final CoreRecords core;
  private final ChannelRecords channel;
  private final AppRecords app;

  Enrolment(DemoServer server, GreenMail mails, Checks checks, PrintStream out) {
    this.server = server;
    this.mails = mails;
    this.checks = checks;
    this.out = out;
    programs = new Programs(server, "mirai", out);
    BankHost mirai = new BankHost("9991", InstantSource.system());
    RequestIds ids = new RequestIds("mirai");
    core = new CoreRecords(mirai, ids);
    channel = new ChannelRecords(mirai, ids);
    app = new AppRecords(mirai, ids);
  }

  void run() throws JMSException, IOException, InterruptedException, MessagingException {
    title("Another bank: core banking tells Kansai Mirai's contract and its user");
    HostRecord opened =
        programs.core(
            "open contract",
            core.openContract(HANA.contract(), LocalDate.of(2026, 3, 31), "SOFT"),
            "OUTCOME");
    checks.equal("the contract is there", "DONE", opened.get("ICH-OUTCOME"));
    HostRecord added = programs.core("add user, a MASTER", core.addUser(HANA, "MASTER"), "OUTCOME");
    checks.equal("and its user", "DONE", added.get("ICH-OUTCOME"));

    title("Hana logs in, and the bank asks what she has to do");
    HostRecord next = programs.channel("next", channel.atLogin(HANA), "DEMAND", "NEXT-STEP");
    checks.equal("she is to be issued a token", "ISSUE", next.get("ICH-NEXT-STEP"));

    title("She types her mail address and an activation password, which is encrypted at once");
    TransportKey key = TransportKey.ofPem(server.shell("ichido:transport-key --pem"));
    HostRecord issued =
        programs.channel(
            "issue",
            channel.issue(HANA, ADDRESS, key.encrypted(PASSWORD)),
            "OUTCOME",
            "SERVICE-ID",
            "ACTIVATION-USER-ID",
            "UNTIL");
    checks.equal("a token is issued", "DONE", issued.get("ICH-OUTCOME"));
    mail(issued);
    activateAndUse(issued, key);
  }

  private void mail(HostRecord issued) throws IOException, MessagingException {
    title("The mail, over SMTP");
    if (!mails.waitForIncomingEmail(MAIL_WAIT, 1)) {
      checks.that("it arrives", false, "no mail in " + MAIL_WAIT + " ms");
      return;
    }
    MimeMessage mail = mails.getReceivedMessages()[0];
    String text = String.valueOf(mail.getContent()).replace("\r\n", "\n");
    out.println("  From:    " + mail.getFrom()[0]);
    out.println("  To:      " + mail.getAllRecipients()[0]);
    out.println("  Subject: " + mail.getSubject());
    text.lines().forEach(line -> out.println("  | " + line));
    checks.that(
        "it bears what she types into the app",
        text.contains(issued.get("ICH-SERVICE-ID"))
            && text.contains(issued.get("ICH-ACTIVATION-USER-ID")),
        text);
    checks.that("and never the activation password", !text.contains(PASSWORD), text);
  }

  private void activateAndUse(HostRecord issued, TransportKey key)
      throws JMSException, IOException {
    title("She types the three values into the app on her phone");
    Phone phone = new Phone("hanas-phone", "SMARTPHONE", InstantSource.system());
    AppActivation activation =
        new AppActivation(
            issued.get("ICH-SERVICE-ID"), issued.get("ICH-ACTIVATION-USER-ID"), PASSWORD, key);
    HostRecord activated =
        programs.app(
            "activate, with a key made for this once",
            app.activate(activation, phone, "2026-04"),
            "VERDICT",
            "DIGITS",
            "PERIOD",
            "EXPIRES-AT");
    checks.equal("the seed comes, encrypted to her app", "ACCEPTED", verdict(activated));
    TokenApp token = app.token(activation, activated);
    phone.install(token);
    out.println("  the phone shows \"" + AppRecords.nameIn(activated) + "\" and " + phone.code());

    title("Her first code");
    String code = phone.code();
    HostRecord first = programs.channel("confirm " + code, channel.confirm(HANA, code), "VERDICT");
    checks.equal("her first code is accepted", "ACCEPTED", verdict(first));
    checks.equal("the same code is refused", "REFUSED", verdict(transfer(code)));
    // Right, in the window for a fast phone, and never used before: so that nobody waits here.
    String following = token.codeAt(Instant.now().plus(STEP));
    checks.equal("the following code is accepted", "ACCEPTED", verdict(transfer(following)));
  }

  private HostRecord transfer(String code) throws JMSException, IOException {
    return programs.channel(
        "verify " + code + " for a transfer",
        channel.verify(HANA, "TRANSFER", "APPROVE", code),
        "VERDICT");
  }

  private static String verdict(HostRecord reply) {
    return reply.get("ICH-VERDICT");
  }

  private void title(String text) {
    out.println();
    out.println(text);
  }
}
