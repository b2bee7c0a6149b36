package org.ichido.mq;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A pause that several sessions share. A failure closes the gate for all; when the pause is over
 * each may try one message. If the trouble is everybody's, as when the store is away, the first to
 * fail closes the gate again for twice as long, and those who fail meanwhile add nothing. If it is
 * one message's alone, the others succeed, the pause stays at its shortest, and that message is
 * backed out at last without having held up its bank.
 */
final class Pause {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration shortest;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private int failures;
  private long until;
  private String why = "";
  private long told;
  private boolean stopped;

  /**
   * What is wrong.
   *
   * @param why the last failure
   * @param closed whether all wait; if not, the next message shows whether it is over
   * @param again whether it came again after a pause and nothing has succeeded since
   */
  record Trouble(String why, boolean closed, boolean again) {}

  Pause(Timing timing) {
    this(timing, System::nanoTime);
  }

  Pause(Timing timing, LongSupplier nanoTime) {
    shortest = timing.shortestPause();
    longest = timing.longestPause();
    this.nanoTime = nanoTime;
    until = nanoTime.getAsLong();
    told = until - longest.toNanos();
  }

  /**
   * Waits as long as there is a pause.
   *
   * @return whether to go on; not after {@link #stop}
   */
  synchronized boolean pass() {
    for (long left = left(); !stopped && left > 0; left = left()) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        // Listeners are ended by stop() alone: the flag left standing would turn waiting into
        // spinning.
      }
    }
    return !stopped;
  }

  /**
   * @return whether this is news, worth a line in the log: another reason, or the same one after a
   *     while
   */
  synchronized boolean failed(String reason) {
    if (left() > 0) {
      return false;
    }
    long now = nanoTime.getAsLong();
    Duration pause = shortest.multipliedBy(1L << failures);
    until = now + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    boolean news = !reason.equals(why) || now - told >= longest.toNanos();
    why = reason;
    told = news ? now : told;
    return news;
  }

  /**
   * A session did what it is for: the next pause is a short one. A pause that is on stays, because
   * somebody else has just failed.
   *
   * @return whether a trouble is over
   */
  synchronized boolean succeeded() {
    boolean over = failures > 0 && left() <= 0;
    failures = 0;
    return over;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized Optional<Trouble> trouble() {
    boolean closed = left() > 0;
    return failures == 0 && !closed
        ? Optional.empty()
        : Optional.of(new Trouble(why, closed, failures > 1));
  }

  private long left() {
    return until - nanoTime.getAsLong();
  }
}
