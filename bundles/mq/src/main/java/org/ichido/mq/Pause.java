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

  /**
   * The same trouble is told again at intervals that are doubled up to this many of the longest.
   */
  private static final int RAREST_NEWS = 64;

  private final Duration shortest;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private int failures;
  private long until;
  private String why = "";
  private Optional<String> cure = Optional.empty();
  private long since;
  private long told;
  private int silence;
  private boolean stopped;

  /**
   * What is wrong.
   *
   * @param why the last failure
   * @param cure what to do about it, if that is known
   * @param lasting for how long nothing has succeeded
   * @param closed whether all wait; if not, the next message shows whether it is over
   * @param again whether it came again after a pause and nothing has succeeded since
   */
  record Trouble(
      String why, Optional<String> cure, Duration lasting, boolean closed, boolean again) {}

  Pause(Timing timing) {
    this(timing, System::nanoTime);
  }

  Pause(Timing timing, LongSupplier nanoTime) {
    shortest = timing.shortestPause();
    longest = timing.longestPause();
    this.nanoTime = nanoTime;
    until = nanoTime.getAsLong();
    told = until - longest.toNanos();
    silence = 1;
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
    return failed(reason, Optional.empty());
  }

  /** The same, with what to do about it. */
  synchronized boolean failed(String reason, Optional<String> whatToDo) {
    return failed(reason, whatToDo, shortest.multipliedBy(1L << failures));
  }

  /** The same; what somebody has to mend first is tried at the longest intervals. */
  synchronized boolean failed(JmsTrouble trouble) {
    return failed(
        trouble.why(),
        trouble.cure(),
        trouble.refuses() ? longest : shortest.multipliedBy(1L << failures));
  }

  private boolean failed(String reason, Optional<String> whatToDo, Duration pause) {
    if (left() > 0) {
      return false;
    }
    long now = nanoTime.getAsLong();
    if (failures == 0) {
      since = now;
    }
    until = now + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    boolean other = !reason.equals(why);
    boolean news = other || now - told >= longest.toNanos() * silence;
    silence = other ? 1 : news ? Math.min(2 * silence, RAREST_NEWS) : silence;
    why = reason;
    cure = whatToDo;
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
        : Optional.of(
            new Trouble(
                why, cure, Duration.ofNanos(nanoTime.getAsLong() - since), closed, failures > 1));
  }

  private long left() {
    return until - nanoTime.getAsLong();
  }
}
