package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.core.fakes.DeliveryRows;
import org.ichido.core.stock.FolderRound;
import org.ichido.core.stock.FolderWatch;
import org.ichido.core.stock.StockFolder;
import org.ichido.spi.RecordedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries that are put into a bank's folder. */
class StockFolderTest extends StockHouse {
  private Path folder;

  @BeforeEach
  void kinsanHasAFolder() throws Exception {
    folder = Files.createDirectory(directory.resolve("kinsan"));
  }

  private FolderRound round(boolean wipe) {
    return new FolderRound(directory, wipe, stock, random);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String report(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".report"));
  }

  @Test
  void aDeliveryIsTakenInAndPutAsideWithAReport() throws Exception {
    delivery.write(folder.resolve("d1.csv"));

    assertThat(round(false).of(BANK)).isEmpty();

    assertThat(all()).hasSize(3);
    assertThat(names()).containsExactly("d1.csv.done", "d1.csv.report");
    assertThat(report("d1.csv"))
        .isEqualTo(
            """
            In stock: 3 added, 0 there already.
            The file is still there, with its seeds: wipe it.
            """);
    assertThat(store.audited(AuditEvent.STOCKED))
        .extracting(AuditEntry::actor)
        .allSatisfy(actor -> assertThat(actor).contains(FolderRound.WATCH));
    assertThat(round(false).of(BANK)).as("looked at no more").isEmpty();
    assertThat(store.audited(AuditEvent.STOCKED)).hasSize(4);
  }

  @Test
  void aDeliveryIsWipedWhereThatIsConfigured() throws Exception {
    delivery.write(folder.resolve("d1.csv"));

    round(true).of(BANK);

    assertThat(names()).containsExactly("d1.csv.report");
    assertThat(report("d1.csv")).contains("overwritten and deleted");
  }

  @Test
  void aDeliveryWithAFaultIsRefusedWholeAndTheNextIsTakenIn() throws Exception {
    delivery.rows.get(1).put("drift", "\uff11");
    delivery.write(folder.resolve("d1.csv"));
    DeliveryRows next = new DeliveryRows();
    next.rows.add(DeliveryRows.device(7));
    next.write(folder.resolve("d2.csv"));

    assertThat(round(true).of(BANK)).containsExactly(folder.resolve("d1.csv"));

    assertThat(names()).containsExactly("d1.csv.refused", "d1.csv.report", "d2.csv.report");
    assertThat(report("d1.csv"))
        .startsWith("Nothing was taken in: 1 faults.\nline 3, column drift: must be a number");
    assertThat(all()).hasSize(1);
  }

  @Test
  void aFileThatIsOpenToOthersIsRefused() throws Exception {
    Path file = delivery.write(folder.resolve("d1.csv"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    round(true).of(BANK);

    assertThat(names()).containsExactly("d1.csv.refused", "d1.csv.report");
    assertThat(report("d1.csv")).contains("open to others");
    assertThat(all()).isEmpty();
  }

  /** Nothing is known to be wrong with the file. */
  @Test
  void whileTheStoreIsAwayTheFileWaits() throws Exception {
    delivery.write(folder.resolve("d1.csv"));
    store.broken = true;
    assertThatThrownBy(() -> round(true).of(BANK)).isInstanceOf(StoreUnavailable.class);
    assertThat(names()).containsExactly("d1.csv");

    store.broken = false;
    round(true).of(BANK);
    assertThat(names()).containsExactly("d1.csv.report");
    assertThat(all()).hasSize(3);
  }

  /** Each look would take them in anew, and the audit would grow. */
  @Test
  void nothingIsTakenInFromAFolderInWhichNoReportCouldLie() throws Exception {
    delivery.write(folder.resolve("d1.csv"));
    RecordedFiles files = new RecordedFiles();
    files.failing = "write into " + folder;
    FolderRound round = new FolderRound(files.path(directory), true, stock, random);

    assertThatThrownBy(() -> round.of(BANK))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " cannot be written to: no report could lie there");

    assertThat(names()).containsExactly("d1.csv");
    assertThat(all()).isEmpty();
    assertThat(store.audited(AuditEvent.STOCKED)).isEmpty();
  }

  /** No bank is held up by the folder of another one, and what is wrong is told once a look. */
  @Test
  void aFolderThatFailsHoldsUpNoOtherBank() throws Exception {
    BankId first = serve("kenshin");
    delivery.write(folder.resolve("d1.csv"));
    Path other = Files.createDirectory(directory.resolve(first.value()));
    DeliveryRows.write(other.resolve("a.csv"), List.of());
    Files.createDirectory(other.resolve("a.csv.report"));
    FolderWatch watch = watch(directory.toString(), "yes");

    watch.look();

    assertThat(names()).containsExactly("d1.csv.report");
    assertThat(watch.health())
        .singleElement()
        .satisfies(
            health ->
                assertThat(health.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("a.csv.report")));

    Files.delete(other.resolve("a.csv.report"));
    watch.look();
    assertThat(watch.health()).isEmpty();
  }

  @Test
  void filesOfOtherNamesAndOtherBanksAreLeftAlone() throws Exception {
    delivery.write(folder.resolve("d1.csv.part"));
    Files.createDirectory(directory.resolve("dosan"));
    delivery.write(directory.resolve("dosan").resolve("d1.csv"));

    watch(directory.toString(), "yes").look();

    assertThat(names()).containsExactly("d1.csv.part");
    assertThat(directory.resolve("dosan").resolve("d1.csv")).exists();
    assertThat(all()).isEmpty();
  }

  @Test
  void theWatchLooksAtTheFoldersOfAllBanks() throws Exception {
    delivery.write(folder.resolve("d1.csv"));

    FolderWatch watch = watch(directory.toString(), "yes");
    watch.look();

    assertThat(all()).hasSize(3);
    assertThat(watch.health()).isEmpty();
  }

  /** What is thrown out of a look is never heard of again, and no look comes after it. */
  @Test
  void aLookThatFailsAltogetherIsSaidAndTheNextTakesTheDeliveryIn() throws Exception {
    delivery.write(folder.resolve("d1.csv"));
    var swapped = new AtomicBoolean(true);
    FolderWatch watch =
        new FolderWatch(
            folder(directory.toString(), "yes"),
            stock,
            () -> {
              if (swapped.get()) {
                throw new NoClassDefFoundError("org/ichido/core/profile/ProfileSet");
              }
              return List.of(BANK);
            },
            random);

    watch.look();
    assertThat(watch.health())
        .singleElement()
        .satisfies(
            health ->
                assertThat(health.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("ProfileSet")));

    swapped.set(false);
    watch.look();
    assertThat(all()).hasSize(3);
    assertThat(watch.health()).isEmpty();
  }

  @Test
  void aWrongConfigurationTakesNothingInAndSaysSo() throws Exception {
    delivery.write(folder.resolve("d1.csv"));

    for (FolderWatch watch :
        List.of(watch(directory.toString(), null), watch(" ", "yes"), watch("\0", "no"))) {
      watch.look();
      assertThat(watch.health())
          .singleElement()
          .satisfies(
              health -> {
                assertThat(health.level()).isEqualTo(Health.Level.WARN);
                assertThat(health.lines().get(0)).contains("org.ichido.stock.cfg");
              });
    }
    assertThat(names()).containsExactly("d1.csv");
  }

  private FolderWatch watch(String where, String wipes) {
    return new FolderWatch(folder(where, wipes), stock, profiles, random);
  }

  private static StockFolder folder(String where, String wipes) {
    return (StockFolder)
        Proxy.newProxyInstance(
            StockFolder.class.getClassLoader(),
            new Class<?>[] {StockFolder.class},
            (proxy, key, none) -> key.getName().equals("directory") ? where : wipes);
  }
}
