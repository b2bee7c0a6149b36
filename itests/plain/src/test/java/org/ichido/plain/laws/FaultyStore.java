package org.ichido.plain.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.StoreUnavailable;
import org.ichido.plain.ForwardingStore;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/** A store whose next transaction fails, at one place or another. For one thread. */
final class FaultyStore extends ForwardingStore {
  /** Where it fails, for a caller who cannot tell them apart. */
  enum Fault {
    /** Before it began: nothing happened. */
    BEFORE,
    /** After all was written but for the last row: the database rolls back. */
    WITHIN,
    /** As WITHIN, but only at first: decided again from fresh rows, and the caller is answered. */
    ONCE_WITHIN,
    /** After the commit: everything happened, and nobody was told. */
    AFTER
  }

  private Optional<Fault> next = Optional.empty();
  private Optional<Fault> befell = Optional.empty();

  FaultyStore(TokenStore store) {
    super(store);
  }

  void failNext(Fault fault) {
    next = Optional.of(fault);
  }

  void failNoMore() {
    next = Optional.empty();
  }

  /** The fault of the last transaction, if it had one. */
  Optional<Fault> befell() {
    return befell;
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    befell = next;
    next = Optional.empty();
    if (befell.isEmpty()) {
      return store.transact(work);
    }
    if (befell.get() == Fault.BEFORE) {
      throw new StoreUnavailable("a fault before the transaction");
    }
    if (befell.get() == Fault.AFTER) {
      store.transact(work);
      throw new StoreUnavailable("a fault after the commit");
    }
    int times = befell.get() == Fault.WITHIN ? Integer.MAX_VALUE : 1;
    O outcome = store.transact(rolledBack(work, times));
    befell = Optional.empty(); // it was decided again, or there was nothing to roll back
    return outcome;
  }

  /** Remembers the answer twice: the database refuses the second, and with it the rest. */
  private static <O> UnitOfWork<O> rolledBack(UnitOfWork<O> work, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return work.reads();
      }

      @Override
      public Decided<O> decide(Rows rows) {
        Decided<O> decided = work.decide(rows);
        if (left.getAndDecrement() <= 0) {
          return decided;
        }
        List<Change> changes = new ArrayList<>(decided.changes());
        decided.changes().stream().filter(Change.Remember.class::isInstance).forEach(changes::add);
        return new Decided<>(decided.outcome(), changes);
      }
    };
  }
}
