package org.ichido.transports;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import javax.jms.JMSException;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.DebitDesk;
import org.ichido.testkit.host.FeeRequest;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.TokenApp;

/** Hard tokens of a company of Kinsan, their fees, and the end of the day. */
final class HardTokenLives {
  private static final Customer JIRO = new Customer("HARD0001", "jiro");
  private static final String CONTRACT = JIRO.contract();
  private static final String HEAD =
      "serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch\n";

  private final Transport transport;
  private final RoundTrips trips;
  private final Programs kinsan = Programs.of(Bank.KINSAN, "hard");
  private final LocalDate today = LocalDate.now(SoftTokenLives.JAPAN);

  HardTokenLives(Transport transport, RoundTrips trips) {
    this.transport = transport;
    this.trips = trips;
  }

  void run() throws Exception {
    trips.done("business opens", kinsan.core().openBusiness(today));
    delivered(5);
    applied();
    theFirstIsFree();
    try (DebitDesk desk =
        DebitDesk.loggedIn(
            transport.programs(),
            "core",
            transport.password("core"),
            Bank.KINSAN.queue("DEBIT"),
            transport.hostQueue(Bank.KINSAN.queue("DEBIT.REPLY")),
            HostCharacters.LATIN_EBCDIC)) {
      oneForAFee(desk);
      onePaidBack(desk);
      oneOfWhichNobodyKnows(desk);
    }
    theDayEnds();
  }

