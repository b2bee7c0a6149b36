package org.ichido.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.api.Holder;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/**
 * Makes every request decide first on what was there when its token was read for the first time and
 * on an empty inbox, as if each had been read on a node of its own before any of them wrote. Within
 * one process the store runs one unit of work after the other, so a race alone never gets there:
 * its conditional update and its unique key would not be tried at all.
 */
final class StaleReads extends ForwardingStore {
  private final Map<Holder, List<TokenRow>> before = new ConcurrentHashMap<>();
  private final AtomicLong decidedAgain = new AtomicLong();

  StaleReads(TokenStore store) {
    super(store);
  }

  /** How many units of work had to decide again, because another had been faster. */
  long decidedAgain() {
    return decidedAgain.get();
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    AtomicBoolean again = new AtomicBoolean();
    return store.transact(
        new UnitOfWork<O>() {
          @Override
          public Reads reads() {
            return work.reads();
          }

          @Override
          public Decided<O> decide(Rows rows) {
            if (again.getAndSet(true)) {
              decidedAgain.incrementAndGet();
              return work.decide(rows);
            }
            return work.decide(stale(work.reads(), rows));
          }
        });
  }

  private Rows stale(Reads reads, Rows rows) {
    if (reads.tokensOf().isEmpty() || rows.tokens().isEmpty()) {
      return rows; // a registration, or nothing to race for
    }
    List<TokenRow> tokens = before.computeIfAbsent(reads.tokensOf().get(), h -> rows.tokens());
    return new Rows(Optional.empty(), tokens, rows.audit(), rows.memoryBegins());
  }
}
