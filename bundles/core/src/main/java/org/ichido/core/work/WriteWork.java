package org.ichido.core.work;

import java.util.List;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Writes what needs no rows to be decided, in one transaction.
 *
 * @param changes what is written
 */
public record WriteWork(List<Change> changes) implements UnitOfWork<Boolean> {
  /** Copies the list. */
  public WriteWork {
    changes = List.copyOf(changes);
  }

  /**
   * @param changes what is written
   * @return the unit of work
   */
  public static WriteWork of(Change... changes) {
    return new WriteWork(List.of(changes));
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public Decided<Boolean> decide(Rows rows) {
    return new Decided<>(true, changes);
  }
}
