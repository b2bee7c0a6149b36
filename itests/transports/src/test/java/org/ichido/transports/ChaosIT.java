package org.ichido.transports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import javax.jms.Message;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.transports.LoadedCustomers.Loaded;
import org.junit.jupiter.api.Test;

/**
 * 1,600 requests over 16 sessions through IBM's client, while units of work are backed out on both
 * sides and sockets are cut in the middle of commits: one verdict each. {@code -Dichido.seed=…}
 * repeats what is drawn, not the order of the threads.
 */
class ChaosIT {
  private static final int SESSIONS = 16;
  private static final int CUSTOMERS = 20;
  private static final int REQUESTS = 5;
  private static final int ALL = SESSIONS * CUSTOMERS * REQUESTS;
  private static final int CUTS = 5;

  private final long seed =
      Long.getLong("ichido.seed", new SecureRandom().nextInt(Integer.MAX_VALUE));
  private final Evidence evidence = new Evidence("transports-chaos", 1, "check", "tries", "wrong");
  private final OneVerdict verdicts = new OneVerdict();

  /** A request and what must come of it. */
  private record Ask(Loaded customer, String code, String verdict) {}

  @Test
  void sixteenHundredRequestsGetOneVerdictEach() throws Exception {
    System.out.println("chaos: -Dichido.seed=" + seed);
    Path directory = Path.of(System.getProperty("ichido.work"), "chaos", "server");
    try (IbmMqHouse house = IbmMqHouse.started(directory, ShippedBanks::prepare)) {
      LoadedCustomers customers = LoadedCustomers.of(house, Bank.KINSAN, SESSIONS * CUSTOMERS / 2);
      List<Trouble> cuts = trouble(house);
      Check check = new Check(evidence, "each request has its one verdict");
      all(house, customers, check);
      house.queueManager.troubles().end();
      int left = theRepliesThatNobodyTook(house);
      int struck = cuts.stream().mapToInt(Trouble::struck).sum();
      System.out.printf("chaos: %s, %d replies left, %d sockets cut%n", verdicts, left, struck);
      check.equal("requests answered", ALL, verdicts.answered());
      check.equal("cuts", CUTS, struck);
      check.done();
      Check same = new Check(evidence, "duplicates are byte-identical");
      same.that("there were some", verdicts.duplicates() > 0);
      for (int i = 0; i < verdicts.duplicates(); i++) {
        same.that("", true);
      }
      same.equal("different ones", List.of(), verdicts.different());
      same.done();
      inTheStore(house);
      assertThat(house.queueManager.surprises()).isEmpty();
    }
  }

  /** Backed out by chance at both sides' commits, and refused at the house's puts; five cuts. */
  private List<Trouble> trouble(IbmMqHouse house) {
    var troubles = house.queueManager.troubles();
    troubles.at(Call.COMMIT).ofUser("ichido").withProbability(0.02, seed).refuse(Reason.BACKED_OUT);
    troubles
        .at(Call.COMMIT)
        .ofUser("channel")
        .withProbability(0.02, seed)
        .refuse(Reason.BACKED_OUT);
    troubles
        .at(Call.GET)
        .ofUser("ichido")
        .withProbability(0.002, seed)
        .refuse(Reason.CONNECTION_BROKEN);
    troubles.at(Call.PUT).ofUser("ichido").withProbability(0.01, seed).refuse(Reason.QUEUE_FULL);
    List<Trouble> cuts = new ArrayList<>();
    for (int cut = 1; cut <= CUTS; cut++) {
      cuts.add(
          troubles
              .at(Call.COMMIT)
              .ofUser(cut % 2 == 1 ? "ichido" : "channel")
              .nth(cut * 200)
              .cut(Cut.DURING));
    }
    return cuts;
  }

