package org.ichido.mq;

import java.time.Duration;

/**
 * How long the listeners wait for what.
 *
 * @param receive how long one receive waits; a stop takes as long at most
 * @param shortestPause the pause after the first of several troubles
 * @param longestPause the pause is doubled up to this
 * @param stop how long a stop waits for messages in hand
 */
record Timing(Duration receive, Duration shortestPause, Duration longestPause, Duration stop) {
  /** The back-off range of the house, 0.2 s to 10 s. */
  static Timing receiving(Duration receive) {
    return new Timing(
        receive, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));
  }
}
