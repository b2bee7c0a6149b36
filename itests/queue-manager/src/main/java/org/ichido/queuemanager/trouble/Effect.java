package org.ichido.queuemanager.trouble;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.ichido.queuemanager.wire.Reason;

/** What trouble does to a call. */
sealed interface Effect {
  /**
   * The call is not done and fails.
   *
   * @param reason what the program gets to see
   */
  record Refuse(Reason reason) implements Effect {}

  /**
   * The socket is cut.
   *
   * @param moment when
   */
  record CutSocket(Cut moment) implements Effect {}

  /**
   * The call is done later.
   *
   * @param time how long it waits
   */
  record Delay(Duration time) implements Effect {}

  /**
   * The call waits until the test lets it go on.
   *
   * @param released by the test
   */
  record Hold(CountDownLatch released) implements Effect {}
}
