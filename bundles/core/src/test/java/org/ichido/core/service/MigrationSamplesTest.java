package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.junit.jupiter.api.Test;

/**
 * The samples that an administrator begins with. Their seeds were encrypted by OpenSSL, as
 * docs/operations.md tells it, to a key of our tests.
 */
class MigrationSamplesTest extends MigrationHouse {
  private static final Path SAMPLES = Path.of("../../config/migration");

  private LoadReport load(boolean dryRun) throws Exception {
    return migration.load(
        new LoadRequest(
            key(),
            BANK,
            SAMPLES.resolve("contracts.csv"),
            SAMPLES.resolve("users.csv"),
            SAMPLES.resolve("tokens.csv"),
            dryRun,
            ADMIN));
  }

  @Test
  void theSamplesAreLoadedAsTheyAre() throws Exception {
    vault.inClear = false;

    LoadReport report = load(false);

    assertThat(report.faults()).isEmpty();
    assertThat(report.stored())
        .containsExactly(
            new BranchCount("012", 2, 0, 3, 0, 1, 2), new BranchCount("013", 0, 1, 0, 0, 0, 0));
    DeltaReport delta =
        migration.delta(
            new DeltaRequest(
                key(),
                BANK,
                SAMPLES.resolve("contracts.csv"),
                SAMPLES.resolve("users.csv"),
                true,
                true,
                ADMIN));
    assertThat(delta.faults()).isEmpty();
    assertThat(delta.differences()).isEmpty();
    assertThat(delta.missing()).isEqualTo(List.of());
  }
}
