package org.ichido.spi.store;

import java.util.Optional;
import org.ichido.api.Lock;

/**
 * What came of the codes that were presented for a token. They are counted here whatever they were
 * presented for, so that there is one count to guess against.
 *
 * @param lastFactor the greatest step or counter ever accepted; {@link #NO_FACTOR} before the
 *     first. Never becomes smaller.
 * @param failures consecutive failures since the last success or unlock
 * @param lock the last lock imposed and not lifted; it may have ended by itself
 */
public record Attempts(long lastFactor, int failures, Optional<Lock> lock) {
  /** {@link #lastFactor} of a token that never gave an accepted code. */
  public static final long NO_FACTOR = -1;

  /** Of a token for which no code was presented yet. */
  public static final Attempts NONE = new Attempts(NO_FACTOR, 0, Optional.empty());
}
