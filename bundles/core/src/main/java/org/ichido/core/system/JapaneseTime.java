package org.ichido.core.system;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for the banks' people, who read them in their own zone. */
public final class JapaneseTime {
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Tokyo"));

  private JapaneseTime() {}

  /**
   * @param at the time
   * @return {@code 2026-11-21 10:00:00 JST}
   */
  public static String of(Instant at) {
    return TO_THE_SECOND.format(at);
  }
}
