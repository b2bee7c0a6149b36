package org.ichido.queuemanager.queues;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one lock over all queues, with those who wait for something to change under it. */
final class Monitor {
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final Clock clock;

  Monitor(Clock clock) {
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  /** Wakes all who wait, and tells the watchers. The caller holds the lock. */
  void changed() {
    notifyAll();
    watchers.forEach(Runnable::run);
  }

  /** Waits for a change, or that long. The caller holds the lock and looks again afterwards. */
  @SuppressWarnings("WaitNotInLoop") // The callers loop.
  void await(long nanoseconds) throws InterruptedException {
    long milliseconds = nanoseconds / 1_000_000;
    wait(milliseconds, (int) (nanoseconds % 1_000_000));
  }
}
