package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.StockedToken;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.fakes.DeliveryRows;
import org.ichido.core.stock.StockKeeping;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.junit.jupiter.api.io.TempDir;

/** The house and its stock of hard tokens. */
abstract class StockHouse extends ContractHouse {
  static final Actor.Administrator ADMIN = new Actor.Administrator("vera");

  @TempDir Path directory;
  final StockKeeping stock = new StockKeeping(services, profiles);
  DeliveryRows delivery = DeliveryRows.of(3);

  Path file() {
    return directory.resolve("delivery.csv");
  }

  DeliveryReport dryRun() {
    delivery.write(file());
    return deliver(BANK, true, false);
  }

  DeliveryReport deliver() {
    delivery.write(file());
    return deliver(BANK, false, false);
  }

  /** Takes in what lies there. */
  DeliveryReport deliver(BankId bank, boolean dryRun, boolean wipe) {
    try {
      return stock.deliver(
          new DeliveryRequest(key(), bank, file(), dryRun, wipe, ADMIN), DeliveryProgress.SILENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it in, and expects no fault. */
  DeliveryReport delivered() {
    DeliveryReport report = deliver();
    assertThat(report.faults()).isEmpty();
    assertThat(report.written()).isTrue();
    return report;
  }

  /** The faults of a run, as {@code line column}; nothing is written because of them. */
  List<String> faults() {
    DeliveryReport report = deliver();
    assertThat(report.written()).isFalse();
    return report.faults().stream().map(StockHouse::place).toList();
  }

  static String place(DeliveryFault fault) {
    return fault.line() + " " + fault.column();
  }

  List<StockedToken> all() {
    return stock.list(
        new StockQuery(BANK, Optional.empty(), Optional.empty(), Optional.empty(), 10_000));
  }

  HardTokenRow device(int number) {
    TokenSerial serial = new TokenSerial(DeliveryRows.device(number).get("serial"));
    List<HardTokenRow> found =
        store.transact(
            new UnitOfWork<>() {
              @Override
              public Reads reads() {
                return Reads.NOTHING.withDelivered(
                    new Reads.Delivered(BANK, List.of(serial), List.of()));
              }

              @Override
              public Decided<List<HardTokenRow>> decide(Rows rows) {
                return new Decided<>(rows.hardTokens(), List.of());
              }
            });
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  void put(HardTokenRow row) {
    store.transact(WriteWork.of(new Change.UpdateHardToken(row)));
  }
}
