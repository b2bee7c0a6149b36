package org.ichido.core.system;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The machine's clock as a service. Lowest in rank, so that a driven clock takes over as soon as it
 * is there. Never the time of a message: a requester must not choose when his code is judged.
 */
@Component(service = Clock.class, property = "service.ranking:Integer=-1000")
public final class SystemClock extends Clock {
  private final Clock clock;

  /** For Declarative Services. */
  @Activate
  public SystemClock() {
    this(Clock.systemUTC());
  }

  private SystemClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SystemClock(clock.withZone(zone));
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
