package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.junit.jupiter.api.Test;

/** T2, T33: a database from a backup is noticed, and let in with a floor under what it forgot. */
class RestoredDatabaseTest extends OpenStoreFixture {
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final AuditEntry RESTORED =
      audited(ALICE, "none").withActor(new Actor.Administrator("vera"));

  @Test
  void aDatabaseFromABackupIsRefusedAndSaysHowToGoOn() throws Exception {
    Path backup = backup();
    store = at.open();
    append(2);
    assertRefusedWhen(
        () -> putBack(backup),
        "The database is older than the one that was used last: it ends with audit entry 3, and"
            + " entry 5 was written at "
            + NOW);
    assertThat(reason(store)).contains("ichido:store-restored");
  }

  @Test
  void aDatabaseWithoutTheFileThatTellsItsAgeIsRefused() throws Exception {
    assertRefusedWhen(() -> Files.delete(at.settings().headFile()), "There is no ");
  }

  @Test
  void aDatabaseWhoseAuditWasWrittenAnewIsRefused() throws Exception {
    Path backup = backup();
    store = at.open();
    append(2);
    store.close();
    Path head = at.settings().headFile();
    byte[] noted = Files.readAllBytes(head);
    putBack(backup);
    store = at.open();
    store.acceptOlder(LATER, List.of(RESTORED));
    append(9);
    assertRefusedWhen(() -> Files.write(head, noted), "its audit entry 5 is another one");
  }

  @Test
  void anUnreadableFileIsNoReasonToGoOn() throws Exception {
    assertRefusedWhen(
        () -> Files.writeString(at.settings().headFile(), "nonsense"), "cannot be read");
  }

  @Test
  void anAcceptedBackupRemembersFromTheLossOnAndTheAuditSaysSo() throws Exception {
    Path backup = backup();
    store = at.open();
    append(2);
    store.close();
    putBack(backup);
    store = at.open();

    Instant begins = store.acceptOlder(LATER, List.of(RESTORED));

    assertThat(begins).isEqualTo(NOW.plusSeconds(HeadFile.BEHIND_SECONDS));
    assertThat(store.memoryBegins()).isEqualTo(begins);
    assertThat(rowsBegin()).isEqualTo(begins);
    assertThat(store.audit(ALICE, 1)).containsExactly(RESTORED);
    assertThat(store.verifyAuditChain().entries()).isEqualTo(4);
    store.close();
    store = at.open();
    assertThat(store.memoryBegins()).isEqualTo(begins);
    assertThat(store.verifyAuditChain().intact()).isTrue();
  }

  @Test
  void whereTheLossIsNotKnownTheMemoryBeginsNow() throws Exception {
    store.close();
    Files.delete(at.settings().headFile());
    store = at.open();
    assertThat(store.acceptOlder(LATER, List.of(RESTORED))).isEqualTo(LATER);
    store.acceptOlder(NOW, List.of(RESTORED));
    assertThat(store.memoryBegins()).as("never goes back").isEqualTo(LATER);
  }

  @Test
  void anOpenDatabaseCanBeSaidToBeOlder() {
    assertThat(store.memoryBegins()).isEqualTo(Instant.EPOCH);
    assertThat(store.acceptOlder(LATER, List.of(RESTORED))).isEqualTo(LATER);
    assertThat(rowsBegin()).isEqualTo(LATER);
  }

  @Test
  void aFileThatCannotBeWrittenIsAWarningAndNoTroubleOfTheCallers() throws Exception {
    Path head = at.settings().headFile();
    store.close();
    store = at.open();
    Files.createDirectories(head.resolveSibling(head.getFileName() + ".new"));
    append(1);
    assertThat(store.health().get(0).level()).isEqualTo(org.ichido.api.Health.Level.WARN);
    assertThat(store.health().get(0).lines()).anyMatch(line -> line.contains("cannot be written"));
  }

  private Instant rowsBegin() {
    return store.transact(
        unit(Reads.NOTHING, rows -> new Decided<>(rows.memoryBegins(), List.of())));
  }

  private Path backup() throws IOException {
    store.close();
    Path backup = directory.resolve("backup");
    copy(directory.resolve("db"), backup);
    return backup;
  }

  /** All but the file that tells its age, which belongs to no backup. */
  private void putBack(Path backup) throws IOException {
    byte[] head = Files.readAllBytes(at.settings().headFile());
    try (Stream<Path> files = Files.list(directory.resolve("db"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    copy(backup, directory.resolve("db"));
    Files.write(at.settings().headFile(), head);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      files.forEach(file -> copied(file, to.resolve(file.getFileName())));
    }
  }

  private static void copied(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
