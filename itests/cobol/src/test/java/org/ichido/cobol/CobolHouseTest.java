package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ichido.cobol.CobolRequester.Answer;
import org.ichido.cobol.HostQueue.Format;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TokenApp;
import org.ichido.testkit.token.TransportKey;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * A day of a bank whose programs are all in COBOL, at IBM MQ's client on both sides: the business
 * opens, a customer gets a soft token and uses it, a branch sends a hard token for a fee, and in
 * the evening the books are compared. One day, so one order of the tests.
 */
@Tag("peers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(400)
class CobolHouseTest extends CobolDay {
  private static final String PASSWORD = "58203917";
  private static final Duration STEP = Duration.ofSeconds(60);

  /** These say where the day stands, and are asked when it is time. */
  private static final Set<RequestType> OF_THE_DAY =
      EnumSet.of(RequestType.OPEN_BUSINESS, RequestType.CLOSE_BUSINESS, RequestType.TOTALS);

  private static final Set<RequestType> NOT_REMEMBERED =
      EnumSet.of(RequestType.NEXT, RequestType.INQUIRE, RequestType.ECHO);

  @Test
  @Order(1)
  void theBusinessOpensAndCoreBankingTellsWhoThereIs() throws Exception {
    assertThat(doneBy(core, asCore.openBusiness(today)).said().about("DAY"))
        .isEqualTo(today.toString().replace("-", ""));
    doneBy(core, asCore.openContract(TARO.contract(), today, "SOFT"));
    doneBy(core, asCore.addUser(TARO, "MASTER"));
    doneBy(core, asCore.openContract(JIRO.contract(), today, "HARD"));
    doneBy(
        core,
        asCore.changeAccount(
            JIRO.contract(), "1234567", "\uff77\uff9d\uff7b\uff9d)\uff7c\uff6e\uff73"));
    doneBy(core, asCore.addUser(JIRO, "MASTER"));
    assertThat(channel.ask(kinsan.echo("echo-1", "ARE YOU THERE")).said().about("TEXT"))
        .isEqualTo("ARE YOU THERE");
  }

  @Test
  @Order(2)
  void aSoftTokenIsIssuedAndACodeIsAcceptedOnce() throws Exception {
    assertThat(channel.ask(asChannel.atLogin(TARO)).said().about("SCREEN"))
        .isEqualTo("FORM FOR A TOKEN");
    TransportKey key = TransportKey.ofPem(house.server.shell("ichido:transport-key --pem"));
    CobolProgram.Said issued =
        doneBy(channel, asChannel.issue(TARO, "taro@example.jp", key.encrypted(PASSWORD))).said();
    AppActivation activation =
        new AppActivation(issued.about("SERVICE"), issued.about("ACTIVATION"), PASSWORD, key);
    Phone phone = new Phone("taros-phone", "SMARTPHONE", InstantSource.system());
    Answer activated = asked(app, asApp.activate(activation, phone, "2026-04"));
    assertThat(activated.said().about("SEED")).isNotEqualTo("NONE").hasSizeGreaterThan(300);
    assertThat(activated.said().about("DIGITS")).isEqualTo("06");
    TokenApp token = asApp.token(activation, activated.record());

    Instant begin = Instant.now();
    String code = token.codeAt(begin);
    assertThat(access(asked(channel, asChannel.confirm(TARO, code)))).isEqualTo("GIVEN");
    assertThat(access(asked(channel, transfer(code)))).as("the same code").isEqualTo("NONE");
    assertThat(access(asked(channel, transfer(token.wrongCodeAt(begin))))).isEqualTo("NONE");
    // Right, in the window for a fast phone, and never used before: so that nobody waits here.
    HostRecord right = transfer(token.codeAt(begin.plus(STEP)));
    Answer accepted = channel.ask(right, HostCharacters.LATIN_EBCDIC, Format.STRING);
    done++;
    assertThat(access(accepted)).isEqualTo("GIVEN");
    Answer again =
        channel.ask(right.move("ICH-RESEND", "Y"), HostCharacters.LATIN_EBCDIC, Format.STRING);
    assertThat(again.hex()).as("the reply to a resend").isEqualTo(accepted.hex());
    assertThat(channel.ask(kinsan.inquire("inquiry-1", right)).said().about("ORIGINAL"))
        .startsWith("VRFY 0000 ");
  }

  private HostRecord transfer(String code) {
    return asChannel.verify(TARO, "TRANSFER", "SUBMIT", code);
  }

  private String access(Answer answer) {
    return answer.said().about("ACCESS");
  }

  @Test
  @Order(3)
  void theBranchSeesWhatWasRefused() throws Exception {
    CobolProgram.Said described = branch.ask(asBranch.describe(TARO)).said();
    done++;
    assertThat(described.about("STATE")).isEqualTo("ACTIVE");
    doneBy(branch, asBranch.suspend(TARO));
    assertThat(asked(branch, asBranch.suspend(TARO)).said().about("ADVICE")).isEqualTo("REFUSED");
    assertThat(asked(branch, asBranch.liftSuspension(TARO)).said().about("ADVICE"))
        .as("the bank wants a second operator")
        .isEqualTo("SECOND OPERATOR");
  }

  /** The answer to the debit is lost, and the program with it: the inquiry finds its books. */
  @Test
  @Order(4)
  void aHardTokenIsSentWhenCoreBankingBookedTheFeeOnce() throws Exception {
    String first =
        doneBy(branch, asBranch.placeOrder(JIRO.contract(), "FIRST", FREE)).said().about("ORDER");
    doneBy(branch, asBranch.shipOrder(JIRO.contract(), Long.parseLong(first)));
    String order =
        doneBy(branch, asBranch.placeOrder(JIRO.contract(), "ADD", PAID)).said().about("ORDER");
    HostRecord sent = asBranch.shipOrder(JIRO.contract(), Long.parseLong(order));
    assertThat(asked(branch, sent).said().about("ADVICE")).isEqualTo("WAIT FOR THE FEE");

    Path books = Files.createDirectories(work.resolve("books"));
    Files.writeString(books.resolve("accounts"), "01211234567000100000\n");
    Files.deleteIfExists(books.resolve("postings"));
    try (HostQueue queue = house.connect("core")) {
      byte[] lost;
      try (CobolProgram desk = desk(books)) {
        lost = answered(desk, question(queue, "DBIT"));
        desk.kill();
      }
      try (CobolProgram desk = desk(books)) {
        byte[] told = answered(desk, question(queue, "DINQ"));
        HostRecord before = fee(lost);
        HostRecord now = fee(told);
        assertThat(now.get("ICH-FEE-RESULT")).isEqualTo("BOOKED");
        assertThat(now.get("ICH-BOOKING-NUMBER")).isEqualTo(before.get("ICH-BOOKING-NUMBER"));
        queue.tell("KINSAN.OTP.DEBIT.REPLY", told, Format.STRING, 939);
      }
    }
    shipped(order);
  }

  /** An answer that came by a queue is handled when it is handled. */
  private void shipped(String order) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    Answer answer;
    do {
      answer = asked(branch, asBranch.shipOrder(JIRO.contract(), Long.parseLong(order)));
    } while (answer.said().about("ADVICE").equals("WAIT FOR THE FEE") && System.nanoTime() < end);
    assertThat(answer.said().about("ACT")).isEqualTo("DONE");
  }

  @Test
  @Order(5)
  void theUserRegistersTheDeviceByItsCode() throws Exception {
    TokenApp device = TokenApp.withSeed(seeds[0]);
    Instant begin = Instant.now();
    doneBy(channel, asChannel.registerDevice(JIRO, FREE, device.codeAt(begin)));
    Answer login =
        asked(channel, asChannel.verify(JIRO, "LOGIN", "LOGIN", device.codeAt(begin.plus(STEP))));
    assertThat(access(login)).isEqualTo("GIVEN");
  }

  @Test
  @Order(6)
  void eventsAreKnownByTheirNumbersWhenTheyComeAgain() throws Exception {
    try (HostQueue queue = house.connect("core");
        CobolProgram events = CobolProgram.run("BANKEVNT")) {
      String first = event(queue, events);
      String last = first;
      while (!last.contains("TOKEN IS THERE") || !last.contains("REGISTERED")) {
        last = event(queue, events);
        check.that(last, last.startsWith("NEW "));
      }
      CobolProgram.Said resent =
          asked(core, asCore.resendEvents(number(first), number(first))).said();
      assertThat(resent.about("RESENT")).isEqualTo("000000001");
      assertThat(event(queue, events)).startsWith("OLD ");
    }
  }

  /** Of nobody's contract, which is opened and closed on the way: no answer says 8xxx. */
  @Test
  @Order(7)
  void everyRecordIsUnderstood() throws Exception {
    Map<String, CobolRequester> programs =
        Map.of("BANKCHAN", channel, "BANKBRAN", branch, "BANKAPPS", app, "BANKCORE", core);
    for (RequestType type : CodecLayouts.REQUESTS) {
      if (!OF_THE_DAY.contains(type)) {
        RecordType books = RecordType.valueOf(type.name());
        CobolRequester program = Objects.requireNonNull(programs.get(Programs.asking(type)));
        CobolProgram.Said said = program.ask(present(books)).said();
        boolean understood = said.about("RESPONSE").matches("[01].*");
        check.that(type + " is understood: " + said.lines(), understood);
        if (!NOT_REMEMBERED.contains(type)) {
          count(said);
        }
      }
    }
  }

  @Test
  @Order(8)
  void atTheEndOfTheDayTheBooksAreEqualAndTheTotalsAreOurs() throws Exception {
    try (CobolProgram desk = desk(work.resolve("books"))) {
      CobolProgram.Said sums = desk.card("SUMS", today.toString().replace("-", "")).said();
      HostRecord compared =
          asCore.compareBooks(
              today,
              Long.parseLong(sums.about("DEBITS")),
              Long.parseLong(sums.about("DEBIT-YEN")),
              Long.parseLong(sums.about("REFUNDS")),
              Long.parseLong(sums.about("REFUND-YEN")));
      CobolProgram.Said books = asked(core, compared).said();
      assertThat(books.about("BOOKS")).isEqualTo("EQUAL");
      assertThat(books.about("DEBIT-YEN")).isEqualTo("000000002200");
    }
    // Of two contracts and two users: the soft one, the one in use, and the one in the mail.
    assertThat(asked(core, asCore.countCheck(2, 2, 3)).said().about("COUNTS")).isEqualTo("EQUAL");
    doneBy(core, asCore.closeBusiness(today));
    CobolProgram.Said totals = core.ask(asCore.totals(today)).said();
    assertThat(totals.about("TOTALS")).isEqualTo("WHOLE");
    assertThat(totals.about("COUNT-DONE")).isEqualTo("%09d".formatted(done));
    assertThat(totals.about("COUNT-REFUSED")).isEqualTo("%09d".formatted(refused));
    assertThat(totals.about("COUNT-BAD")).isEqualTo("000000000");
    assertThat(house.backout()).as("messages set aside").isZero();
    check.done();
  }
}
