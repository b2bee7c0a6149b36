package org.ichido.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Lets many callers share one commit, which costs one wait for the disk (HSQLDB has no group
 * commit). Callers queue up; one of them leads and drains what waits, the others sleep. No thread
 * and no timer of its own: a caller who is alone leads at once and pays nothing. Since there is one
 * leader at a time, units of work run one after the other.
 */
final class Batches {
  /** How many units of work share a commit at the most. */
  static final int MOST = 64;

  /** Runs units of work together. */
  interface Runner {
    /** Acknowledges or fails each of them. */
    void run(List<Pending<?>> batch);
  }

  private final Runner runner;
  private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();

  Batches(Runner runner) {
    this.runner = runner;
  }

  /**
   * Runs a unit of work, in this thread or in that of another caller.
   *
   * @return its outcome
   */
  <O> O run(UnitOfWork<O> work) {
    Thread me = Thread.currentThread();
    if (leader.get() == me) {
      throw new IllegalStateException("a unit of work must not start another one");
    }
    Pending<O> mine = new Pending<>(work, me);
    waiting.add(mine);
    // An interrupted leader would fail the work of others: the interrupt waits.
    boolean interrupted = Thread.interrupted();
    while (!mine.isDone()) {
      if (leader.compareAndSet(null, me)) {
        try {
          lead();
        } finally {
          leader.set(null);
          wakeNext();
        }
      } else {
        LockSupport.park(this);
      }
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      me.interrupt();
    }
    return mine.result();
  }

  private void lead() {
    List<Pending<?>> batch = new ArrayList<>();
    while (batch.size() < MOST) {
      Pending<?> next = waiting.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    if (batch.isEmpty()) {
      return;
    }
    try {
      runner.run(batch);
    } catch (RuntimeException | Error e) {
      // Told to those whom it befell. Not thrown on: the leader may be none of them, and if he left
      // now his own work would be decided when he is gone and has wiped his code.
      failTheRest(batch, new StoreUnavailable("The store failed; ask again: " + e, e));
    }
    if (batch.stream().anyMatch(pending -> !pending.isDone())) {
      failTheRest(batch, new StoreUnavailable("The store gave no outcome; ask again."));
    }
  }

  private static void failTheRest(List<Pending<?>> batch, StoreUnavailable reason) {
    batch.stream().filter(pending -> !pending.isDone()).forEach(p -> p.fail(reason));
  }

  /** Whoever came while the leader worked must not sleep on. */
  private void wakeNext() {
    Pending<?> next = waiting.peek();
    if (next != null) {
      next.unpark();
    }
  }
}
