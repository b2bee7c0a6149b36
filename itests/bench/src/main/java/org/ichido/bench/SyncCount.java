package org.ichido.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ichido.bench.round.Sample;

/**
 * Counts what reaches the disk: a process of its own runs 32 callers under {@code strace}, which
 * writes down every {@code fsync} and {@code fdatasync} with its time.
 */
public final class SyncCount {
  private static final int CALLERS = 32;
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private SyncCount() {}

  /**
   * @param directory an empty directory
   * @param rounds how many
   * @param turn how long each
   * @return verifications for each sync to the disk, one figure a round; nothing without strace
   */
  static Optional<List<Double>> verificationsPerSync(Path directory, int rounds, Duration turn)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path trace = directory.resolve("trace");
    Path said = directory.resolve("said");
    ProcessBuilder traced =
        new ProcessBuilder(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-ttt",
                "-e",
                "trace=fsync,fdatasync",
                "-o",
                trace.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dichido.banks=" + System.getProperty("ichido.banks"),
                "-classpath",
                System.getProperty("java.class.path"),
                SyncCount.class.getName(),
                directory.resolve("house").toString(),
                Integer.toString(rounds),
                turn.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Process process;
    try {
      process = traced.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("the traced process failed; it said why in " + said);
    }
    return Optional.of(perSync(Files.readAllLines(said), Files.readAllLines(trace)));
  }

  /**
   * @param said lines such as {@code 1763769600.5 1763769604.5 20000}: from, until, verifications
   * @param trace lines such as {@code 4711 1763769601.25 fsync(9) = 0}
   * @return verifications for each sync that began in that time
   */
  static List<Double> perSync(List<String> said, List<String> trace) {
    List<Double> syncs =
        trace.stream()
            .map(line -> line.split("\\s+", 3))
            .filter(words -> words.length == 3)
            // One that is interrupted by another thread's ends in a line "<... fsync resumed>".
            .filter(words -> words[2].startsWith("fsync(") || words[2].startsWith("fdatasync("))
            .map(words -> Double.valueOf(words[1]))
            .toList();
    return said.stream().map(line -> line.split(" ")).map(words -> perSync(words, syncs)).toList();
  }

  private static double perSync(String[] words, List<Double> syncs) {
    double from = Double.parseDouble(words[0]);
    double until = Double.parseDouble(words[1]);
    long between = syncs.stream().filter(at -> at >= from && at <= until).count();
    return Double.parseDouble(words[2]) / between;
  }

  /**
   * The traced process.
   *
   * @param arguments an empty directory, how many rounds, how long each
   * @throws Exception if a right code is refused
   */
  public static void main(String[] arguments) throws Exception {
    Bench.quieten();
    Duration turn = Duration.parse(arguments[2]);
    try (DurableHouse house = new DurableHouse(Path.of(arguments[0]))) {
      var callers = house.callers("traced", CALLERS);
      callers.work(WARM_UP);
      for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
        double from = now();
        Sample sample = callers.work(turn);
        System.out.println("%.6f %.6f %d".formatted(from, now(), sample.operations()));
      }
    }
  }

  private static double now() {
    Instant now = Instant.now();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }
}
