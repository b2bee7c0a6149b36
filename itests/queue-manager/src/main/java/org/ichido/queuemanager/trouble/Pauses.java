package org.ichido.queuemanager.trouble;

import java.time.Duration;

/** Lets a thread wait. */
@FunctionalInterface
public interface Pauses {
  /** By the real time. */
  Pauses REAL = time -> Thread.sleep(time.toMillis());

  /**
   * @param time how long
   * @throws InterruptedException if the queue manager is closed meanwhile
   */
  void pause(Duration time) throws InterruptedException;
}
