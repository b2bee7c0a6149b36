package org.ichido.core.system;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and days for the banks' people, who read them in their own zone. */
public final class JapaneseTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH).withZone(ZONE);

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("uuuu年M月d日 H時mm分", Locale.JAPANESE).withZone(ZONE);

  private JapaneseTime() {}

  /**
   * @param at the time
   * @return {@code 2026-11-21 10:00:00 JST}
   */
  public static String of(Instant at) {
    return TO_THE_SECOND.format(at);
  }

  /**
   * @param at the time
   * @return the day in Japan
   */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /**
   * @param at the time
   * @return {@code 2026年11月21日 10時00分}, for customers; the seconds are left out
   */
  public static String inWords(Instant at) {
    return IN_WORDS.format(at);
  }

  /**
   * @param day a day in Japan
   * @return its first instant
   */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
