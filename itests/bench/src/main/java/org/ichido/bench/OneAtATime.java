package org.ichido.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/**
 * A store before which callers queue up at a door that lets one in: each unit of work is a commit
 * of its own, with the same work, the same database and the same durability.
 */
final class OneAtATime implements TokenStore {
  private final TokenStore store;
  private final Lock door;

  /**
   * @param fair whether the first to come is the first to go in: the shorter tail, the lower rate
   */
  OneAtATime(TokenStore store, boolean fair) {
    this.store = store;
    this.door = new ReentrantLock(fair);
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    door.lock();
    try {
      return store.transact(work);
    } finally {
      door.unlock();
    }
  }

  @Override
  public List<TokenRow> find(TokenQuery query) {
    return store.find(query);
  }

  @Override
  public List<AuditEntry> audit(Holder holder, int atMost) {
    return store.audit(holder, atMost);
  }

  @Override
  public boolean holdsSealedSeeds() {
    return store.holdsSealedSeeds();
  }

  @Override
  public ChainReport verifyAuditChain() {
    return store.verifyAuditChain();
  }

  @Override
  public Instant memoryBegins() {
    return store.memoryBegins();
  }

  @Override
  public Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    return store.acceptOlder(now, entries);
  }

  @Override
  public List<Drained> drained() {
    return store.drained();
  }

  @Override
  public List<ParkedRow> parked(BankId bank, int atMost) {
    return store.parked(bank, atMost);
  }

  @Override
  public InboxFigures inbox() {
    return store.inbox();
  }
}
