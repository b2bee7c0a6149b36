package org.ichido.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.jms.JMSException;
import org.ichido.demo.Conversation.Reply;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.TokenApp;

/**
 * {@code mvn -Pdemo}: one customer, one token, one server that is killed; then a customer of
 * another bank, who gets a token ({@link Enrolment}); then hard tokens and their fee ({@link
 * HardTokenOrders}). This process is the banks' hosts, the mail server and the customers' phones;
 * the server is another process, and between them are the queues and the mail alone.
 */
public final class Demo {
  private static final Duration STEP = Duration.ofSeconds(60);
  private static final String CONTRACT = "C0001";
  private static final String USER = "taro";

  private final PrintStream out;
  private final Checks checks;
  private final DemoServer server;
  private final TokenApp phone;

  private Demo(DemoServer server, TokenApp phone, PrintStream out) {
    this.server = server;
    this.phone = phone;
    this.out = out;
    this.checks = new Checks(out);
  }

  /**
   * @param arguments the distribution's archive, and a directory of the demo's own
   * @throws Exception if the server does not start or the queue manager refuses
   */
  public static void main(String[] arguments) throws Exception {
    // The mail is Japanese, whatever the terminal's locale.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path directory = Path.of(arguments[1]);
    out.println();
    out.println("Starting the server in " + directory);
    DemoServer server = DemoServer.prepare(Path.of(arguments[0]), directory);
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    server.putInForce("mirai");
    server.mailTo(mails.getSmtp().getPort());
    server.boot();
    boolean passed;
    try {
      byte[] seed = new byte[20];
      new SecureRandom().nextBytes(seed);
      Demo demo = new Demo(server, new TokenApp(seed, "HmacSHA1", 6, STEP), out);
      demo.register(seed, directory.resolveSibling("seed"));
      HostRecord last = demo.beforeTheKill();
      demo.afterTheKill(last);
      new Enrolment(server, mails, demo.checks, out).run();
      new HardTokenOrders(server, demo.checks, out).run();
      passed = demo.checks.allPassed();
      out.println();
      out.println(demo.checks.summary());
    } finally {
      server.stop();
      mails.stop();
    }
    if (!passed) {
      System.exit(1);
    }
  }

