package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
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
import java.util.Map;
import java.util.Optional;
import org.ichido.cobol.CobolRequester.Answer;
import org.ichido.cobol.HostQueue.Format;
import org.ichido.cobol.HostQueue.Got;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.OperatorRecords;
import org.ichido.testkit.host.RecordType;
import org.ichido.testkit.host.RequestIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What a day of the bank needs: the house, its queues and the programs at them, one moment that all
 * records are of, and what the bank counts of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CobolDay {
  private static final Charset EBCDIC = HostCharacters.LATIN_EBCDIC.charset();
  static final Duration LONG = Duration.ofSeconds(60);
  static final Customer TARO = new Customer("S0001", "TARO01");
  static final Customer JIRO = new Customer("H0001", "JIRO01");
  static final String FREE = "900-0000001";
  static final String PAID = "900-0000002";

  /** One moment for all records, so that a midnight does not make two business days of them. */
  final Instant now = Instant.now();

  final LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo"));
  final BankHost kinsan = new BankHost("9990", InstantSource.fixed(now));
  final RequestIds ids = new RequestIds("cobol");
  final ChannelRecords asChannel = new ChannelRecords(kinsan, ids);
  final AppRecords asApp = new AppRecords(kinsan, ids);
  final CoreRecords asCore = new CoreRecords(kinsan, ids);
  final OperatorRecords asBranch = new OperatorRecords(kinsan, ids, "OP000001");

  final Check check = CobolEvidence.check("a day of COBOL programs at a house behind IBM's client");

  Path work;
  Probe probe;
  CobolHouse house;
  CobolRequester channel;
  CobolRequester branch;
  CobolRequester app;
  CobolRequester core;

  /** Decided by Ichido and remembered, which the totals of the day count. */
  int done;

  int refused;

  byte[][] seeds;

  @BeforeAll
  @Timeout(400)
  void start() throws Exception {
    work = Path.of("house").toAbsolutePath();
    probe = Probe.run();
    house = CobolHouse.started(work.resolve("server"));
    channel = new CobolRequester(house, "channel", "REQUEST", probe, check);
    branch = new CobolRequester(house, "branch", "OPERATOR", probe, check);
    app = new CobolRequester(house, "app", "APP", probe, check);
    core = new CobolRequester(house, "core", "CORE", probe, check);
    seeds = new byte[2][20];
    for (byte[] seed : seeds) {
      new SecureRandom().nextBytes(seed);
    }
    delivered();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable open : new AutoCloseable[] {channel, branch, app, core, house}) {
      if (open != null) {
        open.close();
      }
    }
  }

  /** A delivery of two devices into the bank's stock. */
  void delivered() throws Exception {
    Path file = work.resolve("delivery.csv");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String row = "%s,HEX,%s,totp,SHA-1,6,60,0,%s,012";
    Files.write(
        file,
        List.of(
            "serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch",
            row.formatted(FREE, HexFormat.of().formatHex(seeds[0]), today.plusYears(5)),
            row.formatted(PAID, HexFormat.of().formatHex(seeds[1]), today.plusYears(5))));
    assertThat(house.server.shell("ichido:stock-import --wipe kinsan " + file))
        .contains("Added: 2 devices.");
  }

  /** Asks, and counts as Ichido does. */
  Answer asked(CobolRequester program, HostRecord request) throws Exception {
    Answer answer = program.ask(request);
    count(answer.said());
    return answer;
  }

  void count(CobolProgram.Said said) {
    if (said.about("RESPONSE").startsWith("0")) {
      done++;
    } else {
      refused++;
    }
  }

  Answer doneBy(CobolRequester program, HostRecord request) throws Exception {
    Answer answer = asked(program, request);
    assertThat(answer.said().about("ACT")).as(answer.said().toString()).isEqualTo("DONE");
    return answer;
  }

  CobolProgram desk(Path books) throws Exception {
    return CobolProgram.start(
        "BANKDEBT",
        Cobc.program("BANKDEBT"),
        Map.of("ACCOUNTS", books.resolve("accounts"), "POSTINGS", books.resolve("postings")));
  }

  /** What the house asks next, which has to be of that type. */
  byte[] question(HostQueue queue, String type) throws Exception {
    Got asked = queue.next("KINSAN.OTP.DEBIT", LONG).orElseThrow();
    check.equal("format of " + type, Format.NONE, asked.format());
    check.equal("CCSID of " + type, 939, asked.ccsid());
    HostRecord question = HostRecord.of("ICHDBQ", asked.record(), EBCDIC);
    assertThat(question.get("ICH-RECORD-TYPE")).isEqualTo(type);
    check.equal("yen of " + type, 2200L, question.number("ICH-FEE-YEN"));
    return asked.record();
  }

  byte[] answered(CobolProgram desk, byte[] question) throws Exception {
    byte[] asked = probe.shapes.get("ICHDBQ").convert(question, EBCDIC, CobolProgram.NATIVE);
    return probe.shapes.get("ICHDBR").convert(desk.answer(asked), CobolProgram.NATIVE, EBCDIC);
  }

  HostRecord fee(byte[] reply) {
    return HostRecord.of("ICHDBR", reply, EBCDIC);
  }

  /** The program's words about the next event, and the event's type. */
  String event(HostQueue queue, CobolProgram events) throws Exception {
    Optional<Got> got = queue.next("KINSAN.OTP.EVENT", LONG);
    byte[] record = got.orElseThrow().record();
    CobolProgram.Said said =
        events.read(probe.shapes.get("ICHEVT").convert(record, EBCDIC, CobolProgram.NATIVE));
    String type = HostRecord.of("ICHEVT", record, EBCDIC).get("ICH-EVENT-TYPE");
    return said.about("EVENT") + " " + said.about("DO") + " " + type;
  }

  long number(String event) {
    return Long.parseLong(event.substring(4, 19));
  }

  /** A sample, as if it were of today and of this bank. */
  HostRecord present(RecordType type) {
    HostRecord record =
        HostRecord.of(type.requestBody(), Sources.sample(type.code() + "-Q"), CobolProgram.NATIVE)
            .move("ICH-ENVIRONMENT", "T")
            .move("ICH-BANK", "9990")
            .move("ICH-BUSINESS-DATE", today)
            .move("ICH-SENT-AT", now)
            .move("ICH-REQUEST-ID", "all-" + type.code());
    return switch (type) {
      case NEXT -> record.move("ICH-PAYEE-LAST-PAID", today);
      case OPEN_CONTRACT, CLOSE_CONTRACT, CHANGE_METHOD -> record.move("ICH-CONTRACT-DAY", today);
      default -> record;
    };
  }
}
