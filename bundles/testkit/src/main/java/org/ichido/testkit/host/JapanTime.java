package org.ichido.testkit.host;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Days and times as the records have them, by the copybooks: in Japan, zeros for none. */
final class JapanTime {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private JapanTime() {}

  static String of(Instant time) {
    return TIME.format(time.atZone(JAPAN));
  }

  static String of(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  static LocalDate day(Instant time) {
    return time.atZone(JAPAN).toLocalDate();
  }

  static Optional<Instant> time(String digits) {
    return isNone(digits)
        ? Optional.empty()
        : Optional.of(LocalDateTime.parse(digits, TIME).atZone(JAPAN).toInstant());
  }

  static Optional<LocalDate> date(String digits) {
    return isNone(digits)
        ? Optional.empty()
        : Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
  }

  private static boolean isNone(String digits) {
    return digits.chars().allMatch(c -> c == '0');
  }
}
