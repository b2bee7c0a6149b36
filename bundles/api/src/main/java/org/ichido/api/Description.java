package org.ichido.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How things stand for a user, for operators.
 *
 * @param at when it was so
 * @param token the user's token, an ACTIVE one before a revoked one; empty if there never was one
 * @param attempts what was recorded of the user, newest first, 10 entries at the most; not that
 *     operators looked
 */
public record Description(Instant at, Optional<TokenDescription> token, List<AuditEntry> attempts) {
  /** Copies the list. */
  public Description {
    attempts = List.copyOf(attempts);
  }
}
