package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenId;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there again, whatever happened to the process or the disk. */
class DurabilityTest {
  @TempDir Path directory;

  /** F1, reliability fact 1. */
  @Test
  void whatWasAcknowledgedSurvivesKillMinusNine() throws Exception {
    Path output = directory.resolve("acks");
    long seen = 0;
    for (int round = 0; round < 3; round++) {
      Path acks = directory.resolve("acks" + round);
      Process writer = Writer.start(directory, acks, "k" + round + "-", "8", "1000000");
      int wanted = ThreadLocalRandom.current().nextInt(50, 300);
      await(writer, acks, wanted);
      writer.destroyForcibly().waitFor();
      Files.write(
          output, Files.readAllBytes(acks), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      List<String> acknowledged = Writer.acknowledged(acks);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(wanted);
      seen += acknowledged.size();
      assertRecovered(acknowledged);
    }
    assertThat(seen).isGreaterThanOrEqualTo(150);
  }

  /** F30: another process holds the lock; after kill -9 its lock file is no obstacle. */
  @Test
  void anotherProcessIsRefusedWithWordsAndNotHinderedAfterAKill() throws Exception {
    Path acks = directory.resolve("acks");
    Process writer = Writer.start(directory, acks, "p", "1", "1000000");
    await(writer, acks, 1);
    JdbcTokenStore store = new StoreAt(directory).open();
    try {
      assertThatThrownBy(store::holdsSealedSeeds)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("is in use by another process");
    } finally {
      store.close();
      writer.destroyForcibly().waitFor();
    }
    assertRecovered(Writer.acknowledged(acks));
  }

  /** F7, C8, reliability fact 2: HSQLDB acknowledges what a full disk did not take. */
  @Test
  void aFullDiskLosesNothingAcknowledgedAndTheStoreResumesByItself() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()) == 0,
        "needs the right to mount a small tmpfs; run as root");
    try {
      Path ballast = disk.resolve("ballast");
      Files.write(ballast, new byte[12 << 20]);
      Path acks = directory.resolve("acks");
      Process writer = Writer.start(disk, acks, "f", "16", "1000000", "resume");
      awaitLine(writer, acks, "REFUSED");
      List<String> beforeFull = Writer.acknowledged(acks);
      assertThat(beforeFull).hasSizeGreaterThan(100);
      assertThat(Files.readString(acks)).contains("UNAVAILABLE ");

      Files.delete(ballast);
      try (OutputStream input = writer.getOutputStream()) {
        input.write('\n');
      }
      awaitLine(writer, acks, "RESUMED");
      writer.destroyForcibly().waitFor(); // so that memory cannot make up for the disk

      assertThat(Files.readString(acks)).contains("RESUMED true");
      List<String> acknowledged = Writer.acknowledged(acks);
      assertThat(acknowledged).hasSize(beforeFull.size() + 10);
      try (Stream<Path> files = Files.walk(disk)) {
        files.filter(Files::isRegularFile).forEach(file -> copied(file, disk));
      }
      assertRecovered(directory.resolve("copy"), acknowledged);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private void copied(Path file, Path from) {
    try {
      Path to = directory.resolve("copy").resolve(from.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRecovered(List<String> acknowledged) {
    assertRecovered(directory, acknowledged);
  }

  private static void assertRecovered(Path directory, List<String> acknowledged) {
    JdbcTokenStore store = new StoreAt(directory).open();
    try {
      assertThat(acknowledged).allMatch(id -> remembers(store, id));
      assertThat(store.verifyAuditChain().fault()).isEmpty();
      assertThat(store.verifyAuditChain().entries()).isGreaterThanOrEqualTo(acknowledged.size());
      assertEveryEventHasItsChange(store);
    } finally {
      store.close();
    }
  }

  /** Both or neither: as many failures are counted as events tell, and none of them is missing. */
  private static void assertEveryEventHasItsChange(JdbcTokenStore store) {
    List<OutboxRow> events = events(store);
    assertThat(store.verifyAuditChain().entries()).isEqualTo(events.size());
    assertThat(events)
        .extracting(OutboxRow::number)
        .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
    Map<TokenId, List<Long>> told =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.token().orElseThrow(),
                    Collectors.mapping(OutboxRow::tokenSequence, Collectors.toList())));
    List<TokenRow> tokens =
        store.find(new TokenQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10_000));
    assertThat(tokens).isNotEmpty().hasSameSizeAs(told.keySet());
    for (TokenRow token : tokens) {
      assertThat(told.get(token.id()))
          .isEqualTo(LongStream.rangeClosed(1, token.failures()).boxed().toList());
    }
  }

  private static List<OutboxRow> events(JdbcTokenStore store) {
    List<OutboxRow> events = new ArrayList<>();
    List<OutboxRow> some;
    do {
      some = store.outboxRange(new BankId("kinsan"), events.size() + 1, Long.MAX_VALUE, 1_000);
      events.addAll(some);
    } while (!some.isEmpty());
    return events;
  }

  private static boolean remembers(JdbcTokenStore store, String id) {
    RequestKey key = new RequestKey(new Requester("IB"), new RequestId(id));
    return store.transact(
        new UnitOfWork<Boolean>() {
          @Override
          public Reads reads() {
            return Reads.NOTHING.withInbox(key);
          }

          @Override
          public Decided<Boolean> decide(Rows rows) {
            return new Decided<>(rows.inbox().isPresent(), List.of());
          }
        });
  }

  private static void await(Process writer, Path acks, int wanted) throws Exception {
    awaitThat(writer, () -> Writer.acknowledged(acks).size() >= wanted, acks);
  }

  private static void awaitLine(Process writer, Path acks, String start) throws Exception {
    awaitThat(
        writer,
        () -> {
          try (Stream<String> lines = Files.readString(acks).lines()) {
            return lines.anyMatch(line -> line.startsWith(start));
          }
        },
        acks);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Looks every 20 ms, or as soon as the process ends. */
  private static void awaitThat(Process writer, Condition condition, Path acks) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!condition.holds()) {
      boolean dead = writer.waitFor(20, TimeUnit.MILLISECONDS);
      if ((dead && !condition.holds()) || System.nanoTime() > end) {
        writer.destroyForcibly();
        throw new AssertionError("the writer said: " + Files.readString(acks));
      }
    }
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such command
    }
  }
}
