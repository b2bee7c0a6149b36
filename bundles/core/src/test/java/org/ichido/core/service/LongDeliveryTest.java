package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.core.fakes.DeliveryRows;
import org.ichido.core.stock.StockKeeping;
import org.junit.jupiter.api.Test;

/** A delivery is read as it is needed, however long it is. */
class LongDeliveryTest extends StockHouse {
  private static final int ROWS = 100_000;

  private void write(int rows) {
    Iterable<Map<String, String>> generated =
        () -> IntStream.rangeClosed(1, rows).mapToObj(DeliveryRows::device).iterator();
    DeliveryRows.write(file(), generated);
  }

  @Test
  void aHundredThousandRowsAreCheckedAndTheProgressIsTold() throws Exception {
    write(ROWS);
    List<Long> told = new ArrayList<>();

    DeliveryReport report =
        stock.deliver(
            new DeliveryRequest(key(), BANK, file(), true, false, ADMIN),
            (writing, rows) -> told.add(rows));

    assertThat(report.faults()).isEmpty();
    assertThat(report.added()).isEqualTo(ROWS);
    assertThat(told).hasSize(101).startsWith(1_000L, 2_000L).endsWith(100_000L, 100_000L);
  }

  /** The last row is the one that is as the first. */
  @Test
  void whatComesTwiceIsNoticedHoweverFarApart() {
    Iterable<Map<String, String>> generated =
        () ->
            IntStream.rangeClosed(1, ROWS)
                .map(number -> number == ROWS ? 1 : number)
                .mapToObj(DeliveryRows::device)
                .iterator();
    DeliveryRows.write(file(), generated);

    assertThat(deliver(BANK, true, false).faults())
        .extracting(StockHouse::place)
        .containsExactly("100001 serial", "100001 seed");
  }

  /** What is kept of a file in memory has a limit, and so has the file. */
  @Test
  void theRowBehindTheLastThatIsAllowedIsRefusedAndNothingIsTakenIn() throws Exception {
    StockKeeping fewer = new StockKeeping(services, profiles, 250);
    write(250);
    DeliveryRequest dry = new DeliveryRequest(key(), BANK, file(), true, false, ADMIN);
    assertThat(fewer.deliver(dry, DeliveryProgress.SILENT).faults()).isEmpty();

    write(252);
    DeliveryRequest wet = new DeliveryRequest(key(), BANK, file(), false, true, ADMIN);
    DeliveryReport report = fewer.deliver(wet, DeliveryProgress.SILENT);

    assertThat(report.faults())
        .containsExactly(
            new DeliveryFault(
                252, "", "nothing from here on was read; split it into files of 250 rows"));
    assertThat(report.written()).isFalse();
    assertThat(file()).as("not wiped").exists();
    assertThat(all()).isEmpty();
  }

  /** It can still be cut off: only what a buffer holds has been read, and a hundred are in hand. */
  @Test
  void whatIsBehindTheRowsInHandHasNotBeenRead() {
    write(10_000);
    AtomicInteger sealed = new AtomicInteger();
    vault.whenSealing =
        () -> {
          if (sealed.getAndIncrement() == 0) {
            cut();
          }
        };

    DeliveryReport report = deliver(BANK, true, false);

    assertThat(sealed.get()).isBetween(1, 200);
    assertThat(report.added()).isLessThan(200);
  }

  @Test
  void aUnitOfWorkWritesAHundredDevicesAtTheMost() {
    write(1_050);

    assertThat(deliver(BANK, false, false).added()).isEqualTo(1_050);
    assertThat(store.largestUnit()).as("each with its audit entry").isEqualTo(200);
  }

  private void cut() {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
