package org.ichido.core.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.ichido.api.NoAnswer;

/**
 * Asks the store for a figure without hanging with it: in a thread of its own, one at a time, which
 * is waited for shortly. For whoever must answer soon. Thread-safe.
 *
 * @param <T> the figure
 */
public final class Briefly<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<T> asking;
  private final String name;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Optional<T> last = Optional.empty();

  /**
   * @param name of the thread
   * @param asking asks for the figure; may take its time and may say that there is none
   */
  public Briefly(String name, Supplier<T> asking) {
    this.name = name;
    this.asking = asking;
  }

  /**
   * @return the figure, or the one before if the answer takes its time; empty if the store could
   *     not say
   */
  public Optional<T> ask() {
    if (busy.compareAndSet(false, true)) {
      Thread thread = new Thread(this::askOnce, name);
      thread.setDaemon(true);
      thread.start();
      try {
        thread.join(PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return last;
  }

  private void askOnce() {
    try {
      last = Optional.of(asking.get());
    } catch (NoAnswer e) {
      last = Optional.empty();
    } finally {
      busy.set(false);
    }
  }
}
