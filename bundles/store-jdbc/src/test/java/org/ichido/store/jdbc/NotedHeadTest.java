package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T2: the file may be behind the database for as long as a restore reckons with, and no longer. */
class NotedHeadTest {
  private static final HeadFile.Head HEAD =
      new HeadFile.Head(new AuditChain(7, Hash.ZERO), Instant.parse("2026-11-22T03:00:00Z"));

  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();
  private Path obstacle;
  private NotedHead head;

  @BeforeEach
  void theFileCannotBeWritten() throws Exception {
    obstacle = Files.createDirectory(directory.resolve("store.lock.head.new"));
    head = new NotedHead(new HeadFile(directory.resolve("store.lock.head")), nanos::get);
    head.note(HEAD);
  }

  @Test
  void troubleIsBorneForAWhileAndThenNothingMoreIsBegun() {
    nanos.set(TimeUnit.SECONDS.toNanos(30));
    head.keepsUp();
    nanos.set(TimeUnit.SECONDS.toNanos(30) + 1);
    assertThatThrownBy(head::keepsUp)
        .isInstanceOf(StoreDown.class)
        .hasMessageContaining("store.lock.head cannot be written");
  }

  @Test
  void itGoesOnByItselfWhenTheFileCanBeWrittenAgain() throws Exception {
    nanos.set(TimeUnit.MINUTES.toNanos(5));
    assertThatThrownBy(head::keepsUp).isInstanceOf(StoreDown.class);
    Files.delete(obstacle);
    head.keepsUp();
    assertThat(head.trouble()).isEmpty();
    assertThat(directory.resolve("store.lock.head")).content().startsWith("7 ");
  }
}
