package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.TokenStoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with three entries of audit, to be closed, damaged and opened again. */
abstract class OpenStoreFixture extends TokenStoreFixture {
  @TempDir Path directory;
  StoreAt at;
  JdbcTokenStore store;

  @BeforeEach
  void make() {
    at = new StoreAt(directory);
    store = at.open();
    append(3);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected TokenStore store() {
    return store;
  }

  interface Damage {
    void done() throws Exception;
  }

  void assertRefusedWhen(Damage damage, String words) throws Exception {
    store.close();
    damage.done();
    store = at.open();
    assertThat(reason(store)).contains(words);
    assertThatThrownBy(store::holdsSealedSeeds)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(words);
  }

  void append(int entries) {
    for (int i = 0; i < entries; i++) {
      store.transact(writing(new Change.Append(audited(ALICE, "A" + i))));
    }
  }

  void remember(String id) {
    store.transact(writing(new Change.Remember(answer(id, "x", NOW))));
  }

  void rememberWhile(String id, Runnable happening) {
    store.transact(
        unit(
            Reads.NOTHING,
            rows -> {
              happening.run();
              return new Decided<>("", List.of(new Change.Remember(answer(id, "x", NOW))));
            }));
  }

  boolean remembers(String id) {
    return remembered(id).isPresent();
  }

  static String reason(JdbcTokenStore store) {
    return store.health().get(0).lines().get(0);
  }

  /** Asks until it is so: the store itself limits how often it tries. */
  static void until(BooleanSupplier condition, TokenStore store) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      try {
        store.holdsSealedSeeds();
      } catch (StoreUnavailable e) {
        Thread.onSpinWait();
      }
    }
  }
}
