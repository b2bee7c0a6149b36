package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Since when a trouble lasts, for people, in the time of {@code ichido:status}. */
final class Since {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'JST'", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Tokyo"));

  private Since() {}

  /**
   * @param clock if there is one at the moment
   * @return {@code since 2026-11-21 10:00:00 JST}
   */
  static String inWords(Optional<Clock> clock, Duration lasting) {
    return clock
        .map(now -> "since " + FORMAT.format(now.instant().minus(lasting)))
        .orElse("for " + lasting.toSeconds() + " s");
  }
}
