package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.junit.jupiter.api.Test;

/** What must be so before the store serves anybody. */
class StoreOpeningTest extends OpenStoreFixture {
  /** F30: two processes, or two stores of one process, never write to one database. */
  @Test
  void aSecondStoreIsRefusedWithWordsUntilTheFirstIsClosed() {
    JdbcTokenStore second = at.open();
    try {
      assertThatThrownBy(second::holdsSealedSeeds)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("is in use by another process or by another store")
          .hasMessageContaining(at.lock().toString())
          .hasMessageContaining("Stop the other one");
      assertThat(second.health().get(0).level()).isEqualTo(Health.Level.DOWN);
      assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
    } finally {
      second.close();
    }
    store.close();
    store = at.open();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }

  @Test
  void aStoreThatCouldNotOpenTriesAgainAtMostOnceASecond() throws Exception {
    store.close();
    Path hidden = Files.move(at.password(), directory.resolve("hidden"));
    JdbcTokenStore waiting = at.open();
    try {
      long tried = at.driver.opened.get();
      assertThat(reason(waiting)).contains("the file with its password is missing");
      Files.move(hidden, at.password());
      until(() -> waiting.health().get(0).level() == Health.Level.OK, waiting);
      assertThat(waiting.verifyAuditChain().entries()).isEqualTo(3);
      assertThat(at.driver.opened.get() - tried).isEqualTo(1);
    } finally {
      waiting.close();
    }
  }

  @Test
  void aRepairShowsInTheStatusThoughNobodyElseAsksTheStore() throws Exception {
    store.close();
    Path hidden = Files.move(at.password(), directory.resolve("hidden"));
    JdbcTokenStore waiting = at.open();
    try {
      assertThat(waiting.health().get(0).level()).isEqualTo(Health.Level.DOWN);
      Files.move(hidden, at.password());

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (waiting.health().get(0).level() != Health.Level.OK && System.nanoTime() < end) {
        Thread.onSpinWait();
      }

      assertThat(waiting.health().get(0).level()).isEqualTo(Health.Level.OK);
    } finally {
      waiting.close();
    }
  }

  @Test
  void thePasswordFileIsForItsOwnerAlone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at.password())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(at.password())).matches("[A-Za-z0-9_-]{32}");

    assertRefusedWhen(
        () ->
            Files.setPosixFilePermissions(
                at.password(), PosixFilePermissions.fromString("rw-r-----")),
        "chmod 600");
  }

  @Test
  void aMissingPasswordIsNeverMadeAnewForAnExistingDatabase() throws Exception {
    assertRefusedWhen(() -> Files.delete(at.password()), "Put it back from the backup");
    assertThat(at.password()).doesNotExist();
  }

  /** T32. */
  @Test
  void theWellKnownUserCannotLogIn() {
    assertThatThrownBy(() -> DriverManager.getConnection(at.url(), "SA", "").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("invalid authorization");
  }

  @Test
  void theDirectoriesAreForTheirOwnerAlone() throws Exception {
    for (Path made : new Path[] {at.password().getParent(), at.lock().getParent()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
  }

  /** reliability fact 1: the default write delay loses acknowledged commits on kill -9. */
  @Test
  void aWriteDelaySetBehindOurBackIsUndoneAtTheNextOpening() throws Exception {
    store.close();
    at.sql(true, "SET FILES WRITE DELAY 500 MILLIS", "SET DATABASE TRANSACTION CONTROL LOCKS");
    assertThat(script()).contains("SET FILES WRITE DELAY 500 MILLIS");

    store = at.open();
    store.holdsSealedSeeds();

    assertThat(script()).contains("SET FILES WRITE DELAY 0\n", "TRANSACTION CONTROL MVCC");
  }

  private String script() throws IOException {
    try (Stream<Path> files = Files.list(at.lock().getParent())) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(".script")).findFirst().orElseThrow());
    }
  }
}
