package org.ichido.core.fee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Under which business date a bank's core banking can be asked now; empty if it is closed.
 *
 * @param bank the bank
 */
public record OpenDateWork(BankId bank) implements UnitOfWork<Optional<LocalDate>> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withDay(bank);
  }

  @Override
  public Decided<Optional<LocalDate>> decide(Rows rows) {
    return new Decided<>(PostingMachine.open(rows.day()), List.of());
  }
}
