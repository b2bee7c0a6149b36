package org.ichido.core.fakes;

import java.util.Optional;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.EventNumbersContract;
import org.ichido.spi.store.TokenStore;

class MemoryStoreEventNumbersTest extends EventNumbersContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected TokenStore store() {
    return store;
  }

  @Override
  protected Optional<Change> refused() {
    return Optional.empty();
  }
}
