package org.ichido.broker;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.ichido.api.Health;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one broker running: starts it, and starts it again when it is asked for and does not run,
 * at most once a second. Thread-safe; {@link #health()} never waits.
 */
final class Supervisor {
  /** Starts a broker. */
  @FunctionalInterface
  interface Start {
    /**
     * @throws CannotRun if it does not start
     */
    RunningBroker start() throws CannotRun;
  }

  /** What is the case now: the broker that was started last, or why there is none. */
  private record Status(@Nullable RunningBroker broker, CannotRun trouble) {}

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Start start;
  private final LongSupplier nanoTime;
  private volatile Status status =
      new Status(null, new CannotRun("it is not started yet: wait a moment"));
  private long lastStart;
  private boolean stopped;

  Supervisor(Start start, LongSupplier nanoTime) {
    this.start = start;
    this.nanoTime = nanoTime;
    this.lastStart = nanoTime.getAsLong() - PAUSE_NANOS;
  }

  /**
   * @return a broker that runs
   * @throws CannotRun if it does not and cannot be started now
   */
  RunningBroker running() throws CannotRun {
    RunningBroker broker = status.broker();
    return broker != null && broker.isRunning() ? broker : started();
  }

  /** How it is doing, from memory. */
  Health health() {
    Status now = status;
    RunningBroker broker = now.broker();
    return broker != null && broker.isRunning()
        ? broker.health()
        : new Health(RunningBroker.PART, Health.Level.DOWN, List.of(now.trouble().words()));
  }

  /** Stops the broker; none is started afterwards. */
  synchronized void stop() {
    stopped = true;
    RunningBroker broker = status.broker();
    status = new Status(null, new CannotRun("it was stopped: take the present service"));
    if (broker != null) {
      broker.stop();
    }
  }

  private synchronized RunningBroker started() throws CannotRun {
    RunningBroker broker = status.broker();
    if (broker != null && broker.isRunning()) {
      return broker;
    }
    if (stopped || nanoTime.getAsLong() - lastStart < PAUSE_NANOS) {
      throw status.trouble();
    }
    lastStart = nanoTime.getAsLong();
    try {
      if (broker != null) {
        broker.stop();
      }
      RunningBroker started = start.start();
      // Its trouble counts when it does not run any more though nobody stopped it.
      status =
          new Status(
              started,
              new CannotRun("it stopped by itself, as on a full or broken disk: see the log"));
      return started;
    } catch (CannotRun e) {
      status = new Status(null, e);
      throw e;
    }
  }
}
