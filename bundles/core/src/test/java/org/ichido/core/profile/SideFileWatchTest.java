package org.ichido.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ichido.spi.transport.BankWatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideFileWatchTest {
  @TempDir private Path temporary;

  @Test
  void aChangedFileIsTakenOverByItselfAndNobodyLooksAfterTheStop() throws Exception {
    Etc etc = new Etc(temporary);
    CountDownLatch stopped = new CountDownLatch(1);
    SideFileWatch watch = new SideFileWatch(etc.profiles);
    List<Thread> looking;
    try {
      Installed.watching(
          etc.profiles,
          banks -> {
            if (banks.isEmpty()) {
              stopped.countDown();
            }
          });
      etc.write(Etc.TABLE, "broken");
      assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      looking = threads();
      watch.stop();
    }
    assertThat(looking).isNotEmpty();
    for (Thread thread : looking) {
      // What has done its last may be seen for a moment still.
      thread.join(30_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  /** One whose transport fails is told again at the next change, not never. */
  @Test
  void aWatcherThatFailsDoesNotEndTheLooking() throws Exception {
    Etc etc = new Etc(temporary);
    SideFileWatch watch = new SideFileWatch(etc.profiles);
    watch.stop();
    BankWatcher failing =
        banks -> {
          if (banks.isEmpty()) {
            throw new IllegalStateException("on purpose");
          }
        };
    Installed.watching(etc.profiles, failing);
    etc.write(Etc.TABLE, "broken");
    watch.look();
    etc.write(Etc.TABLE, Etc.all("BLOCKED"));
    watch.look();
    assertThat(etc.table()).contains("BLOCKED");
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("ichido-side-files"))
        .toList();
  }
}
