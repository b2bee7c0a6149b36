package org.ichido.vault;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Ciphers or MACs that are kept for use again, a few at the most: to get one from its provider each
 * time costs many times what it then does (P2). They are not kept per thread, because threads of
 * the container outlive this bundle.
 *
 * @param <W> what is kept
 */
final class Workers<W> {
  private static final int KEPT = 32;

  private final Queue<W> idle = new ArrayBlockingQueue<>(KEPT);
  private final Source<W> source;

  Workers(Source<W> source) {
    this.source = source;
  }

  /**
   * @return one for the caller alone, idle or new; never waits
   */
  W take() throws GeneralSecurityException {
    W worker = idle.poll();
    return worker == null ? source.make() : worker;
  }

  /**
   * Takes one back; the one too many is dropped. One that failed is not given back.
   *
   * @param worker ready for its next use
   */
  void giveBack(W worker) {
    boolean unused = idle.offer(worker);
  }

  /** Where new ones come from. */
  interface Source<W> {
    W make() throws GeneralSecurityException;
  }
}
