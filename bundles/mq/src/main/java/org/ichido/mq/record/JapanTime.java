package org.ichido.mq.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as records write them: Japan Standard Time in 17 digits, year to millisecond; dates in 8
 * digits.
 */
final class JapanTime {
  /** What a record writes for no time at all, and for no date. */
  static final String NONE = "0";

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** The ends of what 17 digits can say. A token may be registered to expire later than that. */
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T14:59:59.999Z");

  private JapanTime() {}

  static String format(Instant instant) {
    Instant shown = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return TIME.format(shown.atZone(JAPAN));
  }

  static String format(Optional<Instant> instant) {
    return instant.map(JapanTime::format).orElse(NONE);
  }

  static String date(Optional<LocalDate> date) {
    return date.map(DATE::format).orElse(NONE);
  }

  /** Reads 17 digits; empty if they are no time. */
  static Optional<Instant> time(CharSequence digits) {
    try {
      return Optional.of(LocalDateTime.parse(digits, TIME).atZone(JAPAN).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads 8 digits; empty if they are no date. */
  static Optional<LocalDate> date(CharSequence digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
