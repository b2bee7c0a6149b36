package org.ichido.core.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of columns that no value type has. All digits are ASCII. */
public final class Forms {
  /** How a day looks, for people. */
  public static final String DAY = "a day such as 2026-04-01";

  /** How a time looks, for people. */
  public static final String TIME = "a time such as 2026-04-01T09:30:00+09:00";

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");
  private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final DateTimeFormatter STRICT_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Forms() {}

  /**
   * @return a number of up to 12 digits
   * @throws IllegalArgumentException if it is of another form
   */
  public static long number(String text) {
    return Long.parseLong(matching(text, DIGITS));
  }

  /**
   * @return a day of the calendar
   * @throws IllegalArgumentException if it is of another form
   */
  public static LocalDate day(String text) {
    return LocalDate.parse(matching(text, DAY_FORM), STRICT_DAY);
  }

  /**
   * @return a time with its zone
   * @throws IllegalArgumentException if it is of another form
   */
  public static Instant time(String text) {
    return OffsetDateTime.parse(matching(text, TIME_FORM)).toInstant();
  }

  /**
   * @return the text
   * @throws IllegalArgumentException if it is of another form
   */
  public static String matching(String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("of another form");
    }
    return text;
  }
}
