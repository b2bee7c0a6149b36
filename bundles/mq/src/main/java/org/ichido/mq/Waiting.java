package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Health;

/**
 * Why a lane sends nothing.
 *
 * @param trouble the last one
 * @param since when the first of a row of them was, by {@link System#nanoTime}
 */
record Waiting(JmsTrouble trouble, long since) {
  /** The same row goes on, or a new one begins. */
  static Waiting after(Optional<Waiting> before, JmsTrouble trouble) {
    return new Waiting(trouble, before.map(Waiting::since).orElseGet(System::nanoTime));
  }

  /** What does not pass by itself holds it up for good. */
  Health.Level level() {
    return trouble.refuses() ? Health.Level.DOWN : Health.Level.WARN;
  }

  /**
   * @param what waits, such as events
   * @param clock if there is one at the moment
   */
  List<String> lines(String what, Optional<Clock> clock) {
    String when = Since.inWords(clock, Duration.ofNanos(System.nanoTime() - since));
    return List.of(
        what + " wait, tries again: " + trouble.why(),
        when + trouble.cure().map(cure -> "; what to do: " + cure).orElse(""));
  }
}
