package org.ichido.core.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.core.profile.BankProfiles;
import org.ichido.spi.store.Change;

/**
 * When old answers are forgotten: along with new requests, a few at a time. No timer, and nothing
 * to stop when the bundle is swapped. Thread-safe.
 */
final class InboxPurge {
  /** How many are forgotten in one transaction. */
  static final int AT_ONCE = 500;

  private static final Duration SHORTEST_HORIZON = Duration.ofDays(2);
  private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(1);

  /** Together 500 a second: more than any day brings on the average, or the inbox would grow. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private static final long NEVER = Long.MIN_VALUE;

  private final BankProfiles profiles;
  private final AtomicLong last = new AtomicLong(NEVER);
  private volatile Optional<Instant> begun = Optional.empty();

  InboxPurge(BankProfiles profiles) {
    this.profiles = profiles;
  }

  /** Not while the house is starting: profiles may still be missing, and with them a horizon. */
  Optional<Change> due(Instant now) {
    long before = last.get();
    long first = now.plus(BEFORE_THE_FIRST).getEpochSecond();
    if (before == NEVER && last.compareAndSet(NEVER, first)) {
      return Optional.empty();
    }
    if (now.getEpochSecond() - before < BETWEEN.toSeconds()
        || !last.compareAndSet(before, now.getEpochSecond())) {
      return Optional.empty();
    }
    return Optional.of(change(now));
  }

  /**
   * @return forgets some of what may be forgotten now
   */
  Change change(Instant now) {
    begun = Optional.of(now);
    return new Change.Forget(kept(now), AT_ONCE);
  }

  /**
   * @return what was answered before may be forgotten
   */
  Instant kept(Instant now) {
    Duration memory = profiles.memory();
    return now.minus(memory.compareTo(SHORTEST_HORIZON) > 0 ? memory : SHORTEST_HORIZON);
  }

  /**
   * @return when forgetting was last begun
   */
  Optional<Instant> begun() {
    return begun;
  }
}
