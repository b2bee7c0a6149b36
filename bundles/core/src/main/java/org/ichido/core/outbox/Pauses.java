package org.ichido.core.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long to wait from try to try.
 *
 * @param growing one after the other; the last one from then on
 */
record Pauses(List<Duration> growing) {
  static final Pauses OF_EVENTS = ofSeconds(1, 2, 5, 10, 30);
  static final Pauses OF_MAILS = ofSeconds(10, 30, 60, 300);

  private static Pauses ofSeconds(long... seconds) {
    return new Pauses(Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
  }

  /**
   * @param tries how often it was tried before this time
   */
  Duration after(int tries) {
    return growing.get(Math.min(tries, growing.size() - 1));
  }

  Duration longest() {
    return growing.get(growing.size() - 1);
  }
}