  private void delivered(int devices) throws Exception {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int device = 1; device <= devices; device++) {
      rows.append(
          "%s,HEX,%s,totp,SHA-1,6,60,0,%s,012%n"
              .formatted(
                  serial(device), HexFormat.of().formatHex(seed(device)), today.plusYears(5)));
    }
    Path file = transport.server().directory().resolveSibling("delivery.csv");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, rows);
    String said = transport.server().shell("ichido:stock-import --wipe kinsan " + file);
    if (!said.contains("Added: %d devices.".formatted(devices))) {
      throw new IOException("no devices in stock: " + said);
    }
  }

  private static String serial(int device) {
    return "900-%07d".formatted(device);
  }

  private static byte[] seed(int device) {
    return "seed of device %05d".formatted(device).getBytes(US_ASCII);
  }

  private void applied() throws Exception {
    trips.done("opens", kinsan.core().openContract(CONTRACT, today, "HARD"));
    trips.done("its account", kinsan.core().changeAccount(CONTRACT, "1234567", "ｷﾝｻﾝｼﾖｳｼﾞ"));
    trips.done("its master", kinsan.core().addUser(JIRO, "MASTER"));
  }

  private void theFirstIsFree() throws Exception {
    long first = ordered("FIRST", 1);
    trips.done("not yet in hand", kinsan.channel().skipRegistration(JIRO));
    trips.done("sent", kinsan.branch().shipOrder(CONTRACT, first));
    trips.done("came back", kinsan.branch().returnOrder(CONTRACT, first));
    trips.done("sent again", kinsan.branch().shipOrder(CONTRACT, first));
    TokenApp device = TokenApp.withSeed(seed(1));
    Instant now = Instant.now();
    trips.done("registered", kinsan.channel().registerDevice(JIRO, serial(1), device.codeAt(now)));
    trips.says(
        "login", login(device.codeAt(now.plus(LoadedCustomers.STEP))), "ICH-VERDICT", "ACCEPTED");
    for (int i = 1; i <= 5; i++) {
      trips.says(
          "wrong code " + i, login(device.wrongCodeAt(Instant.now())), "ICH-VERDICT", "REFUSED");
    }
    trips.done("unlocked", kinsan.branch().unlockDevice(CONTRACT, serial(1)));
  }

  private HostRecord login(String code) {
    return kinsan.channel().verify(JIRO, "LOGIN", "LOGIN", code);
  }

  private void oneForAFee(DebitDesk desk) throws Exception {
    long order = ordered("ADD", 2);
    Check debit = trips.checks().get(RoundTrips.Own.DEBIT);
    FeeRequest asked = asked(desk, debit, "DBIT", order);
    debit.equal("yen", 2_200L, asked.yen());
    trips.says(
        "sent before it is paid",
        kinsan.branch().shipOrder(CONTRACT, order),
        "ICH-RESPONSE-REASON",
        "FEE_UNSETTLED");
    desk.answer(asked.booked("B1"));
    HostRecord sent =
        trips.untilSaid(
            "sent, since it is paid", () -> kinsan.branch().shipOrder(CONTRACT, order), "DONE");
    trips
        .checks()
        .get(org.ichido.spi.transport.RequestType.DEBIT_REPLY)
        .equal("what was booked lets it be sent", "DONE", sent.get("ICH-RESPONSE-REASON"));
  }

  private void onePaidBack(DebitDesk desk) throws Exception {
    long order = ordered("ADD", 3);
    desk.answer(asked(desk, trips.checks().get(RoundTrips.Own.DEBIT), "DBIT", order).booked("B2"));
    trips.untilSaid("taken back", () -> kinsan.branch().cancelOrder(CONTRACT, order), "DONE");
    Check refund = trips.checks().get(RoundTrips.Own.REFUND);
    FeeRequest back = asked(desk, refund, "RFND", order);
    refund.equal("yen", 2_200L, back.yen());
    desk.answer(back.booked("B3"));
  }

  private void oneOfWhichNobodyKnows(DebitDesk desk) throws Exception {
    long order = ordered("ADD", 4);
    asked(desk, trips.checks().get(RoundTrips.Own.DEBIT), "DBIT", order);
    Check inquiry = trips.checks().get(RoundTrips.Own.DEBIT_INQUIRY);
    inquiry.that("it is an inquiry", asked(desk, inquiry, "DINQ", order).isInquiry());
    trips.untilSaid(
        "found out by telephone", () -> kinsan.branch().settleFee(CONTRACT, order, false), "DONE");
  }

  private long ordered(String kind, int device) throws JMSException, IOException {
    return trips
        .done("ordered " + kind, kinsan.branch().placeOrder(CONTRACT, kind, serial(device)))
        .number("ICH-ORDER-NUMBER");
  }

  /** What core banking is asked about that order; it may be asked about an earlier one as well. */
  private static FeeRequest asked(DebitDesk desk, Check check, String type, long order)
      throws JMSException {
    Optional<FeeRequest> next = desk.next(HostProgram.PATIENCE);
    while (next.isPresent()
        && (next.get().order() != order
            || !next.get().record().get("ICH-RECORD-TYPE").equals(type))) {
      next = desk.next(HostProgram.PATIENCE);
    }
    check.that(type + " of order " + order + " came", next.isPresent());
    return next.orElseThrow();
  }

  private void theDayEnds() throws Exception {
    // The refund is booked when its answer is taken.
    trips.untilSaid(
        "the books", () -> kinsan.core().compareBooks(today, 2, 4_400, 1, 2_200), "DONE");
    trips.says(
        "equal", kinsan.core().compareBooks(today, 2, 4_400, 1, 2_200), "ICH-BOOKS-EQUAL", "Y");
    HostRecord ours = trips.done("counts", kinsan.core().countCheck(0, 0, 0));
    trips.says(
        "the same counts",
        kinsan
            .core()
            .countCheck(
                (int) ours.number("ICH-OUR-CONTRACTS"),
                (int) ours.number("ICH-OUR-USERS"),
                (int) ours.number("ICH-OUR-TOKENS")),
        "ICH-COUNTS-EQUAL",
        "Y");
    HostRecord totals = trips.done("totals", kinsan.core().totals(today));
    trips
        .checks()
        .get(org.ichido.spi.transport.RequestType.TOTALS)
        .that("many were done", totals.number("ICH-COUNT-DONE") > 30);
    trips.done("business closes", kinsan.core().closeBusiness(today));
  }
}
