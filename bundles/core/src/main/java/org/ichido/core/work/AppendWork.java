package org.ichido.core.work;

import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Records what happened outside a decision.
 *
 * @param entry what happened
 */
public record AppendWork(AuditEntry entry) implements UnitOfWork<Boolean> {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public Decided<Boolean> decide(Rows rows) {
    return new Decided<>(true, List.of(new Change.Append(entry)));
  }
}
