package org.ichido.core.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.ichido.core.system.JapaneseTime;

/**
 * How long a soft token lives. Its expiry is a date in Japan, and the token is valid to the last
 * instant of that date.
 *
 * @param months calendar months, at least 1
 */
public record TokenLife(int months) {
  /**
   * @param from when the life begins, or is renewed
   * @return the last day: the same day of the month in which the life ends, or the last day of that
   *     month if it has no such day
   */
  public LocalDate lastDay(Instant from) {
    return JapaneseTime.dayOf(from).plus(Period.ofMonths(months));
  }

  /**
   * @param from when the life begins, or is renewed
   * @return the first instant at which codes are refused as expired: the beginning of the day after
   *     the last one
   */
  public Instant expiry(Instant from) {
    return JapaneseTime.startOf(lastDay(from).plusDays(1));
  }
}
