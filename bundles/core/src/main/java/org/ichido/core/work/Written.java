package org.ichido.core.work;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.ichido.api.BankId;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;

/**
 * That a unit of work put something into the outbox.
 *
 * @param bank the bank of which there is something to send
 * @param kind by which way that goes
 */
public record Written(BankId bank, OutboxRow.Kind kind) {
  /**
   * @param changes what a unit of work decided
   * @return what of it goes into the outbox, each bank and way once
   */
  public static Set<Written> in(Collection<Change> changes) {
    return changes.stream()
        .filter(Change.Emit.class::isInstance)
        .map(change -> ((Change.Emit) change).row())
        .map(row -> new Written(row.bank(), row.kind()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
