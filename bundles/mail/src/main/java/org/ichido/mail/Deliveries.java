package org.ichido.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the tries since the start fared, for health. Thread-safe. */
final class Deliveries {
  private static final DateTimeFormatter JAPANESE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Tokyo"));

  /** Tries without a success between them. */
  private record Trouble(Instant since, Instant last, long tries, String why) {
    Trouble again(Instant at, String now) {
      return new Trouble(since, at, tries + 1, now);
    }
  }

  private @Nullable Instant sent;
  private @Nullable Trouble trouble;
  private boolean over;

  /**
   * @return whether trouble ends with it
   */
  synchronized boolean sent(Instant at) {
    boolean ends = troubled();
    sent = at;
    over = true;
    return ends;
  }

  /**
   * @param why without an address
   * @return whether trouble begins with it
   */
  synchronized boolean troubled(Instant at, String why) {
    Trouble former = trouble;
    if (former != null && !over) {
      trouble = former.again(at, why);
      return false;
    }
    trouble = new Trouble(at, at, 1, why);
    over = false;
    return true;
  }

  synchronized boolean troubled() {
    return trouble != null && !over;
  }

  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    Trouble last = trouble;
    if (last != null && !over) {
      lines.add(
          "nothing goes out since %s (tries: %d); the last: %s"
              .formatted(JAPANESE_TIME.format(last.since()), last.tries(), last.why()));
    }
    lines.add(sent == null ? "nothing sent yet" : "last sent " + JAPANESE_TIME.format(sent));
    if (last != null && over) {
      lines.add(
          "last trouble from %s to %s: %s"
              .formatted(
                  JAPANESE_TIME.format(last.since()),
                  JAPANESE_TIME.format(last.last()),
                  last.why()));
    }
    return lines;
  }
}
