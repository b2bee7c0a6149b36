package org.ichido.core.verify;

import java.time.Duration;
import java.time.Instant;
import org.ichido.spi.FactorRange;

/**
 * Which time steps are accepted around now (RFC 6238 section 5.2).
 *
 * @param past how many steps before the present one
 * @param future how many steps after it, for a device whose clock is fast
 * @param greatestAge how old a code may be, counted from the start of its step; the code is STALE
 *     from that instant on (S2-4)
 */
public record Window(int past, int future, Duration greatestAge) {
  /**
   * The steps to try: those accepted, and one more in the past, so that a code that came too late
   * is known as STALE and not counted as a guess.
   *
   * @param now the present time
   * @param period how long a step lasts
   * @return the range
   */
  public FactorRange tried(Instant now, Duration period) {
    long step = stepAt(now, period);
    return new FactorRange(Math.max(0, step - past - 1), step + future);
  }

  /**
   * The newest step that may have been accepted up to an instant.
   *
   * @param instant the instant
   * @param period how long a step lasts
   * @return the step
   */
  public long newest(Instant instant, Duration period) {
    return stepAt(instant, period) + future;
  }

  /**
   * @param factor a step
   * @param now the present time
   * @param period how long a step lasts
   * @return whether a code of that step may be accepted now
   */
  boolean covers(long factor, Instant now, Duration period) {
    long step = stepAt(now, period);
    Instant start = Instant.ofEpochSecond(factor * period.toSeconds());
    return factor >= step - past
        && factor <= step + future
        && Duration.between(start, now).compareTo(greatestAge) < 0;
  }

  static long stepAt(Instant now, Duration period) {
    return Math.floorDiv(now.getEpochSecond(), period.toSeconds());
  }
}
