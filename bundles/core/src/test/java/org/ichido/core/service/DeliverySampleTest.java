package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.core.fakes.FactorAsCode;
import org.junit.jupiter.api.Test;

/** The sample that an administrator begins with; one seed of it is encrypted to a test's key. */
class DeliverySampleTest extends StockHouse {
  @Test
  void theSampleIsTakenInAsItIs() throws Exception {
    String sample = Files.readString(Path.of("../../config/stock/delivery.csv"));
    // The bank of this house has an algorithm for tests.
    Files.writeString(file(), sample.replace(",totp,", "," + FactorAsCode.NAME + ","));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

    DeliveryReport report = deliver(BANK, false, false);

    assertThat(report.faults()).isEmpty();
    assertThat(report.stock())
        .containsExactly(
            new StockCount("012", HardTokenState.IN_STOCK, 2),
            new StockCount("013", HardTokenState.IN_STOCK, 1));
  }
}
