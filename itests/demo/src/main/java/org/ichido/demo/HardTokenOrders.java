package org.ichido.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.simulators.Account;
import org.ichido.simulators.CoreBanking;
import org.ichido.simulators.DayBooks;
import org.ichido.simulators.DebitQueue;
import org.ichido.simulators.Manner;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.FeeRequest;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.OperatorRecords;
import org.ichido.testkit.host.RequestIds;
import org.ichido.testkit.token.TokenApp;

/**
 * A company of Kinsan gets two hard tokens, the second for a fee: this process is the maker, the
 * branch, the channel, the users with their devices, and core banking, which answers twice.
 */
final class HardTokenOrders {
  private static final Customer JIRO = new Customer("H0001", "jiro");
  private static final Customer SABURO = new Customer("H0001", "saburo");
  private static final String FREE = "900-0000001";
  private static final String PAID = "900-0000002";
  private static final Duration STEP = Duration.ofSeconds(60);
  private static final Duration WAIT = Duration.ofSeconds(60);

  private final DemoServer server;
  private final Checks checks;
  private final PrintStream out;
  private final Programs programs;
  private final CoreRecords core;
  private final ChannelRecords channel;
  private final OperatorRecords branch;
  private final byte[][] seeds = new byte[2][20];

  HardTokenOrders(DemoServer server, Checks checks, PrintStream out) {
    this.server = server;
    this.checks = checks;
    this.out = out;
    programs = new Programs(server, "kinsan", out);
    BankHost kinsan = new BankHost("9990", InstantSource.system());
    RequestIds ids = new RequestIds("hard");
    core = new CoreRecords(kinsan, ids);
    channel = new ChannelRecords(kinsan, ids);
    branch = new OperatorRecords(kinsan, ids, "OP000001");
    SecureRandom random = new SecureRandom();
    for (byte[] seed : seeds) {
      random.nextBytes(seed);
    }
  }

  void run() throws JMSException, IOException, InterruptedException {
    delivered();
    applied();
    theFirst();
    CoreBanking bank = new CoreBanking().open(new Account("012", "1", "1234567"), 100_000);
    bank.answers(Manner.TWICE);
    try (DebitQueue debits =
        DebitQueue.loggedIn(
            new ActiveMQConnectionFactory(server.brokerAddress()),
            "core",
            server.password("core"),
            "KINSAN.OTP.DEBIT",
            "KINSAN.OTP.DEBIT.REPLY",
            bank)) {
      theSecond(debits);
    }
    theBooks(bank);
  }

