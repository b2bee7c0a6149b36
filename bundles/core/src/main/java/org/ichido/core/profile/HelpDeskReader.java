package org.ichido.core.profile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/** Reads when a bank's help desk is open. */
final class HelpDeskReader {
  private static final Pattern HOURS =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");
  private static final Pattern DAYS =
      Pattern.compile("([0-9]{2}-[0-9]{2})(?:\\.\\.([0-9]{2}-[0-9]{2}))?");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;

  /**
   * @param settings the section of the help desk
   */
  HelpDeskReader(Settings settings) {
    this.settings = settings;
  }

  Optional<HelpDesk> read() throws InvalidSetting {
    if (settings.choice("calendar", List.of("yes", "none")).equals("none")) {
      return Optional.empty();
    }
    return Optional.of(
        new HelpDesk(hours("weekdays"), hours("saturdays-sundays-holidays"), closed(), holidays()));
  }

  private HelpDesk.Hours hours(String key) throws InvalidSetting {
    String rule = "from-to within a day, such as 07:00-23:55, the end no longer part of it";
    String text = settings.text(key, HOURS, rule);
    Matcher matcher = HOURS.matcher(text);
    if (matcher.matches()) {
      Duration from = time(matcher.group(1), matcher.group(2));
      Duration to = time(matcher.group(3), matcher.group(4));
      if (from.compareTo(to) < 0 && to.compareTo(DAY) <= 0) {
        return new HelpDesk.Hours(from, to);
      }
    }
    throw settings.problem(key, "must be " + rule + ", but is '" + text + "'");
  }

  private static Duration time(String hours, String minutes) {
    return Duration.ofHours(Integer.parseInt(hours)).plusMinutes(Integer.parseInt(minutes));
  }

  private List<HelpDesk.Days> closed() throws InvalidSetting {
    List<HelpDesk.Days> closed = new ArrayList<>();
    if (settings.text("closed").equals("none")) {
      return closed;
    }
    for (String word : settings.words("closed")) {
      Matcher matcher = DAYS.matcher(word);
      if (!matcher.matches()) {
        throw settings.problem(
            "closed",
            "must be days or spans of days, such as 01-01..01-03, or none, but one is '"
                + word
                + "'");
      }
      MonthDay first = day("closed", matcher.group(1));
      Optional<String> last = Optional.ofNullable(matcher.group(2));
      closed.add(new HelpDesk.Days(first, last.isPresent() ? day("closed", last.get()) : first));
    }
    return closed;
  }

  private Map<Integer, Set<MonthDay>> holidays() throws InvalidSetting {
    Map<Integer, Set<MonthDay>> holidays = new TreeMap<>();
    Settings years = settings.section("holidays.");
    for (String year : years.names()) {
      if (!YEAR.matcher(year).matches()) {
        throw years.problem(year, "is no year: holidays stand under the year, holidays.2027");
      }
      Set<MonthDay> days = new HashSet<>();
      for (String word : years.words(year)) {
        MonthDay day = day("holidays." + year, word);
        if (!day.isValidYear(Year.parse(year).getValue())) {
          throw years.problem(year, "'" + word + "' is no day of that year");
        }
        days.add(day);
      }
      holidays.put(Integer.valueOf(year), Set.copyOf(days));
    }
    if (holidays.isEmpty()) {
      throw settings.problem("holidays.*", "is missing: name the public holidays of a year");
    }
    return holidays;
  }

  private MonthDay day(String key, String word) throws InvalidSetting {
    try {
      return MonthDay.parse("--" + word);
    } catch (DateTimeException e) {
      throw settings.problem(
          key, "must be days as month-day, such as 05-03, but one is '" + word + "'");
    }
  }
}
