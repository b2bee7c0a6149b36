package org.ichido.testkit.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * The driven clock of a container, a service under {@link Clock} and {@link DrivenClock}: there as
 * soon as {@code etc/org.ichido.testkit.clock.cfg} says where it starts, and not without that file.
 * It outranks the clock of Ichido's core, and {@code ichido:status} warns while it does. A changed
 * file starts it anew.
 *
 * <p>A class of its own, so that who compiles against {@link DrivenClock} needs no annotations of
 * OSGi.
 */
@Component(
    immediate = true, // Else the time that was set goes with whoever asked last.
    service = {Clock.class, DrivenClock.class},
    configurationPid = "org.ichido.testkit.clock",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    property = "service.ranking:Integer=1000")
public final class DrivenClockComponent extends DrivenClock {
  /** The keys of the file. */
  @interface Configuration {
    /** Where it starts, such as {@code 2027-04-01T03:00:00Z}. */
    String start() default "";
  }

  /** For Declarative Services. */
  @Activate
  public DrivenClockComponent(Configuration configuration) {
    super(instant(configuration.start()));
  }

  private static Instant instant(String start) {
    try {
      return Instant.parse(start);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "etc/org.ichido.testkit.clock.cfg: start: must be a time such as 2027-04-01T03:00:00Z, but"
              + " is '"
              + start
              + "'",
          e);
    }
  }
}
