package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.StoreUnavailable;
import org.junit.jupiter.api.Test;

class DatabaseAccessTest {
  @Test
  void manyWhoAskCauseFewAttemptsToOpenAndAllHearTheReason() {
    AtomicInteger attempts = new AtomicInteger();
    DatabaseAccess access =
        new DatabaseAccess(
            accepted -> {
              attempts.incrementAndGet();
              throw new StoreDown("no disk");
            });

    for (int call = 0; call < 10_000; call++) {
      assertThatThrownBy(access::database).isInstanceOf(StoreDown.class).hasMessage("no disk");
    }

    assertThat(attempts.get()).isBetween(1, 1_000);
    assertThat(access.reason()).isEqualTo("no disk");
  }

  @Test
  void anEngineThatCouldNotBeEndedIsNeverOpenedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    DatabaseAccess access =
        new DatabaseAccess(
            accepted -> {
              attempts.incrementAndGet();
              throw new StoreDown.ForGood(new IOException("stuck"));
            });

    long end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
    while (System.nanoTime() < end) { // longer than the pause between two attempts
      assertThatThrownBy(access::database).hasMessageContaining("Restart the process");
    }

    assertThat(attempts).hasValue(1);
  }

  /** F19: Declarative Services would leave a dead service where a constructor throws. */
  @Test
  void aDriverWhoseClassesAreMissingLeavesAStoreThatSaysSo() {
    JdbcTokenStore store =
        new JdbcTokenStore(
            new DatabaseAccess(
                accepted -> {
                  throw new NoClassDefFoundError("org/hsqldb/Session");
                }));

    assertThat(store.health().get(0).lines().toString()).contains("org/hsqldb/Session");
    assertThatThrownBy(store::holdsSealedSeeds).isInstanceOf(StoreUnavailable.class);
  }
}
