package org.ichido.plain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A house that is closed and opened again while others use it; they wait here for the next one. */
final class RestartingHouse implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Path directory;
  private final Clock clock;
  private volatile PlainHouse house;

  RestartingHouse(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    house = new PlainHouse(directory, clock);
  }

  PlainHouse house() {
    return house;
  }

  synchronized void restart() {
    house.close();
    house = new PlainHouse(directory, clock);
    notifyAll();
  }

  /** Returns when the house is another than this one. */
  synchronized void awaitAnotherThan(PlainHouse closing) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (house == closing) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new IllegalStateException("no answer, and no other house within " + LONGEST);
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
