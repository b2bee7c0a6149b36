package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery of hard tokens, over HSQLDB and the vault. */
class DeliveryOverADatabaseTest {
  private static final BankId BANK = new BankId("kinsan");
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final int DEVICES = 1_000;

  @TempDir Path directory;
  private final AtomicInteger ids = new AtomicInteger();

  private PlainHouse house() {
    return new PlainHouse(directory.resolve("house"), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static byte[] seed(int device) {
    return "%020d".formatted(device).getBytes(StandardCharsets.US_ASCII);
  }

  private Path file() {
    return directory.resolve("delivery.csv");
  }

  @BeforeEach
  void aDeliveryLiesThere() throws IOException {
    Files.createFile(
        file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringBuilder rows =
        new StringBuilder(
            "serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch\n");
    for (int i = 0; i < DEVICES; i++) {
      rows.append(
          "900-%04d,HEX,%s,totp,SHA-1,6,60,0,2031-03-31,%03d\n"
              .formatted(i, HexFormat.of().formatHex(seed(i)), i % 2));
    }
    Files.writeString(file(), rows);
  }

  private DeliveryReport deliver(PlainHouse house, boolean wipe) throws IOException {
    RequestKey key =
        new RequestKey(new Requester("shell"), new RequestId("r" + ids.incrementAndGet()));
    return house
        .stock()
        .deliver(
            new DeliveryRequest(key, BANK, file(), false, wipe, new Actor.Administrator("vera")),
            DeliveryProgress.SILENT);
  }

  private static List<HardTokenRow> all(TokenStore store) {
    return store.hardTokens(
        new StockQuery(BANK, Optional.empty(), Optional.empty(), Optional.empty(), 10_000));
  }

  @Test
  void whatWasTakenInIsThereAfterARestartAndItsSeedsOpen() throws Exception {
    try (PlainHouse house = house()) {
      assertThat(deliver(house, true).added()).isEqualTo(DEVICES);
    }

    try (PlainHouse house = house()) {
      assertThat(house.stock().count(BANK))
          .containsExactly(
              new StockCount("000", HardTokenState.IN_STOCK, DEVICES / 2),
              new StockCount("001", HardTokenState.IN_STOCK, DEVICES / 2));
      HardTokenRow row = all(house.store()).get(7);
      assertThat(row.serial().value()).isEqualTo("900-0007");
      assertThat(row.batteryEnd()).isEqualTo(LocalDate.of(2031, 3, 31));
      try (Seed seed = house.vault().unseal(row.id(), row.seed().orElseThrow())) {
        assertThat(seed.copy()).isEqualTo(seed(7));
      }
    }
  }

  /** Lets so many units of work through, as if the server was killed then. */
  private static final class Cut extends ForwardingStore {
    private final AtomicInteger left;

    Cut(TokenStore store, int units) {
      super(store);
      this.left = new AtomicInteger(units);
    }

    @Override
    public <O> O transact(UnitOfWork<O> work) {
      if (left.getAndDecrement() <= 0) {
        throw new StoreUnavailable("killed by the test");
      }
      return store.transact(work);
    }
  }

  @Test
  void aDeliveryThatWasCutShortIsGoneOnWithAfterTheRestart() throws Exception {
    try (PlainHouse house =
        new PlainHouse(
            directory.resolve("house"),
            Clock.fixed(NOON, ZoneOffset.UTC),
            store -> new Cut(store, 14))) {
      assertThatThrownBy(() -> deliver(house, true)).isInstanceOf(StoreUnavailable.class);
    }
    assertThat(file()).as("not wiped").exists();

    try (PlainHouse house = house()) {
      assertThat(all(house.store())).hasSize(400);
      DeliveryReport report = deliver(house, true);

      assertThat(report.faults()).isEmpty();
      assertThat(report.there()).isEqualTo(400);
      assertThat(report.added()).isEqualTo(DEVICES - 400);
      assertThat(report.wiped()).isTrue();
      assertThat(all(house.store())).hasSize(DEVICES);
    }
  }

  @Test
  void twoImportsAtOnceTakeEveryDeviceInOnce() throws Exception {
    try (PlainHouse house = house()) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        List<Callable<DeliveryReport>> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          runs.add(() -> deliver(house, false));
        }
        long added = 0;
        for (Future<DeliveryReport> run : threads.invokeAll(runs)) {
          assertThat(run.get().faults()).isEmpty();
          added += run.get().added();
        }
        assertThat(added).isEqualTo(DEVICES);
      } finally {
        threads.shutdownNow();
      }
      assertThat(all(house.store())).hasSize(DEVICES);
    }
  }

  /** Nothing of a seed lies anywhere but sealed, once the file is wiped. */
  @Test
  void noSeedLiesOnTheDiskInClear() throws Exception {
    try (PlainHouse house = house()) {
      deliver(house, true);
    }
    String raw = new String(seed(7), StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(seed(7));
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(raw) || bytes.contains(hex)).as(file.toString()).isFalse();
      }
    }
  }
}
