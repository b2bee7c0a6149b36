package org.ichido.queuemanager.trouble;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Trouble that a test asked for. Thread-safe. */
public final class Trouble {
  private final Predicate<Occasion> where;
  private final BooleanSupplier when;
  private final Effect effect;
  private int struck;
  private boolean over;

  Trouble(Predicate<Occasion> where, BooleanSupplier when, Effect effect) {
    this.where = where;
    this.when = when;
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }

  synchronized boolean strikes(Occasion occasion) {
    if (over || !where.test(occasion) || !when.getAsBoolean()) {
      return false;
    }
    struck++;
    notifyAll();
    return true;
  }

  /**
   * @return how often it has struck
   */
  public synchronized int struck() {
    return struck;
  }

  /**
   * Waits until it has struck.
   *
   * @param times how often
   * @param longest how long to wait
   * @return whether it has
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized boolean awaitStruck(int times, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos();
        struck < times && left > 0;
        left = end - System.nanoTime()) {
      wait(left / 1_000_000 + 1);
    }
    return struck >= times;
  }

  /** Strikes no more, and lets go on what it holds. */
  public void end() {
    synchronized (this) {
      over = true;
    }
    if (effect instanceof Effect.Hold hold) {
      CountDownLatch released = hold.released();
      released.countDown();
    }
  }
}
