package org.ichido.core.profile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.core.system.JapaneseTime;

/**
 * When a bank's help desk is open (S0-43, S0-44). It marks what operators do at other times, for
 * the auditor, and refuses nobody anything.
 *
 * @param weekdays the hours from Monday to Friday
 * @param otherDays the hours of Saturdays, Sundays and holidays
 * @param closed the days of every year on which it is closed
 * @param holidays the public holidays of each year that is known
 */
public record HelpDesk(
    Hours weekdays, Hours otherDays, List<Days> closed, Map<Integer, Set<MonthDay>> holidays) {
  /** The mark of an act outside the hours. */
  public static final String OUT_OF_HOURS = "OUT_OF_HOURS";

  /**
   * The mark of an act that is outside the hours if its day is a holiday, in a year of which the
   * profile does not tell the holidays.
   */
  public static final String HOLIDAYS_UNKNOWN = "HOLIDAYS_UNKNOWN";

  /**
   * @param from the first moment, since midnight
   * @param to the first moment that no longer belongs to it, since midnight
   */
  public record Hours(Duration from, Duration to) {
    boolean contain(Duration sinceMidnight) {
      return sinceMidnight.compareTo(from) >= 0 && sinceMidnight.compareTo(to) < 0;
    }
  }

  /**
   * Days of every year; they may lie around its end.
   *
   * @param first the first
   * @param last the last
   */
  public record Days(MonthDay first, MonthDay last) {
    boolean contain(MonthDay day) {
      boolean begun = !day.isBefore(first);
      boolean over = day.isAfter(last);
      return first.isAfter(last) ? begun || !over : begun && !over;
    }
  }

  /** Copies what can be. */
  public HelpDesk {
    closed = List.copyOf(closed);
    holidays = Map.copyOf(holidays);
  }

  /**
   * @param at the moment of an operator's act
   * @return the mark for it; empty text within the hours
   */
  public String mark(Instant at) {
    LocalDate date = JapaneseTime.dayOf(at);
    MonthDay day = MonthDay.from(date);
    Duration time = Duration.between(JapaneseTime.startOf(date), at);
    if (closed.stream().anyMatch(days -> days.contain(day))) {
      return OUT_OF_HOURS;
    }
    if (isWeekend(date) || holidays.getOrDefault(date.getYear(), Set.of()).contains(day)) {
      return otherDays.contain(time) ? "" : OUT_OF_HOURS;
    }
    if (!weekdays.contain(time)) {
      return OUT_OF_HOURS;
    }
    return holidays.containsKey(date.getYear()) || otherDays.contain(time) ? "" : HOLIDAYS_UNKNOWN;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
