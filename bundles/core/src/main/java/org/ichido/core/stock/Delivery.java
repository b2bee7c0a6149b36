package org.ichido.core.stock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.sheet.Faults;
import org.ichido.core.sheet.SeenNumbers;
import org.ichido.core.sheet.Sheet;
import org.ichido.core.sheet.SheetRow;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenStore;

/**
 * One run over a delivery: all is looked through, and then, if there is no fault, written in the
 * same way. Used once, by one thread.
 *
 * <p>Of the file it keeps the rows of one unit of work and, to notice what comes twice, two numbers
 * a row, of at most so many rows as it was told.
 */
final class Delivery {
  /** The most rows of one file: what is kept of it in memory is then some 24 MiB at the most. */
  static final int MOST_ROWS = 500_000;

  /** The most devices of one unit of work: few enough that nobody's verification waits for long. */
  static final int AT_ONCE = 100;

  /** After how many rows it is told how far it is. */
  static final int TOLD_AFTER = 1_000;

  private final DeliveryRequest request;
  private final Setting setting;
  private final TokenStore store;
  private final DeliveryProgress progress;
  private final int mostRows;
  private final DeliveryFile file;
  private final Faults<DeliveryFault> faults = new Faults<>(DeliveryReport.MOST_FAULTS);
  private long added;
  private long there;

  Delivery(
      DeliveryRequest request,
      Setting setting,
      TokenStore store,
      DeliveryProgress progress,
      int mostRows) {
    this.request = request;
    this.setting = setting;
    this.store = store;
    this.progress = progress;
    this.mostRows = mostRows;
    this.file = new DeliveryFile(request.file());
  }

  DeliveryReport run() throws IOException {
    pass(false);
    boolean writes = !request.dryRun() && faults.count() == 0;
    if (writes) {
      pass(true);
      store.transact(WriteWork.of(new Change.Append(end())));
    }
    boolean wipes = writes && request.wipe() && faults.count() == 0;
    if (wipes) {
      file.wipe();
    }
    return new DeliveryReport(
        writes, added, there, store.stock(request.bank()), faults.first(), faults.count(), wipes);
  }

  /** The second time it ends at the first fault, which only somebody else can have made since. */
  private void pass(boolean writes) throws IOException {
    added = 0;
    there = 0;
    DeviceReading reading = new DeviceReading(setting);
    Twice twice = new Twice();
    List<Device> batch = new ArrayList<>();
    long rows = 0;
    try (Sheet sheet = new Sheet(file.open(), DeviceReading.COLUMNS, this::fault)) {
      Optional<SheetRow> row = sheet.next();
      while (row.isPresent() && !ended(writes) && roomFor(++rows, row.get())) {
        reading.read(row.get()).filter(twice::first).ifPresent(batch::add);
        if (batch.size() == AT_ONCE) {
          take(batch, writes);
        }
        if (rows % TOLD_AFTER == 0) {
          progress.rows(writes, rows);
        }
        row = sheet.next();
      }
    }
    if (!ended(writes)) {
      take(batch, writes);
    }
    progress.rows(writes, rows);
    if (rows == 0 && faults.count() == 0) {
      fault(1, "", "no row comes behind the header");
    }
  }

  private boolean ended(boolean writes) {
    return writes && faults.count() > 0;
  }

  private boolean roomFor(long rows, SheetRow row) {
    if (rows > mostRows) {
      row.fault(
          "", "nothing from here on was read; split it into files of %,d rows".formatted(mostRows));
    }
    return rows <= mostRows;
  }

  private void take(List<Device> batch, boolean writes) {
    if (!batch.isEmpty()) {
      Taken taken = store.transact(new TakeWork(batch, request, writes));
      faults.addAll(taken.faults());
      if (taken.faults().isEmpty()) {
        added += taken.added();
        there += taken.there();
      }
      batch.clear();
    }
  }

  private void fault(long line, String column, String what) {
    faults.add(new DeliveryFault(line, column, what));
  }

  private AuditEntry end() {
    return new StockJournal(request.key(), request.actor())
        .entry(
            setting.clock().instant(),
            AuditEvent.STOCKED,
            request.bank(),
            "delivery %s: added %d, there already %d"
                .formatted(faults.count() == 0 ? "done" : "stopped", added, there));
  }

  /** Notices serials and seeds that stand in an earlier row of the file. */
  private final class Twice {
    private final SeenNumbers serials = new SeenNumbers();
    private final SeenNumbers seeds = new SeenNumbers();

    boolean first(Device device) {
      boolean serial = serials.add(number(device.row().serial()));
      boolean seed = seeds.add(UUID.fromString(device.row().id().value()).getMostSignificantBits());
      if (!serial) {
        fault(device.line(), "serial", "stands in an earlier row too");
      }
      if (!seed) {
        fault(device.line(), "seed", "stands in an earlier row too");
      }
      return serial && seed;
    }

    /** FNV-1a of 64 bits: of 500,000 serials two fall together once in 140 million files. */
    private static long number(TokenSerial serial) {
      long hash = 0xcbf2_9ce4_8422_2325L;
      for (int i = 0; i < serial.value().length(); i++) {
        hash = (hash ^ serial.value().charAt(i)) * 0x100_0000_01b3L;
      }
      return hash;
    }
  }
}
