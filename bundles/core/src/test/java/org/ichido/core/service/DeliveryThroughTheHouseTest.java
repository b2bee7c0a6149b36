package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.core.fakes.DeliveryRows;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.stock.StockKeeping;
import org.ichido.spi.store.HardTokenRow;
import org.junit.jupiter.api.Test;

/** A delivery on its way into stock. */
class DeliveryThroughTheHouseTest extends StockHouse {
  /** S4-15: six digits of a minute each. */
  @Test
  void devicesAreInStockAsTheirMakerDescribesThem() {
    Map<String, String> first = delivery.rows.get(0);
    first.put("hash", "SHA-1");
    first.put("drift", "-1");
    first.put("branch", "0A3");

    DeliveryReport report = delivered();

    assertThat(report.added()).isEqualTo(3);
    assertThat(report.there()).isZero();
    assertThat(report.wiped()).isFalse();
    assertThat(report.stock())
        .containsExactly(
            new StockCount("012", HardTokenState.IN_STOCK, 2),
            new StockCount("0A3", HardTokenState.IN_STOCK, 1));
    HardTokenRow row = device(1);
    assertThat(row.otp())
        .isEqualTo(
            new OtpParameters(FactorAsCode.NAME, HashFunction.SHA1, 6, Duration.ofSeconds(60)));
    assertThat(row.drift()).isEqualTo(-1);
    assertThat(row.state()).isEqualTo(HardTokenState.IN_STOCK);
    assertThat(row.contract()).isEmpty();
    assertThat(row.delivered()).isEqualTo(START);
    assertThat(opened(row)).isEqualTo(DeliveryRows.seed(1));
  }

  private byte[] opened(HardTokenRow row) {
    try (Seed seed = vault.unseal(row.id(), row.seed().orElseThrow())) {
      return seed.copy();
    }
  }

  /** The same seed, whichever way it came: in clear or encrypted to our transport key. */
  @Test
  void aSeedMayBeWrittenInThreeWays() {
    String base64 = Base64.getEncoder().encodeToString(DeliveryRows.seed(2));
    delivery.rows.get(1).putAll(Map.of("seed_form", "BASE64", "seed", base64));
    vault.inClear = true;
    String encrypted = Base64.getEncoder().encodeToString(DeliveryRows.seed(3));
    delivery.rows.get(2).putAll(Map.of("seed_form", "ENCRYPTED", "seed", encrypted));

    delivered();

    for (int i = 1; i <= 3; i++) {
      assertThat(opened(device(i))).isEqualTo(DeliveryRows.seed(i));
    }
    delivery = DeliveryRows.of(3);
    assertThat(delivered().there()).as("the same devices in hexadecimal").isEqualTo(3);
  }

  @Test
  void theAuditHasEveryDeviceAndNoSeed() {
    delivered();

    List<AuditEntry> entries = store.audited(AuditEvent.STOCKED);
    assertThat(entries)
        .extracting(AuditEntry::detail)
        .containsExactly(
            "serial 900-0000001, branch 012, battery ends 2031-03-31",
            "serial 900-0000002, branch 012, battery ends 2031-03-31",
            "serial 900-0000003, branch 012, battery ends 2031-03-31",
            "delivery done: added 3, there already 0");
    assertThat(entries.get(0).token()).contains(device(1).id());
    assertThat(entries).allSatisfy(entry -> assertThat(entry.actor()).contains(ADMIN));
    assertThat(entries.toString() + device(1) + all())
        .doesNotContain(delivery.rows.get(0).get("seed"));
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
    DeliveryReport report = dryRun();

    assertThat(report.written()).isFalse();
    assertThat(report.added()).isEqualTo(3);
    assertThat(report.stock()).isEmpty();
    assertThat(store.wholeAudit()).isEmpty();
    assertThat(store.holdsSealedSeeds()).isFalse();
  }

  @Test
  void aDeliveryThatComesAgainChangesNothing() {
    delivered();
    HardTokenRow before = device(1);
    clock.advance(Duration.ofDays(1));

    DeliveryReport again = delivered();

    assertThat(again.added()).isZero();
    assertThat(again.there()).isEqualTo(3);
    assertThat(device(1)).isEqualTo(before);
  }

  /** What was ordered meanwhile may have gone to another branch. */
  @Test
  void aDeviceThatLeftTheStockIsThereAlready() {
    delivered();
    put(device(2).moved(HardTokenState.SHIPPED));
    delivery.rows.get(1).put("branch", "013");

    assertThat(delivered().there()).isEqualTo(3);
    assertThat(device(2).state()).isEqualTo(HardTokenState.SHIPPED);
  }

  @Test
  void aRunThatWasCutShortIsBegunAgain() {
    delivery = DeliveryRows.of(1_234);
    store.breakAfter(5);
    assertThatThrownBy(this::deliver).isInstanceOf(StoreUnavailable.class);
    store.broken = false;
    assertThat(store.stock(BANK))
        .containsExactly(new StockCount("012", HardTokenState.IN_STOCK, 500));

    DeliveryReport report = delivered();

    assertThat(report.there()).isEqualTo(500);
    assertThat(report.added()).isEqualTo(734);
    assertThat(all()).hasSize(1_234);
  }

