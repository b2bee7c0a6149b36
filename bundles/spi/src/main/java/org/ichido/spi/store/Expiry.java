package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Until when a token is good. It expires at that instant whether or not anybody was told.
 *
 * @param at the first instant at which its codes are refused; empty for never
 * @param told whether that instant came and was told
 */
public record Expiry(Optional<Instant> at, boolean told) {
  /** Of a token that never expires, or has no end yet. */
  public static final Expiry NEVER = new Expiry(Optional.empty(), false);

  /**
   * @param end the first instant at which its codes are refused
   * @return that end, of which nothing was told yet
   */
  public static Expiry at(Instant end) {
    return new Expiry(Optional.of(end), false);
  }
}
