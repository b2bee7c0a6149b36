package org.ichido.mq;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A pause that several sessions share. The first that fails closes the gate for all and owns it:
 * after the pause it alone goes on, as the probe, because the message that it rolled back may wait
 * at its own consumer. If the probe fails the pause is doubled; if it succeeds the gate is open; if
 * it finds nothing to try with, the gate is open and the next failure pauses longer still.
 */
final class Pause {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration shortest;
  private final Duration longest;
  private int failures;
  private @Nullable Object owner;
  private long until;
  private String why = "";
  private boolean stopped;

  /**
   * What is wrong.
   *
   * @param why the last failure
   * @param closed whether all wait; if not, the next message shows whether it is over
   */
  record Trouble(String why, boolean closed) {}

  Pause(Timing timing) {
    shortest = timing.shortestPause();
    longest = timing.longestPause();
  }

  /**
   * Waits as long as there is a pause.
   *
   * @return whether to go on; not after {@link #stop}
   */
  synchronized boolean pass(Object session) {
    while (!stopped && owner != null) {
      long left = until - System.nanoTime();
      if (owner == session && left <= 0) {
        return true;
      }
      try {
        if (owner == session) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } else {
          wait();
        }
      } catch (InterruptedException e) {
        // Listeners are ended by stop() alone: the flag left standing would turn waiting into
        // spinning.
      }
    }
    return !stopped;
  }

  /**
   * @return whether this is news, worth a line in the log
   */
  synchronized boolean failed(Object session, String reason) {
    if (owner != null && owner != session) {
      return false;
    }
    boolean news = failures == 0 || !reason.equals(why);
    Duration pause = shortest.multipliedBy(1L << failures);
    until = System.nanoTime() + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    owner = session;
    why = reason;
    return news;
  }

  /**
   * A session did what it is for. Ends the pause if it owns it. Of another one, whose message was
   * in hand when the trouble came, it says nothing about the cause.
   *
   * @return whether a trouble is over
   */
  synchronized boolean succeeded(Object session) {
    if (owner != null && owner != session) {
      return false;
    }
    boolean over = failures > 0;
    failures = 0;
    owner = null;
    notifyAll();
    return over;
  }

  /** The probe found no message. */
  synchronized void idle(Object session) {
    if (owner == session) {
      owner = null;
      notifyAll();
    }
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized Optional<Trouble> trouble() {
    return failures == 0 ? Optional.empty() : Optional.of(new Trouble(why, owner != null));
  }
}
