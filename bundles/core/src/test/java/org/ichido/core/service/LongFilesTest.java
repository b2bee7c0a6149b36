package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.LoadReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are read as they are needed, however long they are. */
class LongFilesTest extends MigrationHouse {
  private static final int CONTRACTS = 10_000;

  @BeforeEach
  void manyContracts() {
    files.contracts.clear();
    files.users.clear();
    files.tokens.clear();
    for (int i = 0; i < CONTRACTS; i++) {
      String id = "C%05d".formatted(i);
      files.contract(id);
      files.user(id, "taro");
      files.token(id, "taro");
    }
  }

  @Test
  void tenThousandRowsOfEachKindAreChecked() {
    LoadReport report = dryRun();

    assertThat(report.faults()).isEmpty();
    assertThat(report.added()).isEqualTo(new Count(CONTRACTS, CONTRACTS, CONTRACTS));
  }

  /** It can still be cut off; only the little that a buffer holds has been read. */
  @Test
  void whatIsBehindTheRowInHandHasNotBeenRead() {
    AtomicInteger sealed = new AtomicInteger();
    vault.whenSealing =
        () -> {
          if (sealed.getAndIncrement() == 0) {
            cut("contracts.csv");
            cut("users.csv");
            cut("tokens.csv");
          }
        };

    LoadReport report = dryRun();

    assertThat(sealed.get()).isBetween(1, 500);
    assertThat(report.added().contracts()).isBetween(1L, 500L);
  }

  private void cut(String file) {
    try (FileChannel channel =
        FileChannel.open(directory.resolve(file), StandardOpenOption.WRITE)) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
