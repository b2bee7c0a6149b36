package org.ichido.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands until it is moved to another time step: a token accepts one code a step, so
 * that at a thousand verifications a second a wall clock would need a hundred thousand tokens.
 */
final class SteppingClock extends Clock {
  static final Duration STEP = Duration.ofSeconds(60);

  private final AtomicLong step = new AtomicLong(Instant.now().getEpochSecond() / 60);

  long step() {
    return step.get();
  }

  /** Never back. */
  void reach(long later) {
    step.accumulateAndGet(later, Math::max);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(step.get() * STEP.toSeconds());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for another zone");
  }
}