  private void all(IbmMqHouse house, LoadedCustomers customers, Check check) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
    try {
      List<Future<List<String>>> sessions = new ArrayList<>();
      for (int number = 0; number < SESSIONS; number++) {
        List<Loaded> mine = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS / 2; i++) {
          LoadedCustomers.Pair pair = customers.next();
          mine.add(pair.master());
          mine.add(pair.general());
        }
        sessions.add(threads.submit(session(house, number, mine)));
      }
      for (Future<List<String>> session : sessions) {
        for (String line : session.get()) {
          check.that(line, line.isEmpty());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Of each request an empty line, or what was wrong. */
  private Callable<List<String>> session(IbmMqHouse house, int number, List<Loaded> mine) {
    return () -> {
      Programs kinsan = Programs.of(Bank.KINSAN, "chaos-%02d".formatted(number));
      List<String> said = new ArrayList<>();
      try (StubbornRequester requester = new StubbornRequester(house, seed + number, verdicts)) {
        for (Loaded one : mine) {
          for (Ask ask : asks(one)) {
            HostRecord request =
                kinsan.channel().verify(one.customer(), "TRANSFER", "APPROVE", ask.code());
            byte[] reply = requester.ask(request);
            String verdict = request.reply(reply, HostProgram.EBCDIC).get("ICH-VERDICT");
            said.add(verdict.equals(ask.verdict()) ? "" : ask + " got " + verdict);
          }
        }
      }
      return said;
    };
  }

  /** Two right codes, each accepted the first time and never again, and a wrong one. */
  private static List<Ask> asks(Loaded one) {
    Instant now = Instant.now();
    String first = one.token().codeAt(now);
    String second = one.token().codeAt(now.plus(LoadedCustomers.STEP));
    return List.of(
        new Ask(one, first, "ACCEPTED"),
        new Ask(one, first, "REFUSED"),
        new Ask(one, second, "ACCEPTED"),
        new Ask(one, one.token().wrongCodeAt(now), "REFUSED"),
        new Ask(one, second, "REFUSED"));
  }

  /** Replies to requests that were put again: they must be the same, too. */
  private int theRepliesThatNobodyTook(IbmMqHouse house) throws Exception {
    int left = 0;
    try (Requester channel = Requester.of(house, Bank.KINSAN, Bank.Desk.CHANNEL)) {
      String replies = Bank.KINSAN.replies(Bank.Desk.CHANNEL);
      // Not before all that was put was answered: by then these are there.
      Programs kinsan = Programs.of(Bank.KINSAN, "chaos-end");
      HostRecord echo = kinsan.host().echo("chaos-echo", "the last one");
      channel.ask(echo);
      Optional<Message> next = channel.take(replies, Duration.ofSeconds(2));
      while (next.isPresent()) {
        verdicts.came(StubbornRequester.bytes(next.get()));
        left++;
        next = channel.take(replies, Duration.ofSeconds(2));
      }
    }
    return left;
  }

  private void inTheStore(IbmMqHouse house) throws Exception {
    Check check = new Check(evidence, "judged once, in the store");
    Programs kinsan = Programs.of(Bank.KINSAN, "chaos-totals");
    try (Requester core = Requester.of(house, Bank.KINSAN, Bank.Desk.CORE)) {
      HostRecord asked = kinsan.core().totals(LocalDate.now(SoftTokenLives.JAPAN));
      HostRecord totals = core.ask(asked).to(asked);
      check.equal("accepted", 2L * SESSIONS * CUSTOMERS, totals.number("ICH-COUNT-DONE"));
      check.equal("refused", 3L * SESSIONS * CUSTOMERS, totals.number("ICH-COUNT-REFUSED"));
      check.equal("all", (long) ALL, totals.number("ICH-COUNT-ALL"));
    }
    String tokens = house.server.shell("ichido:token-list --json --limit 10000 kinsan");
    check.equal(
        "tokens with the one failure",
        (long) SESSIONS * CUSTOMERS,
        Pattern.compile("\"failures\": ?1,").matcher(tokens).results().count());
    check.that("the audit is whole", house.server.shell("ichido:audit-verify").contains("intact"));
    check.done();
  }
}