  private void register(byte[] seed, Path file) throws IOException, InterruptedException {
    title("An administrator registers a token at the shell, its seed in an owner-only file");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(seed) + "\n");
    String said =
        server.shell(
            "ichido:token-register --seed-file %s kinsan %s %s".formatted(file, CONTRACT, USER));
    said.lines().forEach(line -> out.println("  " + line));
    checks.that("registered, and the seed file is gone", !Files.exists(file), said);
  }

  private HostRecord beforeTheKill() throws JMSException, IOException, InterruptedException {
    try (Conversation talk = new Conversation(server, out)) {
      title("A right code is accepted, once");
      String code = phone.codeAt(Instant.now());
      Reply accepted = talk.askChannel(talk.verify("demo-01", CONTRACT, USER, code));
      checks.equal("the right code is accepted", "ACCEPTED", accepted.get("ICH-VERDICT"));
      Reply replay = talk.askChannel(talk.verify("demo-02", CONTRACT, USER, code));
      checks.equal("the same code is refused", "REFUSED", replay.get("ICH-VERDICT"));

      title("The first request again, as a host resends it: a new time, the resend flag");
      HostRecord resend = talk.verify("demo-01", CONTRACT, USER, code).move("ICH-RESEND", "Y");
      Reply same = talk.askChannel(resend);
      checks.that(
          "the reply is the first one, byte for byte",
          accepted.hex().equals(same.hex()),
          same.get("ICH-VERDICT"));

      title("Five wrong codes lock the token");
      Reply wrong = accepted;
      for (int i = 1; i <= 5; i++) {
        String guess = phone.wrongCodeAt(Instant.now());
        wrong = talk.askChannel(talk.verify("demo-03-" + i, CONTRACT, USER, guess));
      }
      checks.equal("the fifth wrong code is refused", "REFUSED", wrong.get("ICH-VERDICT"));
      // The next step's code: right, in the window for a fast phone, and never used before.
      String next = phone.codeAt(Instant.now().plus(STEP));
      Reply right = talk.askChannel(talk.verify("demo-04", CONTRACT, USER, next));
      checks.that(
          "a right code on the locked token is refused, and looks the same",
          right.get("ICH-VERDICT").equals("REFUSED") && alike(right, wrong),
          right.get("ICH-VERDICT"));

      title("The branch looks, and unlocks");
      Reply locked = describe(talk, "demo-05");
      checks.equal("the operator sees the lock", "Y", locked.get("ICH-LOCKED"));
      checks.equal("and its cause", "LOCKED", locked.get("ICH-LAST-CAUSE"));
      Reply unlocked =
          talk.askBranch(
              talk.operator("ICHOPQ", "UNLK", "demo-06", CONTRACT, USER),
              "ICHACR",
              List.of("ICH-RESPONSE-REASON"));
      checks.equal("the branch unlocks", "0000", unlocked.get("ICH-RESPONSE-CODE"));

      title("A code at the start of its minute, and the server loses its power right after");
      untilANewStep();
      HostRecord request = talk.verify("demo-07", CONTRACT, USER, phone.codeAt(Instant.now()));
      Reply last = talk.askChannel(request);
      server.kill();
      out.println("  kill -9");
      checks.equal("accepted after the unlock", "ACCEPTED", last.get("ICH-VERDICT"));
      return request;
    }
  }

  private void afterTheKill(HostRecord request)
      throws JMSException, IOException, InterruptedException {
    title("The server comes back");
    server.boot();
    try (Conversation talk = new Conversation(server, out)) {
      Reply again =
          talk.askChannel(talk.verify("demo-08", CONTRACT, USER, request.get("ICH-CODE")));
      checks.equal("the accepted code is refused again", "REFUSED", again.get("ICH-VERDICT"));
      Reply stored = talk.askChannel(request.move("ICH-RESEND", "Y"));
      checks.equal(
          "the request from before the kill still has its answer",
          "ACCEPTED",
          stored.get("ICH-VERDICT"));
      Reply described = describe(talk, "demo-09");
      checks.equal("the branch is told why", "USED", described.get("ICH-LAST-CAUSE"));
    }
    String explained = server.shell("ichido:explain kinsan %s %s".formatted(CONTRACT, USER));
    explained.lines().forEach(line -> out.println("  " + line));
    checks.that(
        "explain says USED and not STALE",
        explained.contains("USED") && !explained.contains("STALE"),
        explained);
    String chain = server.shell("ichido:audit-verify");
    checks.that("the audit chain is whole", chain.contains("intact"), chain);
  }

  private static Reply describe(Conversation talk, String requestId) throws JMSException {
    return talk.askBranch(
        talk.operator("ICHDSQ", "DESC", requestId, CONTRACT, USER),
        "ICHDSR",
        List.of("ICH-LOCKED", "ICH-FAILURES", "ICH-LAST-VERDICT", "ICH-LAST-CAUSE"));
  }

  private static boolean alike(Reply one, Reply other) {
    return List.of("ICH-VERDICT", "ICH-RESPONSE-CODE", "ICH-RESPONSE-REASON").stream()
        .allMatch(field -> one.get(field).equals(other.get(field)));
  }

  private void untilANewStep() throws InterruptedException {
    long step = STEP.toMillis();
    long wait = step - Instant.now().toEpochMilli() % step;
    out.println("  waiting " + (wait / 1000 + 1) + " s for the phone's next code");
    TimeUnit.MILLISECONDS.sleep(wait + 200);
  }

  private void title(String text) {
    out.println();
    out.println(text);
  }
}
