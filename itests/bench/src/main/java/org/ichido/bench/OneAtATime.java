package org.ichido.bench;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.ichido.plain.ForwardingStore;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/**
 * A store before which callers queue up at a door that lets one in: each unit of work is a commit
 * of its own, with the same work, the same database and the same durability.
 */
final class OneAtATime extends ForwardingStore {
  private final Lock door;

  /**
   * @param fair whether the first to come is the first to go in: the shorter tail, the lower rate
   */
  OneAtATime(TokenStore store, boolean fair) {
    super(store);
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
}