  private void delivered() throws IOException, InterruptedException {
    title("Hard tokens: a delivery of two is taken into Kinsan's stock, and its file wiped");
    Path file = server.directory().resolveSibling("delivery.csv");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        file,
        List.of(
            "serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch",
            row(FREE, seeds[0]),
            row(PAID, seeds[1])));
    String said = shell("ichido:stock-import --wipe kinsan " + file);
    checks.that(
        "two are in stock, and the file is gone",
        said.contains("Added: 2 devices.") && !Files.exists(file),
        said);
  }

  private static String row(String serial, byte[] seed) {
    String battery = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusYears(5).toString();
    String hex = HexFormat.of().formatHex(seed);
    return "%s,HEX,%s,totp,SHA-1,6,60,0,%s,012".formatted(serial, hex, battery);
  }

  private void applied() throws JMSException, IOException {
    title("Core banking tells a contract with hard tokens, its account and two users");
    LocalDate today = today();
    programs.core("business opens", core.openBusiness(today), "RESPONSE-REASON");
    programs.core("open contract", core.openContract(JIRO.contract(), today, "HARD"), "OUTCOME");
    programs.core(
        "its account", core.changeAccount(JIRO.contract(), "1234567", "ｷﾝｻﾝｼﾖｳｼﾞ"), "OUTCOME");
    programs.core("add user, a MASTER", core.addUser(JIRO, "MASTER"), "OUTCOME");
    HostRecord added = programs.core("add user", core.addUser(SABURO, "GENERAL"), "OUTCOME");
    checks.equal("they are there", "DONE", added.get("ICH-OUTCOME"));
  }

  private void theFirst() throws JMSException, IOException {
    title("The branch orders the first token, which is free, and sends it");
    HostRecord order =
        programs.branch(
            "order, FIRST",
            branch.placeOrder(JIRO.contract(), "FIRST", FREE),
            "OUTCOME",
            "ORDER-NUMBER");
    HostRecord skipped =
        programs.channel(
            "skip the registration", channel.skipRegistration(SABURO), "OUTCOME", "UNTIL");
    checks.equal("until it is there, a user may skip", "DONE", skipped.get("ICH-OUTCOME"));
    programs.branch(
        "it is sent",
        branch.shipOrder(JIRO.contract(), order.number("ICH-ORDER-NUMBER")),
        "OUTCOME");

    title("Jiro registers it at login, by the code that it shows");
    registersAndLogsIn(JIRO, FREE, TokenApp.withSeed(seeds[0]));
  }

  private void theSecond(DebitQueue debits) throws JMSException, IOException, InterruptedException {
    title("One more, for 2,200 yen: nothing is sent before the fee is debited");
    HostRecord order =
        programs.branch(
            "order, ADD",
            branch.placeOrder(JIRO.contract(), "ADD", PAID),
            "OUTCOME",
            "ORDER-NUMBER");
    HostRecord early = programs.branch("it is sent", sent(order), "OUTCOME", "RESPONSE-REASON");
    checks.equal("not yet", "FEE_UNSETTLED", early.get("ICH-RESPONSE-REASON"));
    FeeRequest asked = debits.serveNext(WAIT).orElseThrow();
    out.println(
        "  core banking got "
            + Conversation.words(
                asked.record(), List.of("ICH-FEE-ORDER-NUMBER", "ICH-FEE-YEN", "ICH-FEE-TAX"))
            + ", books it, and answers twice");
    checks.equal("it was asked for", "2200", Long.toString(asked.yen()));
    booked();
    HostRecord shipped = programs.branch("it is sent", sent(order), "OUTCOME");
    checks.equal("now it is", "DONE", shipped.get("ICH-OUTCOME"));

    title("Saburo registers it");
    registersAndLogsIn(SABURO, PAID, TokenApp.withSeed(seeds[1]));
  }

  private HostRecord sent(HostRecord order) {
    return branch.shipOrder(JIRO.contract(), order.number("ICH-ORDER-NUMBER"));
  }

  /** An answer that came by a queue is handled when it is handled. */
  private void booked() throws IOException, InterruptedException {
    String fees = "";
    long end = System.nanoTime() + WAIT.toNanos();
    while (!fees.contains("booking") && System.nanoTime() < end) {
      fees = server.shell("ichido:fee-list --all kinsan");
    }
    fees.lines().forEach(line -> out.println("  " + line));
  }

  private void registersAndLogsIn(Customer user, String serial, TokenApp device)
      throws JMSException, IOException {
    Instant now = Instant.now();
    String code = device.codeAt(now);
    HostRecord registered =
        programs.channel(
            "register " + serial + " by " + code,
            channel.registerDevice(user, serial, code),
            "OUTCOME");
    checks.equal("it is registered", "DONE", registered.get("ICH-OUTCOME"));
    // Right, in the window for a fast device, and never used before: so that nobody waits here.
    String following = device.codeAt(now.plus(STEP));
    HostRecord login =
        programs.channel(
            "log in by " + following, channel.verify(user, "LOGIN", "LOGIN", following), "VERDICT");
    checks.equal("the following code is accepted", "ACCEPTED", login.get("ICH-VERDICT"));
  }

  private void theBooks(CoreBanking bank) throws JMSException, IOException, InterruptedException {
    title("Day end: core banking compares its books with ours");
    DayBooks books = bank.day(today());
    bank.books()
        .forEach(
            booking ->
                out.println(
                    "  core banking has %s: %s of order %d, %,d yen"
                        .formatted(
                            booking.number(), booking.subject(), booking.order(), booking.yen())));
    HostRecord compared =
        programs.core(
            "compare the books",
            core.compareBooks(
                today(), books.debits(), books.debitYen(), books.refunds(), books.refundYen()),
            "OUR-DEBITS",
            "OUR-DEBIT-YEN",
            "BOOKS-EQUAL");
    checks.equal("one debit, here and there", "Y", compared.get("ICH-BOOKS-EQUAL"));
    shell("ichido:stock-list kinsan");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Tokyo"));
  }

  private String shell(String command) throws IOException, InterruptedException {
    String said = server.shell(command);
    said.lines().forEach(line -> out.println("  " + line));
    return said;
  }

  private void title(String text) {
    out.println();
    out.println(text);
  }
}
