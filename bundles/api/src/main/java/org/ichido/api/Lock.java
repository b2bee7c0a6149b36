package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/** A token refused for too many failures. An attempt may make it stronger, never weaker. */
public sealed interface Lock {
  /**
   * @return when the failure happened that locked
   */
  Instant since();

  /**
   * @return when it ends by itself; empty if only a person can end it
   */
  Optional<Instant> end();

  /**
   * @param now the time of the question
   * @return whether the token is refused at that time
   */
  default boolean inForce(Instant now) {
    return end().map(now::isBefore).orElse(true);
  }

  /**
   * @param other another lock of the same token
   * @return the one that holds longer; this one if they are equal
   */
  default Lock longer(Lock other) {
    if (end().isEmpty()) {
      return this;
    }
    return other.end().isEmpty() || other.end().get().isAfter(end().get()) ? other : this;
  }

  /**
   * Holds until somebody who may do so unlocks (S4-38).
   *
   * @param since when the failure happened that locked
   */
  record UntilUnlocked(Instant since) implements Lock {
    @Override
    public Optional<Instant> end() {
      return Optional.empty();
    }
  }

  /**
   * Ends by itself.
   *
   * @param since when the failure happened that locked
   * @param until the first instant at which the token is usable again; after {@code since}
   */
  record Until(Instant since, Instant until) implements Lock {
    /**
     * @throws IllegalArgumentException if it would end before it begins
     */
    public Until {
      if (!until.isAfter(since)) {
        throw new IllegalArgumentException("lock: ends " + until + ", not after " + since);
      }
    }

    @Override
    public Optional<Instant> end() {
      return Optional.of(until);
    }
  }
}
