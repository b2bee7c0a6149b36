package org.ichido.core.migration;

import java.time.Clock;
import java.util.List;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Compares one contract with what is stored of it. Writes nothing.
 *
 * @param whole the contract as the file has it
 * @param clock tells which day it is
 */
record DeltaWork(WholeContract whole, Clock clock) implements UnitOfWork<ContractDelta> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(whole.key());
  }

  @Override
  public Decided<ContractDelta> decide(Rows rows) {
    return new Decided<>(
        new ContractDelta(whole, rows, JapaneseTime.dayOf(clock.instant())), List.of());
  }
}
