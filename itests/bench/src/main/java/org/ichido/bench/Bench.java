package org.ichido.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.ichido.bench.figure.Conditions;
import org.ichido.bench.figure.JsonLines;
import org.ichido.bench.figure.Page;
import org.ichido.bench.figure.Picture;
import org.ichido.bench.figure.Tables;
import org.ichido.bench.round.Rounds;

/** {@code mvn -Pbench}: takes all figures and writes docs/performance.md's part of them. */
public final class Bench {
  private static final int ROUNDS = 5;

  /** P5 over IBM's client alone; a run of P5 has it as well. */
  private static final String IBM = "P5-IBM";

  private final PrintStream out = System.out;
  private final long start = System.nanoTime();
  private final Goals goals = new Goals();
  private final Path archive;
  private final Path ibmMqArchive;
  private final Path work;
  private final List<String> only;
  private final Rounds rounds;

  private Bench(Path archive, Path ibmMqArchive, Path work, List<String> only, double scale) {
    this.archive = archive;
    this.ibmMqArchive = ibmMqArchive;
    this.work = work;
    this.only = only;
    this.rounds = new Rounds(ROUNDS, scale, out);
  }

  /**
   * @param arguments the distribution's archive, a directory of the run's own, the directory {@code
   *     docs}, which goals ({@code all}, or such as {@code P1,P3}), what turns are shortened by,
   *     and the archive of {@code features/ibmmq}; only a whole run at 1 is written to the
   *     documentation
   * @throws Exception if something was not measured or not right
   */
  public static void main(String[] arguments) throws Exception {
    quieten();
    List<String> only = List.of(arguments[3].split(","));
    double scale = Double.parseDouble(arguments[4]);
    Path work = Path.of(arguments[1]);
    Bench bench = new Bench(Path.of(arguments[0]), Path.of(arguments[5]), work, only, scale);
    bench.measure();
    boolean whole = only.equals(List.of("all")) && scale == 1;
    bench.write(whole ? Path.of(arguments[2]) : work);
  }

  /** HSQLDB tells the console of every checkpoint; the store listens at a logger of its own. */
  static void quieten() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
  }

  private void measure() throws Exception {
    Scratch scratch = new Scratch(work.resolve("houses"));
    InOneJvm inOneJvm = new InOneJvm(scratch, rounds, goals);
    if (wanted("P1") || wanted("P2")) {
      inOneJvm.verifyCore();
    }
    if (wanted("P3")) {
      inOneJvm.manyCallers();
    }
    if (wanted("P4")) {
      inOneJvm.syncs();
    }
    boolean roundTrips = wanted("P5") || wanted(IBM);
    double commit = wanted("P4") || roundTrips ? inOneJvm.oneCaller() : 0;
    if (wanted("P12")) {
      inOneJvm.priceOfSafety();
    }
    if (wanted("P15")) {
      new DeliveryOf100000Rows(scratch, rounds, goals).measure();
    }
    if (wanted("P5") || wanted("P11")) {
      try (ThroughTheQueues server =
          ThroughTheQueues.start(
              archive, work.resolve("server"), new EmbeddedBroker(), rounds, goals)) {
        if (wanted("P5")) {
          server.roundTrips(commit);
        }
        if (wanted("P11")) {
          server.swaps();
        }
      }
    }
    if (roundTrips) {
      Wire wire = new IbmMq(ibmMqArchive, QueueManagerProcess.start());
      try (ThroughTheQueues server =
          ThroughTheQueues.start(archive, work.resolve("ibm-mq/server"), wire, rounds, goals)) {
        server.roundTrips(commit);
      }
    }
  }

  private boolean wanted(String goal) {
    return only.contains("all") || only.contains(goal);
  }

  private void write(Path docs) throws IOException {
    Conditions conditions =
        new Conditions(
            LocalDate.now(ZoneOffset.UTC).toString(),
            "%d cores, %s".formatted(Runtime.getRuntime().availableProcessors(), processor()),
            "%s %s"
                .formatted(System.getProperty("java.vm.name"), System.getProperty("java.version")),
            ROUNDS,
            (System.nanoTime() - start) / 60e9);
    Path folder = Files.createDirectories(docs.resolve("performance"));
    String table = Tables.of(conditions, goals.rates(), goals.figures());
    Files.writeString(
        folder.resolve("figures.jsonl"), JsonLines.of(conditions, goals.rates(), goals.figures()));
    Files.writeString(folder.resolve("goals.svg"), Picture.of(goals.figures()));
    Path page = docs.resolve("performance.md");
    if (Files.exists(page)) {
      Files.writeString(page, Page.with(Files.readString(page), table));
    }
    out.println();
    out.println(table);
    out.println();
    out.println("Written to " + folder);
  }

  private static String processor() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.exists(cpus)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(cpus).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
