package org.ichido.mq;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes one thread: at once when it is raised, and otherwise from time to time. Thread-safe. */
final class Signal {
  private final Duration longest;
  private boolean raised = true;
  private boolean ended;

  /**
   * @param longest how long it sleeps if nobody raises it
   */
  Signal(Duration longest) {
    this.longest = longest;
  }

  synchronized void raise() {
    raised = true;
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean ended() {
    return ended;
  }

  /**
   * Waits until it is raised or the time is over.
   *
   * @return whether to go on; not after {@link #end}
   */
  synchronized boolean await() {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); !raised && !ended && left > 0; ) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        // Ended by end() alone: the flag left standing would turn waiting into spinning.
      }
      left = end - System.nanoTime();
    }
    raised = false;
    return !ended;
  }
}
