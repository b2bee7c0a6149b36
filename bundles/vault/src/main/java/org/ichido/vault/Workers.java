package org.ichido.vault;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Ciphers or MACs that are kept for use again, a few at the most: to get one from its provider each
 * time costs many times what it then does (P2). They are not kept per thread, because threads of
 * the container outlive this bundle.
 *
 * @param <W> what is kept
 */
final class Workers<W> {
  static final int KEPT = 32;

  /** Each thread looks first where it left one: no lock, and no queue to meet at. */
  private final AtomicReferenceArray<@Nullable W> idle = new AtomicReferenceArray<>(KEPT);

  private final Source<W> source;

  Workers(Source<W> source) {
    this.source = source;
  }

  /**
   * @return one for the caller alone, idle or new; never waits
   */
  W take() throws GeneralSecurityException {
    int first = first();
    for (int i = 0; i < KEPT; i++) {
      int place = (first + i) % KEPT;
      W worker = idle.get(place);
      if (worker != null && idle.compareAndSet(place, worker, null)) {
        return worker;
      }
    }
    return source.make();
  }

  /**
   * Takes one back; the one too many is dropped. One that failed is not given back.
   *
   * @param worker ready for its next use
   */
  void giveBack(W worker) {
    int first = first();
    for (int i = 0; i < KEPT; i++) {
      if (idle.compareAndSet((first + i) % KEPT, null, worker)) {
        return;
      }
    }
  }

  private static int first() {
    return (int) (Thread.currentThread().getId() % KEPT);
  }

  /** Where new ones come from. */
  interface Source<W> {
    W make() throws GeneralSecurityException;
  }
}
