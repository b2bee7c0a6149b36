package org.ichido.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands until a test moves it, forward or back. What was set is seen by whoever asks
 * afterwards, in any thread. A copy in another zone shows the same driven time.
 *
 * <p>In a container one is a service, if the container is told where it starts: {@link
 * DrivenClockComponent}.
 *
 * <p>Thread-safe.
 */
public class DrivenClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  /** What all copies share. */
  private static final class Hand {
    private volatile Instant at;

    Hand(Instant at) {
      this.at = at;
    }

    synchronized void set(Instant to) {
      at = to;
    }

    synchronized void advance(Duration by) {
      at = at.plus(by);
    }
  }

  /**
   * @param start what it shows until it is moved
   */
  public DrivenClock(Instant start) {
    this(new Hand(start), ZoneOffset.UTC);
  }

  private DrivenClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /**
   * @param to what it shows from now on; may be earlier than before
   */
  public void set(Instant to) {
    hand.set(to);
  }

  /**
   * @param by how far it moves; negative is back
   */
  public void advance(Duration by) {
    hand.advance(by);
  }

  @Override
  public Instant instant() {
    return hand.at;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public DrivenClock withZone(ZoneId other) {
    return new DrivenClock(hand, other);
  }
}
