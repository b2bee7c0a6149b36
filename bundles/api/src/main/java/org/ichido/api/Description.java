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
 * @param circumstances what stands behind the token
 */
public record Description(
    Instant at,
    Optional<TokenDescription> token,
    List<AuditEntry> attempts,
    Circumstances circumstances) {
  /** A description of somebody of whom nothing more is known. */
  public Description(Instant at, Optional<TokenDescription> token, List<AuditEntry> attempts) {
    this(at, token, attempts, Circumstances.UNKNOWN);
  }

  /** Copies the list. */
  public Description {
    attempts = List.copyOf(attempts);
  }
}