  /** Two nodes over one store: each device is taken in once, by one of them. */
  @Test
  void twoImportsAtOnceTakeEveryDeviceInOnce() throws Exception {
    delivery = DeliveryRows.of(1_000);
    delivery.write(file());
    AtomicInteger nodes = new AtomicInteger();

    List<DeliveryReport> reports =
        together(
            2,
            () ->
                new StockKeeping(services, profiles)
                    .deliver(
                        new DeliveryRequest(key(), BANK, file(), false, false, ADMIN),
                        (writing, rows) -> nodes.incrementAndGet()));

    assertThat(reports).allSatisfy(report -> assertThat(report.faults()).isEmpty());
    assertThat(reports.stream().mapToLong(DeliveryReport::added).sum()).isEqualTo(1_000);
    assertThat(all()).hasSize(1_000);
    assertThat(store.audited(AuditEvent.STOCKED)).hasSize(1_002);
  }

  @Test
  void twoRunsOfOneServiceComeOneAfterTheOther() throws Exception {
    delivery = DeliveryRows.of(300);
    delivery.write(file());

    List<DeliveryReport> reports = together(2, () -> deliver(BANK, false, false));

    assertThat(reports).extracting(DeliveryReport::added).containsExactlyInAnyOrder(300L, 0L);
  }

  /** Somebody else stocked one of its serials after the first look. */
  @Test
  void aFaultThatComesUpWhileWritingEndsTheRun() throws Exception {
    delivery = DeliveryRows.of(250);
    delivery.write(file());
    DeliveryRows other = new DeliveryRows();
    Map<String, String> rival = DeliveryRows.device(9_999);
    rival.put("serial", delivery.rows.get(120).get("serial"));
    other.rows.add(rival);
    other.write(directory.resolve("other.csv"));

    DeliveryReport report =
        stock.deliver(
            new DeliveryRequest(key(), BANK, file(), false, true, ADMIN),
            (writing, rows) -> takeOnce(writing));

    assertThat(report.written()).isTrue();
    assertThat(report.added()).isEqualTo(100);
    assertThat(report.faults()).extracting(StockHouse::place).containsExactly("122 seed");
    assertThat(report.wiped()).isFalse();
    assertThat(file()).exists();
    assertThat(all()).hasSize(101);
    assertThat(store.audited(AuditEvent.STOCKED))
        .extracting(AuditEntry::detail)
        .contains("delivery stopped: added 100, there already 0");
  }

  private void takeOnce(boolean writing) {
    if (!writing && store.stock(BANK).isEmpty()) {
      try {
        new StockKeeping(services, profiles)
            .deliver(
                new DeliveryRequest(
                    key(), BANK, directory.resolve("other.csv"), false, false, ADMIN),
                DeliveryProgress.SILENT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void theFileIsOverwrittenAndDeletedOnRequest() throws Exception {
    delivery.write(file());
    Files.createLink(directory.resolve("second-name"), file());
    long length = Files.size(file());

    DeliveryReport report = deliver(BANK, false, true);

    assertThat(report.wiped()).isTrue();
    assertThat(file()).doesNotExist();
    assertThat(directory.resolve("second-name")).hasBinaryContent(new byte[(int) length]);
  }

  @Test
  void theFileStaysAfterADryRunOrAFaultAndWithoutARequest() {
    delivery.write(file());
    assertThat(deliver(BANK, true, true).wiped()).isFalse();
    assertThat(file()).exists();

    assertThat(deliver(BANK, false, false).wiped()).isFalse();
    assertThat(file()).exists();

    delivery.rows.get(0).put("drift", "x");
    delivery.write(file());
    assertThat(deliver(BANK, false, true).wiped()).isFalse();
    assertThat(file()).exists();
  }

  @Test
  void aFileThatWasChangedMeanwhileIsNeitherReadOnNorWiped() {
    delivery.write(file());

    assertThatThrownBy(
            () ->
                stock.deliver(
                    new DeliveryRequest(key(), BANK, file(), false, true, ADMIN),
                    (writing, rows) -> append()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed while it was read");
    assertThat(file()).exists();
    assertThat(store.stock(BANK)).isEmpty();
  }

  private void append() {
    try {
      Files.writeString(file(), "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void withoutAVaultNothingIsTakenIn() {
    delivery.write(file());
    vault.whenSealing =
        () -> {
          throw new VaultUnavailable("no keys");
        };

    assertThatThrownBy(() -> deliver(BANK, false, true)).isInstanceOf(VaultUnavailable.class);
    assertThat(store.stock(BANK)).isEmpty();
    assertThat(file()).exists();
  }

  /** S4-40. */
  @Test
  void devicesAreListedByTheEndOfTheirBatteries() {
    delivery.rows.get(0).put("battery_end", "2029-09-30");
    delivered();

    var before2030 =
        new StockQuery(
            BANK,
            Optional.empty(),
            Optional.of(HardTokenState.IN_STOCK),
            Optional.of(LocalDate.of(2030, 1, 1)),
            10);
    assertThat(stock.list(before2030))
        .extracting(token -> token.serial().value())
        .containsExactly("900-0000001");
    assertThat(all())
        .extracting(token -> token.serial().value())
        .containsExactly("900-0000001", "900-0000002", "900-0000003");
  }
}
